import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, data, type Query, reply } from '~/api'
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
