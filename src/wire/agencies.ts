/** News agencies and release wires as datelines and credits name them, compared without case. */
const names = [
  'Reuters|Reuter|Thomson Reuters|AP|Associated Press|The Associated Press|UPI|AFP|dpa|dpa-AFX',
  'Agence France-Presse|United Press International|Bloomberg|Bloomberg News|Dow Jones|PA|PA Media',
  'Press Association|PA Wire|CP|The Canadian Press|Canadian Press|AAP|NZPA|EFE|Europa Press|EP',
  'ANSA|AGI|Adnkronos|Askanews|Italpress|LaPresse|Dire|Lusa|ats|sda|Keystone-ATS|Keystone-SDA|APA',
  'AWP|Belga|ANP|NTB|TT|STT|Ritzau|PAP|CTK|ČTK|MTI|TASR|SITA|STA|HINA|Tanjug|Beta|FoNet|Fena|SRNA',
  'BTA|Agerpres|Mediafax|ANA|ANA-MPA|AMNA|CNA|ATA|MIA|BNS|ELTA|LETA|ERR|KNA|epd|TASS|ITAR-TASS',
  'Interfax|RIA Novosti|RIA|Sputnik|Prime|Ukrinform|UNIAN|BelTA|Interfax-Ukraine|Kazinform|Trend',
  'AzerTac|Armenpress|Interpressnews|Moldpres|UzA|Xinhua|Xinhua News Agency|CNS|Kyodo|Kyodo News',
  'Jiji|Jiji Press|Yonhap|KCNA|VNA|Bernama|Antara|PNA|TNA|Montsame|PTI|UNI|ANI|IANS|APP|BSS|UNB',
  'RSS|NNN|Online|INP|NNI|Khaama|Pajhwok|Bakhtar|IRNA|ISNA|Tasnim|Fars|FNA|Mehr|MNA|IRIB|Press TV',
  'ICANA|ILNA|IQNA|Shana|YJC|Tasnim News Agency|Anadolu|AA|Anadolu Agency|DHA|IHA|ANKA|BIA|Rudaw',
  'ANF|NINA|INA|SANA|NNA|Petra|WAFA|Maan|Ma’an|KUNA|QNA|BNA|WAM|SPA|ONA|SABA|MENA|MAP|TAP|APS|LANA',
  'SUNA|SONNA|ENA|NAN|GNA|Ghana News Agency|SLENA|ANGOP|AIP|PANA|KBC|SANews|SAPA|ZIANA|Nampa|BOPA',
  'AIM|APO|Notimex|Télam|Telam|Noticias Argentinas|DyN|Andina|ABI|Prensa Latina|PL|AVN',
  'Agência Brasil|Agencia Brasil|ABr|Estadão|Folhapress|Colprensa|AIN|ACN|CMC|Infobae',
  'Xinhua-AsiaNet|CNN|BBC|BBC News|NPR|NBC|NBC News|CBS|CBS News|ABC|ABC News|Fox News|VOA|RFE/RL',
  'RFA|RFI|DW|Deutsche Welle|Al Jazeera|CBC|CTV|SBS|RTÉ|NHK|IPS|IRIN|Axios|Politico|JTA|RNS',
  'Catholic News Service|Scripps|McClatchy|TNS|Tribune News Service|MCT|KRT|Knight Ridder|Gannett',
  'Cox News Service|Newhouse|StatePoint|States Newsroom|The Conversation|ProPublica|PRNewswire',
  'PR Newswire|PRNewswire-AsiaNet|PRNewswire-FirstCall|PRNewswire-USNewswire|AsiaNet|Business Wire',
  'GlobeNewswire|GLOBE NEWSWIRE|ACCESSWIRE|ACCESS Newswire|Newswire|Marketwired|Marketwire',
  'Market Wire|Newsfile Corp.|Newsfile|CNW|CNW Group|EIN Presswire|EINPresswire|PRWEB|eReleases',
  'news aktuell|ots|presstext|Cision|Send2Press|Canada NewsWire|Media OutReach',
  'Media OutReach Newswire|ACN Newswire|JCN Newswire|NewMediaWire|TheNewswire|EQS-News|DGAP|رويترز',
  'أ ف ب|أ.ف.ب|فرانس برس|سانا|واس|وام|قنا|كونا|بترا|وفا|العمانية|بنا|أ ش أ|واع|الأناضول|د ب أ|سبأ',
  'وات|واج|أ ب|العالم|شينخوا|تاس|سبوتنيك|معا|لانا|سونا|ایرنا|تسنیم|فارس|مهر|ایسنا|ایلنا|ایکنا|شانا',
  'آنا|برنا|میزان|رویترز|خبرآنلاین|باشگاه خبرنگاران جوان|ТАСС|ИТАР-ТАСС|РИА Новости|РИА|Интерфакс',
  'Прайм|Укринформ|УНИАН|БЕЛТА|INTERFAX.RU|신화|연합뉴스|뉴시스|뉴스1|共同|時事|ロイター|新华社|中新社|中央社',
].flatMap((line) => line.split('|'))

const known = new Set(names.map(keyOf))

function keyOf(name: string): string {
  return name.toLowerCase().replace(/\s+/g, ' ').trim()
}

/** Words that only the names of agencies end or begin with. */
const agencyWords =
  /\b(?:news ?(?:agency|service|wire|desk)|press agency|newswire|presswire|wire service|news|press|agence|agencia|agência|agenzia|nachrichtenagentur)\b|^(?:خبرگزاری|وكالة|وکالة|агентство)\s/iu

/** Also two agencies on one story (`ats afp`, `AFP-JIJI`) and an agency with its region (`dpa/lno`). */
export function isKnownAgency(name: string): boolean {
  // No name is longer, and the line may be.
  if (name.length > 60) return false
  const key = keyOf(name)
  if (known.has(key) || known.has(key.replace(/[.:]+$/, ''))) return true
  const parts = key.split(/\s+(?:(?:and|und|et|y|&)\s+)?|,\s*/)
  return parts.length <= 3 && parts.every(isJoint)
}

function isJoint(part: string): boolean {
  const [first = '', ...rest] = part.split(/[/+–-]/)
  return (
    known.has(first) &&
    rest.length <= 2 &&
    rest.every((name) => known.has(name) || /^\p{L}{2,4}$/u.test(name))
  )
}

/** A known agency, or a name that says it is one: `Example News`, `Ghana News Agency`. */
export function soundsLikeAgency(name: string): boolean {
  return isKnownAgency(name) || (name.length <= 80 && agencyWords.test(name))
}
