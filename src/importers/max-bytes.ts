/**
 * Ten million bytes: "War and Peace" has three million. What is larger is data or a log, and would keep the reader
 * pane busy for seconds.
 */
export const maxBytes = 10_000_000
