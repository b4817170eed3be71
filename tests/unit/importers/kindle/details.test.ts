import { describe, expect, test } from 'vitest'
import { readDetails } from '../../../../src/importers/kindle/details.ts'

/** `highlight p92 1406-1407 2016-03-26T14:59:39`. */
function said(line: string): string | null {
  const details = readDetails(line)
  if (details === null) return null
  const { kind, page, place, addedAt } = details
  const parts = [
    kind,
    page === null ? null : `p${page}`,
    place?.unit === 'location' ? `${place.from}-${place.to}` : null,
    addedAt?.replace('.000Z', ''),
  ]
  return parts.filter((part) => part != null).join(' ')
}

describe('the line below the title', () => {
  test.each([
    [
      '- Your Highlight on page 92 | location 1406-1407 | Added on Saturday, 26 March 2016 14:59:39',
      'highlight p92 1406-1407 2016-03-26T14:59:39',
    ],
    [
      '- Your Highlight on page 8 | Location 64-64 | Added on Tuesday, April 15, 2025 10:16:21 PM',
      'highlight p8 64-64 2025-04-15T22:16:21',
    ],
    [
      '- Your Note on Location 4210 | Added on Tuesday, September 1, 2026 9:04:40\u202fPM',
      'note 4210-4210 2026-09-01T21:04:40',
    ],
    [
      '- Your Bookmark at location 346 | Added on Saturday, 26 March 2016 15:46:21',
      'bookmark 346-346 2016-03-26T15:46:21',
    ],
    [
      '- Your Highlight on page 207-207 | Added on Monday, April 21, 2025 8:55:24 AM',
      'highlight p207 2025-04-21T08:55:24',
    ],
    [
      '- Your Highlight on page xii | Location 300-340 | Added on Thursday, September 3, 2026 12:31:00 AM',
      'highlight 300-340 2026-09-03T00:31:00',
    ],
    [
      '- Your Underline on Location 5000-5031 | Added on Wednesday, 2 September, 2026 12:12:30 PM',
      'highlight 5000-5031 2026-09-02T12:12:30',
    ],
    [
      '- Highlight Loc. 1406-10 | Added on Monday, September 05, 2011, 09:15 AM',
      'highlight 1406-1410 2011-09-05T09:15:00',
    ],
    [
      '- Highlight on Page 7 | Added on Monday, 3 December 12 19:42:30 Greenwich Mean Time',
      'highlight p7 2012-12-03T19:42:30',
    ],
    [
      '- Clip This Article at location 22 | Added on Monday, May 5, 2014 1:00:00 PM',
      'highlight 22-22 2014-05-05T13:00:00',
    ],
  ])('in English: %s', (line, expected) => expect(said(line)).toBe(expected))

  test.each([
    [
      '- Ihre Markierung auf Seite 12 | bei Position 180-181 | Hinzugefügt am Montag, 25. September 2023 22:42:15',
      'highlight p12 180-181 2023-09-25T22:42:15',
    ],
    [
      '- Deine Notiz bei Position 6470 | Hinzugefügt am Mittwoch, 5. März 2024 21:12:45',
      'note 6470-6470 2024-03-05T21:12:45',
    ],
    [
      '- Ihr Lesezeichen bei Position 400 | Hinzugefügt am Sunday, August 30, 2026 10:05:00 AM',
      'bookmark 400-400 2026-08-30T10:05:00',
    ],
    [
      '- Votre surlignement sur la page 12 | emplacement 145-147 | Ajouté le samedi 16 juin 2012 à 22:40:52',
      'highlight p12 145-147 2012-06-16T22:40:52',
    ],
    [
      '- Votre surlignement à lʼemplacement 20-26 | Ajouté le mercredi 16 août 2017 02:14:10',
      'highlight 20-26 2017-08-16T02:14:10',
    ],
    [
      '- Votre note Emplacement 3752 | Ajoutée le vendredi 16 novembre 2018 à 13:51:19',
      'note 3752-3752 2018-11-16T13:51:19',
    ],
    [
      '- Votre signet sur la page 3 | Ajouté le lundi 17 décembre 2012 à 08:27:45',
      'bookmark p3 2012-12-17T08:27:45',
    ],
    [
      '- Tu subrayado en la página 7 | posición 89-92 | Añadido el martes, 12 de marzo de 2024 21:30:15',
      'highlight p7 89-92 2024-03-12T21:30:15',
    ],
    [
      '- La subrayado en la página 14 | posición 182-183 | Añadido el lunes, 25 de noviembre de 2019 0:43:38',
      'highlight p14 182-183 2019-11-25T00:43:38',
    ],
    [
      '- Tu nota en la posición 773 | Añadido el miércoles, 27 de enero de 2016 20:04:07',
      'note 773-773 2016-01-27T20:04:07',
    ],
    [
      '- El marcador en la posición 3 | Añadido el jueves, 1 de octubre de 2015 23:50:51',
      'bookmark 3-3 2015-10-01T23:50:51',
    ],
    [
      '- La tua evidenziazione a pagina 477 | posizione 7312-7314 | Aggiunto in data lunedì 20 novembre 2023 23:50:21',
      'highlight p477 7312-7314 2023-11-20T23:50:21',
    ],
    [
      '-  La tua nota alla posizione 412 | Aggiunto in data domenica 24 maggio 2020 15:32:02',
      'note 412-412 2020-05-24T15:32:02',
    ],
    [
      '- Il tuo segnalibro a pagina 5 | posizione 30 | Aggiunto in data martedì 5 agosto 2024 18:40:02',
      'bookmark p5 30-30 2024-08-05T18:40:02',
    ],
    [
      '- Seu destaque na página 33 | posição 410-412 | Adicionado: terça-feira, 5 de março de 2024 09:12:45',
      'highlight p33 410-412 2024-03-05T09:12:45',
    ],
    [
      '- Sua nota ou posição 334 | Adicionado: sábado, 16 de maio de 2015 13:16:48',
      'note 334-334 2015-05-16T13:16:48',
    ],
    [
      '- Seu marcador na posição 9 | Adicionado: quinta-feira, 1 de fevereiro de 2024 10:30:45',
      'bookmark 9-9 2024-02-01T10:30:45',
    ],
    [
      '- Je highlight op pagina 1 t/m 10 | locatie 55 t/m 88 | Toegevoegd op maandag 30 september 2019 18:00:39',
      'highlight p1 55-88 2019-09-30T18:00:39',
    ],
    [
      '- Uw markering op pagina 6 | locatie 36-40 | Toegevoegd op zondag 3 maart 2019 18:00:39',
      'highlight p6 36-40 2019-03-03T18:00:39',
    ],
    [
      '- Je notitie op locatie 41 | Toegevoegd op vrijdag 31 mei 2019 18:00:39',
      'note 41-41 2019-05-31T18:00:39',
    ],
    [
      '– Ваш выделенный отрывок на странице 8 | Место 243–245 | Добавлено: пятница, 26 февраля 2016 г. в 11:00:57',
      'highlight p8 243-245 2016-02-26T11:00:57',
    ],
    [
      '– Ваша заметка в месте 738 | Добавлено: вторник, 30 мая 2019 г. в 19:30:01',
      'note 738-738 2019-05-30T19:30:01',
    ],
    ['- Ваша закладка на странице 40 | Место 600', 'bookmark p40 600-600'],
    [
      '- Twoje zaznaczenie na stronie 14 | pozycja 200-201 | Dodano: środa, 5 października 2022 21:00:00',
      'highlight p14 200-201 2022-10-05T21:00:00',
    ],
    [
      '- Vurgunuz: sayfa 14 | konum 200-201 | Eklenme tarihi: 5 Ekim 2022 Çarşamba 21:00:00',
      'highlight p14 200-201 2022-10-05T21:00:00',
    ],
    [
      '- Din markering på sida 14 | plats 200-201 | Tillagd onsdag 5 oktober 2022 21:00:00',
      'highlight p14 200-201 2022-10-05T21:00:00',
    ],
    [
      '- Din anteckning på plats 201 | Tillagd fredag 2 maj 2025 07:00:00',
      'note 201-201 2025-05-02T07:00:00',
    ],
    [
      '- पृष्ठ 14 पर आपका हाइलाइट | स्थान 200-201 | जोड़ा गया बुधवार, 5 अक्टूबर 2022 9:00:00 PM',
      'highlight p14 200-201 2022-10-05T21:00:00',
    ],
    [
      '- تمييزك في صفحة ١٤ | الموقع ٢٠٠-٢٠١ | تمت الإضافة في الأربعاء، ٥ أكتوبر ٢٠٢٢ ٩:٠٠:٠٠ م',
      'highlight p14 200-201 2022-10-05T21:00:00',
    ],
  ])('in a language of words: %s', (line, expected) => expect(said(line)).toBe(expected))

  test.each([
    [
      '- 6ページ|位置No. 34-35のハイライト |作成日: 2026年4月4日月曜日 20:26:13',
      'highlight p6 34-35 2026-04-04T20:26:13',
    ],
    ['- 位置No. 77のメモ |作成日: 2023年6月10日土曜日 9:18:40', 'note 77-77 2023-06-10T09:18:40'],
    [
      '- 30ページ｜位置No. 400のブックマーク |作成日: 2025年4月2日水曜日 21:06:00',
      'bookmark p30 400-400 2025-04-02T21:06:00',
    ],
    [
      '- 您在第 2 页（位置 #22-25）的标注 | 添加于 2022年1月17日星期一 下午11:04:03',
      'highlight p2 22-25 2022-01-17T23:04:03',
    ],
    ['- 您在位置 #205 的笔记 | 添加于 2019年8月31日星期六 上午12:26:56', 'note 205-205 2019-08-31T00:26:56'],
    ['- 您在第 3-3 页的标注 | 添加于 2018年11月19日星期一 下午2:23:42', 'highlight p3 2018-11-19T14:23:42'],
    ['- 在位置 #9 的书签 | 添加于 2018年11月19日 星期一 下午12:23:42', 'bookmark 9-9 2018-11-19T12:23:42'],
    [
      '- 您在第 12 頁（位置 #205-206）的標註 | 新增於 2022年1月17日星期一 下午11:04:03',
      'highlight p12 205-206 2022-01-17T23:04:03',
    ],
    [
      '- 您在位置 #120-122 的標註 | 新增於 2024年3月15日 星期五 上午11:20:00',
      'highlight 120-122 2024-03-15T11:20:00',
    ],
    ['- 您在位置 #122 的筆記 | 新增於 2024年3月15日 星期五 下午1:20:00', 'note 122-122 2024-03-15T13:20:00'],
    ['- 您在第 3 頁的書籤 | 新增於 2024年3月15日 星期五 上午12:20:00', 'bookmark p3 2024-03-15T00:20:00'],
    ['- 12페이지의 메모 | 추가됨: 2022년 1월 17일 월요일 오전 11:04:03', 'note p12 2022-01-17T11:04:03'],
    [
      '- 위치 205의 북마크 | 추가됨: 2022년 1월 17일 월요일 오전 12:04:03',
      'bookmark 205-205 2022-01-17T00:04:03',
    ],
    [
      '- 12페이지 | 위치 205-206의 하이라이트 | 추가됨: 2022년 1월 17일 월요일 오후 11:04:03',
      'highlight p12 205-206 2022-01-17T23:04:03',
    ],
  ])('in a language of signs: %s', (line, expected) => expect(said(line)).toBe(expected))

  test('in a language that nobody has heard of still says where and, mostly, when', () => {
    expect(said('- Xyzzy plugh 12-14 | Frobbed 2026-10-05 09:00:00')).toBe('12-14 2026-10-05T09:00:00')
    expect(said('- Xyzzy plugh 12 | Frobbed on a 5 Blargember 2026 09:00')).toBe('12-12')
    expect(said('- Xyzzy plugh iv | Frobbed')).toBe('')
  })

  test.each([['- and then he left'], ['Your Highlight on page 3'], [''], ['==========']])(
    'is not “%s”',
    (line) => expect(said(line)).toBeNull(),
  )

  test('with a day that is none has no time', () => {
    expect(said('- Your Highlight on page 3 | Added on Monday, February 30, 2026 9:00:00 AM')).toBe(
      'highlight p3',
    )
  })
})
