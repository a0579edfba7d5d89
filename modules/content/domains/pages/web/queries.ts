import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, data, type Query, reply } from '~/api'
import { queryClient } from '~/session'

export type PageRow = Data<'/api/v1/admin/pages', 'get'>[number]
export type PageDetail = Data<'/api/v1/admin/pages/{id}', 'get'>
export type PageVersion = Data<'/api/v1/admin/pages/{id}/versions', 'get'>[number]

/** What the editor changes; empty texts are sent as null. */
export type PageValues = Pick<PageDetail, 'title' | 'content' | 'slug' | 'is_indexed'> & {
  meta_description: string
  meta_keywords: string
}

const key = ['pages']

export const pagesQuery = (query: Query<'/api/v1/admin/pages'>) =>
  queryOptions({
    queryKey: [...key, 'list', query],
    queryFn: ({ signal }) => reply(api.GET('/api/v1/admin/pages', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

export const pageQuery = (id: string) =>
  queryOptions({
    queryKey: [...key, id],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/admin/pages/{id}', { params: { path: { id } }, signal })),
  })

export const versionsQuery = (id: string, query: Query<'/api/v1/admin/pages/{id}/versions'>) =>
  queryOptions({
    queryKey: [...key, id, 'versions', query],
    queryFn: ({ signal }) => {
      const params = { path: { id }, query }
      return reply(api.GET('/api/v1/admin/pages/{id}/versions', { params, signal }))
    },
    placeholderData: keepPreviousData,
  })

export const versionQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: [...key, id, 'versions', version],
    queryFn: ({ signal }) => {
      const params = { path: { id, version: String(version) } }
      return data(api.GET('/api/v1/admin/pages/{id}/versions/{version}', { params, signal }))
    },
  })

/** The content as the public page would show it. */
export const renderedQuery = (content: string) =>
  queryOptions({
    queryKey: ['rendered_content', content],
    queryFn: async ({ signal }) => {
      const call = api.POST('/api/v1/admin/pages/render', { body: { content }, signal })
      return (await data(call)).rendered_content
    },
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
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

export async function publishPage({ id, lock_version }: PageDetail) {
  const params = { path: { id } }
  const path = '/api/v1/admin/pages/{id}/publish'
  return kept(await data(api.POST(path, { params, body: { lock_version } })))
}

export async function schedulePage(
  { id, lock_version }: PageDetail,
  times: { scheduled_for?: string; unpublish_at?: string },
) {
  const params = { path: { id } }
  const path = '/api/v1/admin/pages/{id}/schedule'
  return kept(await data(api.POST(path, { params, body: { ...times, lock_version } })))
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

export async function restoreVersion(id: string, version: number) {
  const params = { path: { id, version: String(version) } }
  const path = '/api/v1/admin/pages/{id}/versions/{version}/restore'
  return kept(await data(api.POST(path, { params })))
}

export async function sharePreview(id: string, days: number) {
  const params = { path: { id } }
  return data(api.POST('/api/v1/admin/pages/{id}/preview', { params, body: { days } }))
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
