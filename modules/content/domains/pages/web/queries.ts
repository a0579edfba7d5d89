import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, data, type Query, reply } from '~/api'
import { queryClient } from '~/session'
import { documentKey, type EditorKind } from '~/ui/documents/editorKind'

export type PageRow = Data<'/api/v1/admin/pages', 'get'>[number]
export type PageDetail = Data<'/api/v1/admin/pages/{id}', 'get'>

/** What the editor changes; empty texts are sent as null. */
export type PageValues = Pick<PageDetail, 'title' | 'content' | 'slug' | 'is_indexed'> & {
  meta_description: string
  meta_keywords: string
}

const key = ['pages']

/** How pages are edited. */
export const pageKind: EditorKind<PageDetail> = {
  noun: 'page',
  key: 'pages',
  address: '/p/',
  record: 'page',
  permissions: { update: 'pages.update', publish: 'pages.publish' },
  channel: 'ContentChannel',
  render: async (content, signal) => {
    const call = api.POST('/api/v1/admin/pages/render', { body: { content }, signal })
    return (await data(call)).rendered_content
  },
  listVersions: (id, query, signal) => {
    const params = { path: { id }, query }
    return reply(api.GET('/api/v1/admin/pages/{id}/versions', { params, signal }))
  },
  readVersion: (id, version, signal) => {
    const params = { path: { id, version: String(version) } }
    return data(api.GET('/api/v1/admin/pages/{id}/versions/{version}', { params, signal }))
  },
  restoreVersion: async (id, version) => {
    const params = { path: { id, version: String(version) } }
    const path = '/api/v1/admin/pages/{id}/versions/{version}/restore'
    return kept(await data(api.POST(path, { params })))
  },
  publish: async ({ id, lock_version }) => {
    const params = { path: { id } }
    const path = '/api/v1/admin/pages/{id}/publish'
    return kept(await data(api.POST(path, { params, body: { lock_version } })))
  },
  schedule: async ({ id, lock_version }, times) => {
    const params = { path: { id } }
    const path = '/api/v1/admin/pages/{id}/schedule'
    return kept(await data(api.POST(path, { params, body: { ...times, lock_version } })))
  },
  sharePreview: (id, days) => {
    const params = { path: { id } }
    return data(api.POST('/api/v1/admin/pages/{id}/preview', { params, body: { days } }))
  },
}

export const pagesQuery = (query: Query<'/api/v1/admin/pages'>) =>
  queryOptions({
    queryKey: [...key, 'list', query],
    queryFn: ({ signal }) => reply(api.GET('/api/v1/admin/pages', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

export const pageQuery = (id: string) =>
  queryOptions({
    queryKey: documentKey(pageKind, id),
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/admin/pages/{id}', { params: { path: { id } }, signal })),
  })

export async function createPage(body: { title: string; content: string }) {
  const page = await data(api.POST('/api/v1/admin/pages', { body }))
  await pagesChanged()
  return page
}

/** Saves only what differs from the page that was opened, which has the `lock_version`. */
export async function savePage(opened: PageDetail, values: PageValues, lock_version: number) {
  const differs = ([field, value]: [string, unknown]) => value !== opened[field as keyof PageDetail]
  const texts = {
    meta_description: values.meta_description.trim() || null,
    meta_keywords: values.meta_keywords.trim() || null,
  }
  const changes = Object.fromEntries(Object.entries({ ...values, ...texts }).filter(differs))
  const params = { path: { id: opened.id } }
  const body = { ...changes, lock_version }
  return kept(await data(api.PATCH('/api/v1/admin/pages/{id}', { params, body })))
}

export async function unschedulePage(id: string) {
  const params = { path: { id } }
  return kept(await data(api.DELETE('/api/v1/admin/pages/{id}/schedule', { params })))
}

export async function unpublishPage(id: string) {
  const params = { path: { id } }
  return kept(await data(api.POST('/api/v1/admin/pages/{id}/unpublish', { params })))
}

export async function duplicatePage(id: string) {
  const params = { path: { id } }
  return kept(await data(api.POST('/api/v1/admin/pages/{id}/duplicate', { params })))
}

export async function deletePage(id: string) {
  await reply(api.DELETE('/api/v1/admin/pages/{id}', { params: { path: { id } } }))
  queryClient.removeQueries({ queryKey: pageQuery(id).queryKey })
  await pagesChanged()
}

async function kept(page: PageDetail) {
  queryClient.setQueryData(pageQuery(page.id).queryKey, page)
  await pagesChanged()
  return page
}

async function pagesChanged() {
  await Promise.all(
    [key, ['audit_logs']].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
  )
}
