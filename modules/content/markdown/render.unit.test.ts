import { describe, expect, test } from 'vitest'
import { renderMarkdown } from './render.ts'

const html = (source: string) => renderMarkdown(source).html.trim()

describe('Markdown', () => {
  test('renders tables, strikethrough, task lists, links and code with its language', () => {
    expect(html('| a | b |\n|:-:|--:|\n| 1 | 2 |')).toContain('<td align="right">2</td>')
    expect(html('~~gone~~')).toBe('<p><s>gone</s></p>')
    expect(html('- [x] done\n- [ ] open')).toBe(
      '<ul>\n<li class="task"><input type="checkbox" disabled checked />done</li>\n<li class="task"><input type="checkbox" disabled />open</li>\n</ul>',
    )
    expect(html('```ts\nlet x = 1 < 2\n```')).toBe(
      '<pre><code class="language-ts">let x = 1 &lt; 2\n</code></pre>',
    )
    expect(html('https://example.com/a')).toContain(
      '<a href="https://example.com/a" rel="noopener noreferrer nofollow ugc">',
    )
    expect(html('[home](/p/home) [mail](mailto:a@b.example)')).toBe(
      '<p><a href="/p/home">home</a> <a href="mailto:a@b.example">mail</a></p>',
    )
  })

  test('drops tags of HTML and keeps their text; what only looks like a tag is text', () => {
    expect(html('<div>\n# T')).toContain('<h1 id="t">T</h1>')
    expect(html('Array<string> and Map<K, V>')).toBe(
      '<p>Array&lt;string&gt; and Map&lt;K, V&gt;</p>',
    )
    expect(html('<b onclick="x()">bold</b> <!-- note --> end')).toBe('<p>bold  end</p>')
  })

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt&#58;alert(1))',
    '[x](vbscript:x)',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '![x](javascript:alert(1))',
    '<a href="javascript:alert(1)">x</a>',
    '[a]: javascript:alert(1)\n\n[a]',
    '<iframe src="https://evil.example"></iframe>',
    '<style>body{display:none}</style>',
    '<x onfocus=alert(1) tabindex=1>',
    '```"><script>alert(1)</script>\nx\n```',
    '![x](https://a.example/"onerror="alert(1))',
  ])('makes %s harmless', (source) => {
    const result = html(source)
    const tags = result.match(/<[^>]*>/g) ?? []
    for (const tag of tags) {
      expect(tag).not.toMatch(/script|iframe|svg|style|\son\w+=|javascript:|vbscript:|data:/i)
    }
  })

  test('loads images only by https or from this server, and never links to another host by //', () => {
    expect(html('![a](http://x.example/y.png)')).toBe('<p><img alt="a" loading="lazy" /></p>')
    expect(html('![a](/f/1)')).toBe('<p><img src="/f/1" alt="a" loading="lazy" /></p>')
    expect(html('[a](//evil.example)')).toBe('<p><a>a</a></p>')
  })

  test('gives headings ids that are unique, in any script', () => {
    const { headings } = renderMarkdown('# Café\n\n## Notes\n\n## Notes\n\n## Notes 2\n\n### 日本')
    expect(headings.map(({ id }) => id)).toEqual(['café', 'notes', 'notes--2', 'notes-2', '日本'])
    expect(headings[4]).toEqual({ level: 3, id: '日本', text: '日本' })
  })

  test('has its text without markup, a line for each block', () => {
    const { text } = renderMarkdown('# *A* `b`\n\nOne\ntwo [link](/x)\n\n- item\n\n```\ncode\n```')
    expect(text).toBe('A b\nOne two link\nitem\ncode')
  })
})
