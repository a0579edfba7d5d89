import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, data, type Query, reply } from '~/api'
import { queryClient } from '~/session'

export type Storage = Data<'/api/v1/storage', 'get'>[number]

/** What the form edits; sizes are in MB, empty for none. */
export type StorageValues = {
  name: string
  status: Storage['status']
  root_path: string
  quota_megabytes: number | ''
  max_file_megabytes: number | ''
  allowed_file_types: string[]
  blocked_extensions: string[]
}

const MEGABYTE = 1e6
const key = ['storage']

export const storagesQuery = (query: Query<'/api/v1/storage'>) =>
  queryOptions({
    queryKey: [...key, 'list', query],
    queryFn: ({ signal }) => reply(api.GET('/api/v1/storage', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

export const storageUsageQuery = queryOptions({
  queryKey: [...key, 'stats'],
  queryFn: ({ signal }) => data(api.GET('/api/v1/storage/stats', { signal })),
})

export const valuesOf = (storage: Storage | null): StorageValues => ({
  name: storage?.name ?? '',
  status: storage?.status ?? 'active',
  root_path: storage?.configuration.root_path ?? '',
  quota_megabytes: storage?.quota_bytes ? storage.quota_bytes / MEGABYTE : '',
  max_file_megabytes: (storage?.max_file_bytes ?? 100 * MEGABYTE) / MEGABYTE,
  allowed_file_types: storage?.allowed_file_types ?? [],
  blocked_extensions: storage?.blocked_extensions ?? [],
})

export async function addStorage({ root_path, status: _, ...values }: StorageValues) {
  const configuration = root_path ? { root_path } : {}
  const body = { ...rulesOf(values), provider_type: 'local' as const, configuration }
  await reply(api.POST('/api/v1/storage', { body }))
  await storageChanged()
}

export async function changeStorage(
  id: string,
  { root_path: _, status, ...values }: StorageValues,
) {
  const params = { path: { id } }
  await reply(api.PATCH('/api/v1/storage/{id}', { params, body: { status, ...rulesOf(values) } }))
  await storageChanged()
}

export async function testStorage(id: string) {
  const params = { path: { id } }
  try {
    return await data(api.POST('/api/v1/storage/{id}/test', { params }))
  } finally {
    await storageChanged()
  }
}

export async function makeStorageDefault(id: string) {
  await reply(api.POST('/api/v1/storage/{id}/set_default', { params: { path: { id } } }))
  await storageChanged()
}

export async function deleteStorage(id: string) {
  await reply(api.DELETE('/api/v1/storage/{id}', { params: { path: { id } } }))
  await storageChanged()
}

function rulesOf({
  quota_megabytes: quota,
  max_file_megabytes: max,
  ...values
}: Omit<StorageValues, 'root_path' | 'status'>) {
  return {
    ...values,
    quota_bytes: quota === '' ? null : Math.round(quota * MEGABYTE),
    ...(max !== '' && { max_file_bytes: Math.round(max * MEGABYTE) }),
  }
}

async function storageChanged() {
  await Promise.all(
    [key, ['audit_logs']].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
  )
}
