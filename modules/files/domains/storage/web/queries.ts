import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, asSentence, type Data, data, isFailure, type Query, reply } from '~/api'
import { queryClient } from '~/session'

export type Storage = Data<'/api/v1/storage', 'get'>[number]
export type AccountStorage = Data<'/api/v1/admin/storage', 'get'>[number]

export type Provider = Storage['provider_type']

/** What the form edits; sizes are in MB, empty for none. */
export type StorageValues = {
  name: string
  status: Storage['status']
  provider_type: Provider
  configuration: Record<ConfigurationField, string>
  /** Empty: it stays. */
  secret_access_key: string
  quota_megabytes: number | ''
  max_file_megabytes: number | ''
  allowed_file_types: string[]
  blocked_extensions: string[]
}

type ConfigurationField = keyof Storage['configuration']

export const providerNames: Record<Provider, string> = {
  local: 'Local disk',
  s3: 'Amazon S3',
  minio: 'MinIO',
  wasabi: 'Wasabi',
  cloudflare_r2: 'Cloudflare R2',
  backblaze_b2: 'Backblaze B2',
  digitalocean_spaces: 'DigitalOcean Spaces',
}

const MEGABYTE = 1e6
export const GIGABYTE = 1e9
const key = ['storage']

export const storagesQuery = (query: Query<'/api/v1/storage'>) =>
  queryOptions({
    queryKey: [...key, 'list', query],
    queryFn: ({ signal }) => reply(api.GET('/api/v1/storage', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

export const accountStorageQuery = (query: Query<'/api/v1/admin/storage'>) =>
  queryOptions({
    queryKey: [...key, 'accounts', query],
    queryFn: ({ signal }) => reply(api.GET('/api/v1/admin/storage', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

export async function limitAccountStorage(account_id: string, gigabytes: number | '') {
  const params = { path: { account_id } }
  const body = { limit_bytes: gigabytes === '' ? null : Math.round(gigabytes * GIGABYTE) }
  await reply(api.PATCH('/api/v1/admin/storage/{account_id}', { params, body }))
  await storageChanged()
}

export const storageUsageQuery = queryOptions({
  queryKey: [...key, 'stats'],
  queryFn: ({ signal }) => data(api.GET('/api/v1/storage/stats', { signal })),
})

export const valuesOf = (storage: Storage | null): StorageValues => ({
  name: storage?.name ?? '',
  status: storage?.status ?? 'active',
  provider_type: storage?.provider_type ?? 'local',
  configuration: {
    ...{ root_path: '', bucket: '', region: '', endpoint: '', access_key_id: '' },
    ...storage?.configuration,
  },
  secret_access_key: '',
  quota_megabytes: storage?.quota_bytes ? storage.quota_bytes / MEGABYTE : '',
  max_file_megabytes: (storage?.max_file_bytes ?? 100 * MEGABYTE) / MEGABYTE,
  allowed_file_types: storage?.allowed_file_types ?? [],
  blocked_extensions: storage?.blocked_extensions ?? [],
})

/** Returns the new storage, and why it cannot be used, if it is at another provider and its test failed. */
export async function addStorage({
  configuration,
  provider_type,
  secret_access_key: secret,
  status: _,
  ...values
}: StorageValues): Promise<string | null> {
  const body = {
    ...rulesOf(values),
    provider_type,
    configuration: givenOf(configuration, provider_type),
    ...(secret && { secret_access_key: secret }),
  }
  const { id } = await data(api.POST('/api/v1/storage', { body }))
  await storageChanged()
  if (provider_type === 'local') return null
  return testStorage(id).then(
    () => null,
    (error: Error) => error.message,
  )
}

export async function changeStorage(
  id: string,
  { configuration, provider_type, secret_access_key: secret, status, ...values }: StorageValues,
) {
  const params = { path: { id } }
  const body = {
    ...rulesOf(values),
    // A storage that failed stays so, unless another status is chosen.
    ...(status !== 'failed' && { status }),
    ...(provider_type !== 'local' && { configuration: givenOf(configuration, provider_type) }),
    ...(secret && { secret_access_key: secret }),
  }
  await reply(api.PATCH('/api/v1/storage/{id}', { params, body }))
  await storageChanged()
}

/** What was entered of the fields that the provider has. */
function givenOf(configuration: StorageValues['configuration'], provider: Provider) {
  const entered = Object.entries(configuration).filter(
    ([field, value]) => value !== '' && (provider !== 'local' || field === 'root_path'),
  )
  return Object.fromEntries(entered) as Storage['configuration']
}

/** Throws an error that says what failed. */
export async function testStorage(id: string) {
  const params = { path: { id } }
  try {
    return await data(api.POST('/api/v1/storage/{id}/test', { params }))
  } catch (error) {
    const [problem] = (isFailure(error) && error.fields.base) || []
    throw problem ? new Error(asSentence(problem)) : error
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
}: Omit<StorageValues, 'configuration' | 'provider_type' | 'secret_access_key' | 'status'>) {
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
