/** `highlight` is also what is underlined, circled or starred, and an article that was kept whole. */
export type ClippingKind = 'highlight' | 'note' | 'bookmark'

/**
 * What the kinds are called in the languages of the devices. The words were collected from the labels quoted in public parsers of
 * the file and from what the devices' languages call them; none of a later line is part of one before it.
 */
const words: readonly (readonly [ClippingKind, RegExp])[] = [
  [
    'bookmark',
    /bookmark|lesezeichen|marcador|marca-?p[áa]ginas|signet|segnalibro|bladwijzer|закладк|ブックマーク|しおり|书签|書籤|북마크|책갈피|zakładk|záložk|yer (?:imi|işareti)|bokmärke|bogmærke|bokmerke|kirjanmerkki|إشارة|العلامة المرجعية|बुकमार्क/iu,
  ],
  [
    'highlight',
    /highlight|underline|circle|asterisk|markierung|unterstreichung|surlign|subrayado|resaltado|evidenziazione|destaque|markering|markert|выделен|виділен|ハイライト|标注|標註|標記|重點|하이라이트|강조|zaznaczen|podkreślen|wyróżnien|zvýrazněn|vurgu|överstryk|merkintä|korostus|تمييز|تظليل|مظلل|हाइलाइट/iu,
  ],
  [
    'note',
    /(?<!\p{L})not[ae]?(?!\p{L})|notiz|notitie|anotaç|заметк|примечани|нотатк|メモ|笔记|筆記|註解|备注|메모|노트|notatk|poznámk|notunuz|anteckning|merknad|notat|muistiinpano|ملاحظ|नोट/iu,
  ],
  [
    'highlight',
    /\bclip(?:ping)?\b|artikel|artículo|articolo|artigo|extrait|вырезка|クリップ|剪切|剪輯|클리핑|ausschnitt|recorte|ritaglio|knipsel/iu,
  ],
]

/** The kind that a clipping's second line names; null where it names none. */
export function kindOf(details: string): ClippingKind | null {
  return words.find(([, names]) => names.test(details))?.[0] ?? null
}
