import { type PageRequest, pageOfRows } from '@powernode/server/platform/http/paging.ts'
import { Choice, Dictionary, Flag, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'

const s3 = 'An S3-compatible object storage'

/** Kinds of storages. Those without a driver are not available. */
const providers = {
  local: { name: 'Local disk', description: 'A folder on the disk of the server' },
  s3: { name: 'Amazon S3', description: 'Object storage of AWS' },
  minio: { name: 'MinIO', description: s3 },
  wasabi: { name: 'Wasabi', description: s3 },
  cloudflare_r2: { name: 'Cloudflare R2', description: s3 },
  backblaze_b2: { name: 'Backblaze B2', description: s3 },
  digitalocean_spaces: { name: 'DigitalOcean Spaces', description: s3 },
  nfs: { name: 'NFS', description: 'A network disk that the operator has mounted' },
  smb: { name: 'SMB', description: 'A network disk that the operator has mounted' },
  azure: { name: 'Azure Blob Storage', description: 'Object storage of Azure' },
  gcs: { name: 'Google Cloud Storage', description: 'Object storage of Google' },
  webdav: { name: 'WebDAV', description: 'A WebDAV server' },
} as const

type ProviderName = keyof typeof providers
const names = Object.keys(providers) as ProviderName[]

export const ProviderType = Choice(
  names,
  'Kind of the storage; `GET /storage/supported` lists those that this server has',
)

/** What a storage on a disk can do; its files are only reached through this server. */
const localCapabilities = {
  multipart_upload: false,
  resumable_upload: false,
  direct_upload: false,
  cdn: false,
  signed_urls: true,
  streaming: true,
}

export const Provider = Shape('StorageProvider', {
  provider_type: ProviderType,
  name: Text(50, { description: 'Its name', examples: ['Local disk'] }),
  description: Text(200, { description: 'What it is' }),
  available: Flag('Whether this server supports it'),
  capabilities: Dictionary('What it can do', [localCapabilities]),
})

export function listProviders(page: PageRequest) {
  const rows = names.map((provider_type) => ({
    provider_type,
    ...providers[provider_type],
    available: provider_type === 'local',
    capabilities: provider_type === 'local' ? localCapabilities : {},
  }))
  return pageOfRows(rows, page)
}

/** Throws 422 for a kind of storage that this server does not support. */
export function requireAvailable(provider_type: ProviderName): asserts provider_type is 'local' {
  if (provider_type !== 'local') {
    throw fail.invalid({ provider_type: ['is not available on this server'] })
  }
}
