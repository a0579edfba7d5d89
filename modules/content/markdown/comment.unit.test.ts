import { expect, test } from 'vitest'
import { renderComment } from './comment.ts'

test('a comment shows text, code and links', () => {
  expect(renderComment('Run `npm start`\nthen see https://example.com').html).toBe(
    '<p>Run <code>npm start</code><br />\nthen see <a href="https://example.com" rel="noopener noreferrer nofollow ugc">https://example.com</a></p>\n',
  )
  expect(renderComment('```sh\nls\n```').html).toBe(
    '<pre><code class="language-sh">ls\n</code></pre>\n',
  )
})

test('nothing else is markup', () => {
  expect(renderComment('# A **b** <b>c</b>').html).toBe('<p># A **b** &lt;b&gt;c&lt;/b&gt;</p>\n')
  expect(renderComment('![x](https://example.com/x.png)').html).not.toContain('<img')
  expect(renderComment('[x](javascript:alert(1))').html).not.toContain('<a')
  expect(renderComment('[x](//example.com)').html).not.toContain('href')
})

test('links are counted as readers see them', () => {
  expect(renderComment('`https://a.example` is code').links).toBe(0)
  expect(
    renderComment('see https://a.example and [b](https://b.example), <https://c.example>').links,
  ).toBe(3)
})
