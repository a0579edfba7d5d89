import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, data, LARGEST_PAGE, type Query, reply } from '~/api'
import { queryClient } from '~/session'

export type FileRow = Data<'/api/v1/files', 'get'>[number]
export type FileDetail = Data<'/api/v1/files/{id}', 'get'>

const key = ['files']

export const filesQuery = (query: Query<'/api/v1/files'>) =>
  queryOptions({
    queryKey: [...key, 'list', query],
    queryFn: ({ signal }) => reply(api.GET('/api/v1/files', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

export const fileQuery = (id: string) =>
  queryOptions({
    queryKey: [...key, id],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/files/{id}', { params: { path: { id } }, signal })),
  })

/** The tags that files have, for the filter and the field. */
export const fileTagsQuery = queryOptions({
  queryKey: [...key, 'tags'],
  queryFn: async ({ signal }) => {
    const params = { query: LARGEST_PAGE }
    return data(api.GET('/api/v1/files/tags', { params, signal }))
  },
})

export const fileVersionsQuery = (id: string) =>
  queryOptions({
    queryKey: [...key, id, 'versions'],
    queryFn: ({ signal }) => {
      const params = { path: { id }, query: LARGEST_PAGE }
      return data(api.GET('/api/v1/files/{id}/versions', { params, signal }))
    },
  })

export const fileUsageQuery = (id: string) =>
  queryOptions({
    queryKey: [...key, id, 'usage'],
    queryFn: ({ signal }) => {
      const params = { path: { id }, query: LARGEST_PAGE }
      return data(api.GET('/api/v1/files/{id}/usage', { params, signal }))
    },
  })

export const sharesQuery = (id: string) =>
  queryOptions({
    queryKey: [...key, id, 'share'],
    queryFn: ({ signal }) => {
      const params = { path: { id }, query: LARGEST_PAGE }
      return data(api.GET('/api/v1/files/{id}/share', { params, signal }))
    },
  })

export type FileShare = Data<'/api/v1/files/{id}/share', 'get'>[number]
export type NewShare = {
  access_level: FileShare['access_level']
  expires_at: string | null
  max_downloads: number | null
  password?: string
}

/** Returns the link, which is shown only now. */
export async function createShare(id: string, body: NewShare) {
  const params = { path: { id } }
  const { url } = await data(api.POST('/api/v1/files/{id}/share', { params, body }))
  await filesChanged()
  return url
}

export async function revokeShare(id: string, share_id: string) {
  const params = { path: { id, share_id } }
  await reply(api.DELETE('/api/v1/files/{id}/share/{share_id}', { params }))
  await filesChanged()
}

/** Gives a file exactly these tags. */
export async function changeTags({ id, tags }: Pick<FileDetail, 'id' | 'tags'>, names: string[]) {
  const wanted = new Set(names.map((name) => name.trim().toLowerCase()))
  for (const tag of tags) {
    if (wanted.has(tag.name)) continue
    const params = { path: { id, tag_id: tag.id } }
    await reply(api.DELETE('/api/v1/files/{id}/tags/{tag_id}', { params }))
  }
  const added = [...wanted].filter((name) => !tags.some((tag) => tag.name === name))
  if (added.length > 0) {
    const params = { path: { id } }
    await reply(api.POST('/api/v1/files/{id}/tags', { params, body: { tags: added } }))
  }
}

export async function changeFile(
  id: string,
  body: Partial<Pick<FileDetail, 'filename' | 'description' | 'visibility'>>,
) {
  await reply(api.PATCH('/api/v1/files/{id}', { params: { path: { id } }, body }))
  await filesChanged()
}

export async function deleteFile(id: string, permanent: boolean) {
  const params = { path: { id }, query: { permanent } }
  await reply(api.DELETE('/api/v1/files/{id}', { params }))
  if (permanent) queryClient.removeQueries({ queryKey: fileQuery(id).queryKey })
  await filesChanged()
}

export async function restoreFile(id: string) {
  await reply(api.POST('/api/v1/files/{id}/restore', { params: { path: { id } } }))
  await filesChanged()
}

/** The address of a signed link on this server, whatever name the server is reached by. */
export const localAddress = (url: string) => {
  const { pathname, search } = new URL(url)
  return pathname + search
}

export async function filesChanged() {
  await Promise.all(
    [key, ['storage'], ['audit_logs']].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  )
}
