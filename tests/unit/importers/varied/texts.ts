/**
 * A file of a format that is no table and no JSON. `isXml`: space and remarks may stand between its tags, and its attributes in any
 * order.
 */
export type TextFormat = { importer: string; name: string; text: string; isXml: boolean }

const nitf = `<nitf xml:lang="en"><head><title>Ferry dispute</title><docdata><doc-id id-string="x1"/><date.issue norm="20201005T080000Z"/><key-list><keyword key="ferries"/></key-list></docdata></head><body><body.head><hedline><hl1>Ferry dispute goes on</hl1></hedline><byline>By Mara Ellison</byline><dateline><location>Lisbon</location></dateline></body.head><body.content><p>The ferries stayed in port on Monday.</p><p>Talks are to go on.</p></body.content></body></nitf>`

const newsml1 = `<NewsML Version="1.2"><NewsItem><Identification><NewsIdentifier><PublicIdentifier>urn:1</PublicIdentifier></NewsIdentifier></Identification><NewsManagement><FirstCreated>20201005T080000Z</FirstCreated></NewsManagement><NewsComponent xml:lang="en"><NewsLines><HeadLine>Ferry dispute goes on</HeadLine><ByLine>By Mara Ellison</ByLine><DateLine>LISBON</DateLine><CreditLine>Example News</CreditLine></NewsLines><ContentItem><DataContent><p>The ferries stayed in port on Monday.</p><p>Talks are to go on.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`

const newsmlG2 = `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1" version="2" xml:lang="en"><itemMeta><firstCreated>2020-10-05T08:00:00Z</firstCreated><provider literal="Example News"/></itemMeta><contentMeta><headline>Ferry dispute goes on</headline><by>By Mara Ellison</by><located literal="Lisbon"/><keyword>ferries</keyword></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>The ferries stayed in port on Monday.</p><p>Talks are to go on.</p></body></html></inlineXML></contentSet></newsItem>`

const rss = `<rss version="2.0"><channel><title>Tides</title><link>https://example.com/</link><language>en</language><item><title>One &amp; all</title><link>https://example.com/1</link><guid isPermaLink="false">urn:1</guid><pubDate>Thu, 17 Sep 2020 06:06:28 GMT</pubDate><category>sea</category><description>Water keeps no hours.</description></item></channel></rss>`

const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Tides</title><link href="https://example.com/" rel="alternate"/><entry><id>urn:1</id><title>One</title><link rel="alternate" type="text/html" href="https://example.com/1"/><updated>2020-09-17T06:06:28Z</updated><author><name>Mara Ellison</name></author><category term="sea"/><content type="html">&lt;p&gt;Water keeps no hours.&lt;/p&gt;</content></entry></feed>`

const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://example.com/"><title>Tides</title><link>https://example.com/</link></channel><item rdf:about="https://example.com/1"><title>One</title><link>https://example.com/1</link><dc:date>2020-09-17T06:06:28Z</dc:date><dc:creator>Mara Ellison</dc:creator><description>Water keeps no hours.</description></item></rdf:RDF>`

const bookmarks = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
    <DT><H3 ADD_DATE="1600322788">Sea &amp; shore</H3>
    <DL><p>
        <DT><A HREF="https://example.com/1?a=1&amp;b=2" ADD_DATE="1600322788" TAGS="slow web,tides" DATA-IMPORTANT="true">One &lt;1&gt;</A>
        <DD>What it is about
    </DL><p>
    <DT><A HREF="https://example.com/2" ADD_DATE="1600322788">Two</A>
</DL><p>
`

const pocket = `<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8" /><title>Pocket Export</title></head><body>
<h1>Unread</h1><ul>
<li><a href="https://example.com/1?a=1&amp;b=2" time_added="1600322788" tags="sea,slow web">One &amp; all</a></li>
</ul>
<h1>Read Archive</h1><ul>
<li><a href="https://example.com/2" time_added="1600322788" tags="">Two</a></li>
</ul></body></html>
`

const ris = `TY  - NEWS
TI  - Ferry dispute goes on
AU  - Ellison, Mara
AU  - Brandt, Otto
DA  - 2020/10/05/
UR  - https://example.com/1
AB  - Water keeps no hours.
KW  - ferries
KW  - ports
N1  - <p>Mine.</p>
ER  -

TY  - BOOK
TI  - Tides
ER  -
`

const bibtex = `@article{ellison2020,
  title = {Ferry {Dispute} goes on},
  author = {Ellison, Mara and Brandt, Otto},
  date = {2020-10-05},
  url = {https://example.com/1},
  keywords = {ferries, ports},
  abstract = {Water keeps no hours.}
}

@book{tides,
  title = "Tides",
  year = 2019
}
`

const clipping = `---
title: "One: a title"
source: "https://example.com/1"
author:
  - "[[Mara Ellison]]"
published: 2020-10-05
created: 2020-10-06
tags:
  - "clippings"
  - "sea"
---
## Slack water

Water ==keeps no hours==, they say.

- one
- two
`

const zoteroNotes = `# Annotations
(17/09/2020, 08:06:28)

“no hours” ([Ellison, 2020, p. 3](zotero://select/library/items/AAAA1111)) ([pdf](zotero://open-pdf/library/items/BBBB2222?page=3&annotation=CCCC3333)) why?
`

const iptc = `\u0001exn0421 4 pol 80 exn
Portugal-ferries/
\u0002
Ferry dispute goes on

By Mara Ellison

Lisbon (exn) - The ferries stayed in port on Monday.

Talks are to go on.
\u0003
050800 GMT Oct 20
`

const anpa = `\u0016\u0001a0421 rw bc-Ferries 10-05 0080
\u0002^BC-Ferries,80<
^Ferry dispute goes on<
^By MARA ELLISON=
	LISBON, Portugal (EXN) _ The ferries stayed in port on Monday.
	Talks are to go on.
\u0003
EXN-WF-10-05-20 0800GMT<
`

export const formats: TextFormat[] = [
  { importer: 'iptc-7901', name: 'copy.txt', text: iptc, isXml: false },
  { importer: 'anpa-1312', name: 'copy.tst', text: anpa, isXml: false },
  { importer: 'nitf', name: 'story.xml', text: nitf, isXml: true },
  { importer: 'newsml-1', name: 'story.xml', text: newsml1, isXml: true },
  { importer: 'newsml-g2', name: 'story.xml', text: newsmlG2, isXml: true },
  { importer: 'feed', name: 'feed.xml', text: rss, isXml: true },
  { importer: 'feed', name: 'feed.atom', text: atom, isXml: true },
  { importer: 'feed', name: 'feed.rdf', text: rdf, isXml: true },
  { importer: 'bookmarks', name: 'bookmarks.html', text: bookmarks, isXml: false },
  { importer: 'pocket', name: 'ril_export.html', text: pocket, isXml: false },
  { importer: 'ris', name: 'library.ris', text: ris, isXml: false },
  { importer: 'bibtex', name: 'library.bib', text: bibtex, isXml: false },
  { importer: 'markdown', name: 'Clipping.md', text: clipping, isXml: false },
  { importer: 'zotero-markdown', name: 'Notes.md', text: zoteroNotes, isXml: false },
]
