/** A stretch of text of a marked-up document. */
export type Text = { kind: 'text'; text: string }

/** Names and the names of attributes are in lower case in HTML, and as they are written, prefix and all, in XML. */
export type Element = {
  kind: 'element'
  name: string
  attributes: ReadonlyMap<string, string>
  children: Node[]
}

/** What a document is made of, whatever language it is marked up in; comments and instructions are left out. */
export type Node = Text | Element
