import { type Api, dataOf } from '../client.ts'

/** A knowledge base with a category below another, a published article and a comment on it; returns its pages. */
export async function seedArticles(api: Api): Promise<string[]> {
  const categories = '/api/v1/kb/categories'
  const top = dataOf(await api.POST(categories, { body: { name: 'Getting started' } }))
  const below = { name: 'On Linux', parent_id: top.id, is_public: false }
  dataOf(await api.POST(categories, { body: below }))
  const text = { title: 'First steps', content: '# First steps\n\nRun `npm start`.' }
  const body = { ...text, category_id: top.id, tags: ['Setup'], status: 'published' as const }
  const article = dataOf(await api.POST('/api/v1/kb/articles', { body }))
  const comment = { article_id: article.id, content: 'Thanks, that `helped`.' }
  dataOf(await api.POST('/api/v1/kb/comments', { body: comment }))
  return [
    ...['?new=1', '/insights', `/${article.id}`].map((page) => `/kb_articles${page}`),
    ...['/kb_categories', `/kb_categories?category=${top.id}`],
    ...['/kb_comments', `/kb_comments/on/${article.slug}`],
  ]
}
