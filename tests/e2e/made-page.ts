const soundings =
  'The outer wall was measured twice that spring, once from the quay and once from a boat, and the two readings never agreed; the harbour master kept both of them and told nobody which he believed.'

/** A page with one of each thing that a text is made of. */
export const pageOfEverything = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Soundings of a wall</title></head><body><article>
<h1>Soundings of a wall</h1>
<p>${soundings}<sup><a href="#n1" id="r1">1</a></sup> It was <em>certain</em> and <strong>strong</strong>, says <code>wall.log</code>.<sup><a href="#n2" id="r2">2</a></sup></p>
<h2>The first measure</h2>
<p>${soundings}</p>
<figure><img src="https://pictures.example/wall.png" alt="A wall of granite"><figcaption>The wall at low tide</figcaption></figure>
<figure><img src="https://pictures.example/plan.png" alt=""><figcaption>Nobody described this one</figcaption></figure>
<h3>What was used</h3>
<ul><li>A lead<ul><li>its line</li><li>its tallow</li></ul></li><li>A boat</li></ul>
<ol><li>First, go out.</li><li>Then, come back.</li></ol>
<blockquote><p>It moved, and I saw it move.</p><blockquote><p>He said so then, too.</p></blockquote></blockquote>
<h2>The figures</h2>
<p>${soundings}</p>
<table><thead><tr><th>Day</th><th>Depth</th></tr></thead><tbody><tr><td>Monday</td><td>11.2 m</td></tr><tr><td>Tuesday</td><td>11.4 m</td></tr></tbody></table>
<table><thead><tr>${cells('th', 'Station')}</tr></thead><tbody><tr>${cells('td', 'fathoms')}</tr><tr>${cells('td', 'fathoms')}</tr></tbody></table>
<pre><code>const depth = line.marks.reduce((sum, mark) =&gt; sum + mark.fathoms, 0) // longer than a line of text may ever be in any window</code></pre>
<h4>A small matter</h4>
<p>${soundings}</p>
<section role="doc-endnotes"><ol>
<li id="n1"><p>Both readings are in the harbour’s own book. <a href="#r1">↩</a></p></li>
<li id="n2"><p>The log has been lost since. <a href="#r2">↩</a></p></li>
</ol></section>
</article></body></html>`

/** More of them than fit beside each other in a text. */
function cells(name: 'th' | 'td', word: string): string {
  return Array.from({ length: 16 }, (_, index) => `<${name}>${word} ${index}</${name}>`).join('')
}
