import { anpa1312 } from './agency/anpa-1312.ts'
import { iptc7901 } from './agency/iptc-7901.ts'
import { newsml1Items } from './agency/newsml-1-items.ts'
import { newsml1 } from './agency/newsml-1.ts'
import { newsmlG2Message } from './agency/newsml-g2-message.ts'
import { newsmlG2 } from './agency/newsml-g2.ts'
import { ninjs } from './agency/ninjs.ts'
import { nitf } from './agency/nitf.ts'
import { feed } from './feed/feed.ts'
import { epub } from './epub/epub.ts'
import { bibtex } from './bibliography/bibtex.ts'
import { cslJson } from './bibliography/csl-json.ts'
import { ris } from './bibliography/ris.ts'
import { zoteroMarkdown } from './bibliography/zotero-markdown.ts'
import type { Importer } from './importer.ts'
import { hypothesis } from './hypothesis/hypothesis.ts'
import { kindle } from './kindle/kindle.ts'
import { markdownZip } from './markdown/markdown-zip.ts'
import { markdown } from './markdown/markdown.ts'
import { mail } from './mail/mail.ts'
import { mbox } from './mail/mbox.ts'
import { pdf } from './pdf/pdf.ts'
import { plainText } from './plain-text.ts'
import { mhtml } from './saved-page/mhtml.ts'
import { chrome } from './services/chrome.ts'
import { firefox } from './services/firefox.ts'
import { instapaper } from './services/instapaper.ts'
import { karakeep } from './services/karakeep.ts'
import { linkwarden } from './services/linkwarden.ts'
import { matter } from './services/matter.ts'
import { netscape } from './services/netscape.ts'
import { omnivore } from './services/omnivore.ts'
import { pinboard } from './services/pinboard.ts'
import { pocket } from './services/pocket.ts'
import { raindrop } from './services/raindrop.ts'
import { readability } from './services/readability.ts'
import { readwiseReader } from './services/readwise-reader.ts'
import { readwise } from './services/readwise.ts'
import { wallabag } from './services/wallabag.ts'
import { webAnnotation } from './web-annotation/web-annotation.ts'
import { wacz } from './web-archive/wacz.ts'
import { warc } from './web-archive/warc.ts'
import { webPage, webPageDefuddle } from './web-page/web-page.ts'

/** All formats, one a line. The first that accepts a file reads it, so the particular stand before the general. */
export const importers: readonly Importer[] = [
  nitf,
  newsmlG2,
  newsmlG2Message,
  newsml1,
  newsml1Items,
  ninjs,
  anpa1312,
  iptc7901,
  feed,
  epub,
  pdf,
  wacz,
  warc,
  mhtml,
  mbox,
  mail,
  pocket,
  instapaper,
  omnivore,
  readwise,
  readwiseReader,
  matter,
  raindrop,
  wallabag,
  readability,
  karakeep,
  linkwarden,
  pinboard,
  chrome,
  firefox,
  netscape,
  hypothesis,
  webAnnotation,
  kindle,
  ris,
  bibtex,
  cslJson,
  markdownZip,
  zoteroMarkdown,
  markdown,
  webPage,
  webPageDefuddle,
  plainText,
]
