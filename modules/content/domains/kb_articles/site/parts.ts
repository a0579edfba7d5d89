import { escapeText } from '@powernode/modules/content/site/html.ts'

/** The form that searches the knowledge base. */
export function searchForm(text = ''): string {
  return `<form class="search" role="search" action="/kb/search">
<label for="q">Search the knowledge base</label>
<input id="q" name="q" type="search" maxlength="200" required value="${escapeText(text)}"> <button>Search</button>
</form>`
}

interface Listed {
  title: string
  slug: string
  excerpt: string
}

/** Articles with links, each with how it begins. */
export function articleList(articles: Listed[]): string {
  const items = articles.map(
    ({ title, slug, excerpt }) =>
      `<li><a href="/kb/${slug}">${escapeText(title)}</a><p>${escapeText(excerpt)}</p></li>`,
  )
  return `<ul class="articles">\n${items.join('\n')}\n</ul>`
}

/** Links below a heading; nothing if there are none. */
export function linkSection(heading: string, links: { title: string; path: string }[]): string {
  if (links.length === 0) return ''
  const items = links.map(
    ({ title, path }) => `<li><a href="${escapeText(path)}">${escapeText(title)}</a></li>`,
  )
  return `<section><h2>${escapeText(heading)}</h2><ul>\n${items.join('\n')}\n</ul></section>`
}
