/** What a feed is called among people. */
export const feedLabel = 'a feed'
