/** `local`: what is derived, or belongs to the machine. */
export type FileKind =
  'library' | 'article' | 'version' | 'content' | 'notes' | 'pictures' | 'feeds' | 'settings' | 'local'

export type Json = { readonly [key: string]: unknown }

/**
 * Leads from one format version to the next: for each kind of file what becomes of its fields, `format` aside. Null for a file
 * that is not what its version says; a kind is left out where there was no such file yet.
 */
export type Step = { readonly [kind in FileKind]?: (json: Json) => Json | null }
