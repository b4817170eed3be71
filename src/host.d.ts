// What every JavaScript host brings (WHATWG Encoding and URL) and the language's own library files do not declare;
// of each as much as is used here. Nothing in it reaches a file, a clock or the net.

declare class TextDecoder {
  constructor(label?: string, options?: { fatal: boolean; ignoreBOM: boolean })
  readonly encoding: string
  decode(bytes: Uint8Array): string
}

declare class TextEncoder {
  encode(text: string): Uint8Array
}

declare class URL {
  constructor(url: string, base?: string)
  readonly href: string
  readonly protocol: string
  readonly hostname: string
  readonly pathname: string
  readonly search: string
  static canParse(url: string, base?: string): boolean
}
