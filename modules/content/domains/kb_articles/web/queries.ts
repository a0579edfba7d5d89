import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, data, LARGEST_PAGE, type Query, reply } from '~/api'
import { queryClient } from '~/session'
import { documentKey, type EditorKind } from '~/ui/documents/editorKind'

export type ArticleRow = Data<'/api/v1/kb/articles', 'get'>[number]
export type ArticleDetail = Data<'/api/v1/kb/articles/{key}', 'get'>
export type ArticleStatus = ArticleRow['status']

/** What the editor changes; empty texts are sent as null. */
export type ArticleValues = Pick<
  ArticleDetail,
  | 'title'
  | 'content'
  | 'slug'
  | 'tags'
  | 'language'
  | 'is_public'
  | 'is_featured'
  | 'comments_enabled'
  | 'is_indexed'
> & { category_id: string; excerpt: string; meta_title: string; meta_description: string }

const key = ['kb_articles']

/** How articles are edited. */
export const articleKind: EditorKind<ArticleDetail> = {
  noun: 'article',
  key: 'kb_articles',
  address: '/kb/',
  record: 'kb_article',
  permissions: { update: 'kb_articles.update', publish: 'kb_articles.publish' },
  channel: 'KbArticleChannel',
  render: async (content, signal) => {
    const call = api.POST('/api/v1/kb/articles/render', { body: { content }, signal })
    return (await data(call)).rendered_content
  },
  listVersions: (id, query, signal) => {
    const params = { path: { key: id }, query }
    return reply(api.GET('/api/v1/kb/articles/{key}/versions', { params, signal }))
  },
  readVersion: (id, version, signal) => {
    const params = { path: { key: id, version: String(version) } }
    return data(api.GET('/api/v1/kb/articles/{key}/versions/{version}', { params, signal }))
  },
  restoreVersion: async (id, version) => {
    const params = { path: { key: id, version: String(version) } }
    const path = '/api/v1/kb/articles/{key}/versions/{version}/restore'
    return kept(await data(api.POST(path, { params })))
  },
  publish: async ({ id, lock_version }) => {
    const path = '/api/v1/kb/articles/{key}/publish'
    return kept(await data(api.POST(path, { ...of(id), body: { lock_version } })))
  },
  schedule: async ({ id, lock_version }, times) => {
    const path = '/api/v1/kb/articles/{key}/schedule'
    return kept(await data(api.POST(path, { ...of(id), body: { ...times, lock_version } })))
  },
  sharePreview: (id, days) =>
    data(api.POST('/api/v1/kb/articles/{key}/preview', { ...of(id), body: { days } })),
}

const of = (id: string) => ({ params: { path: { key: id } } })

export const articlesQuery = (query: Query<'/api/v1/kb/articles'>) =>
  queryOptions({
    queryKey: [...key, 'list', query],
    queryFn: ({ signal }) => {
      const params = { query: { ...query, admin: true } }
      return reply(api.GET('/api/v1/kb/articles', { params, signal }))
    },
    placeholderData: keepPreviousData,
  })

export const articleQuery = (id: string) =>
  queryOptions({
    queryKey: documentKey(articleKind, id),
    queryFn: ({ signal }) => {
      const params = { path: { key: id }, query: { admin: true } }
      return data(api.GET('/api/v1/kb/articles/{key}', { params, signal }))
    },
  })

/** The categories of the account in the order of their tree, with their level. */
export const categoryChoicesQuery = queryOptions({
  queryKey: ['kb_categories', 'choices'],
  queryFn: async ({ signal }) => {
    const params = { query: { admin: true } }
    const tree = await data(api.GET('/api/v1/kb/categories/tree', { params, signal }))
    return tree.categories.map(({ id, name, depth }) => ({
      value: id,
      label: `${'\u2003'.repeat(depth - 1)}${name}`,
    }))
  },
})

export const tagsQuery = queryOptions({
  queryKey: [...key, 'tags'],
  queryFn: ({ signal }) => {
    const params = { query: { ...LARGEST_PAGE, admin: true } }
    return data(api.GET('/api/v1/kb/tags', { params, signal }))
  },
})

export const insightsQuery = (period: number) =>
  queryOptions({
    queryKey: [...key, 'analytics', period],
    queryFn: ({ signal }) => {
      const params = { query: { period } }
      return data(api.GET('/api/v1/kb/articles/analytics', { params, signal }))
    },
    placeholderData: keepPreviousData,
  })

type NewArticle = { title: string; content: string; category_id: string; category_name: string }

/** Creates an article, in a new category if it has only the name of one. */
export async function createArticle({ category_name, ...article }: NewArticle) {
  if (!article.category_id) {
    const body = { name: category_name }
    article.category_id = (await data(api.POST('/api/v1/kb/categories', { body }))).id
    await queryClient.invalidateQueries({ queryKey: ['kb_categories'] })
  }
  const created = await data(api.POST('/api/v1/kb/articles', { body: article }))
  await articlesChanged()
  return created
}

/** Saves only what differs from the article that was opened, which has the `lock_version`. */
export async function saveArticle(
  opened: ArticleDetail,
  { category_id, excerpt, ...values }: ArticleValues,
  lock_version: number,
) {
  const before = {
    ...opened,
    category_id: opened.category.id,
    excerpt: opened.is_excerpt_written ? opened.excerpt : null,
  }
  const after = {
    ...{ ...values, category_id, excerpt: excerpt.trim() || null },
    meta_title: values.meta_title.trim() || null,
    meta_description: values.meta_description.trim() || null,
  }
  const differs = ([field, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(before[field as keyof typeof before])
  const changes = Object.fromEntries(Object.entries(after).filter(differs))
  const body = { ...changes, lock_version }
  return kept(await data(api.PATCH('/api/v1/kb/articles/{key}', { ...of(opened.id), body })))
}

/** Moves an article to another state. What makes it public is `articleKind.publish`. */
export async function setArticleStatus(id: string, status: ArticleStatus) {
  return kept(await data(api.PATCH('/api/v1/kb/articles/{key}', { ...of(id), body: { status } })))
}

export async function unscheduleArticle(id: string) {
  return kept(await data(api.DELETE('/api/v1/kb/articles/{key}/schedule', of(id))))
}

export async function deleteArticle(id: string) {
  await reply(api.DELETE('/api/v1/kb/articles/{key}', of(id)))
  queryClient.removeQueries({ queryKey: articleQuery(id).queryKey })
  await articlesChanged()
}

async function kept(article: ArticleDetail) {
  queryClient.setQueryData(articleQuery(article.id).queryKey, article)
  await articlesChanged()
  return article
}

async function articlesChanged() {
  await Promise.all(
    [key, ['audit_logs']].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
  )
}
