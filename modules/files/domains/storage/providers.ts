import { type PageRequest, pageOfRows } from '@powernode/server/platform/http/paging.ts'
import { Choice, Dictionary, Flag, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'

const s3 = 'An S3-compatible object storage'

interface ProviderTerms {
  name: string
  description: string
  /** The region of an object storage that has only one name for all. */
  region?: string
  /** The address of an object storage, if it follows from the region. */
  endpoint?: (region: string) => string
}

/** Kinds of storages. Those without a driver are not available. */
const providers = {
  local: { name: 'Local disk', description: 'A folder on the disk of the server' },
  s3: { name: 'Amazon S3', description: 'Object storage of AWS' },
  minio: { name: 'MinIO', description: 'MinIO, or another S3-compatible storage with an address' },
  wasabi: {
    name: 'Wasabi',
    description: s3,
    endpoint: (region) => `https://s3.${region}.wasabisys.com`,
  },
  cloudflare_r2: { name: 'Cloudflare R2', description: s3, region: 'auto' },
  backblaze_b2: {
    name: 'Backblaze B2',
    description: s3,
    endpoint: (region) => `https://s3.${region}.backblazeb2.com`,
  },
  digitalocean_spaces: {
    name: 'DigitalOcean Spaces',
    description: s3,
    endpoint: (region) => `https://${region}.digitaloceanspaces.com`,
  },
  nfs: { name: 'NFS', description: 'A network disk that the operator has mounted' },
  smb: { name: 'SMB', description: 'A network disk that the operator has mounted' },
  azure: { name: 'Azure Blob Storage', description: 'Object storage of Azure' },
  gcs: { name: 'Google Cloud Storage', description: 'Object storage of Google' },
  webdav: { name: 'WebDAV', description: 'A WebDAV server' },
} satisfies Record<string, ProviderTerms>

const objectStorages = [
  's3',
  'minio',
  'wasabi',
  'cloudflare_r2',
  'backblaze_b2',
  'digitalocean_spaces',
] as const

const available = ['local', ...objectStorages] as const

export type ProviderName = keyof typeof providers
const names = Object.keys(providers) as ProviderName[]

export const ProviderType = Choice(
  names,
  'Kind of the storage; `GET /storage/supported` lists those that this server has',
)

/** What a storage on a disk can do; its files are only reached through this server. */
const localCapabilities = {
  multipart_upload: false,
  resumable_upload: true,
  direct_upload: false,
  cdn: false,
  signed_urls: true,
  streaming: true,
}
const objectCapabilities = { ...localCapabilities, multipart_upload: true }

/** A kind of storage that this server has. */
export const AvailableProvider = Choice(available, 'Kind of the storage')

export const Provider = Shape('StorageProvider', {
  provider_type: ProviderType,
  name: Text(50, { description: 'Its name', examples: ['Local disk'] }),
  description: Text(200, { description: 'What it is' }),
  available: Flag('Whether this server supports it'),
  capabilities: Dictionary('What it can do', [localCapabilities]),
})

export function listProviders(page: PageRequest) {
  const rows = names.map((provider_type) => {
    const { name, description } = providers[provider_type]
    const object = isObjectStorage(provider_type) ? objectCapabilities : {}
    return {
      provider_type,
      name,
      description,
      available: isAvailable(provider_type),
      capabilities: provider_type === 'local' ? localCapabilities : object,
    }
  })
  return pageOfRows(rows, page)
}

/** Whether the objects of such a storage are in a bucket. */
export const isObjectStorage = (provider: string) =>
  (objectStorages as readonly string[]).includes(provider)

/** The address of an object storage in a region, if it has no other. */
export function endpointOf(provider: ProviderName, region: string | undefined): string | undefined {
  const { endpoint }: ProviderTerms = providers[provider]
  return region === undefined ? undefined : endpoint?.(region)
}

/** The region of an object storage, unless another one is given. */
export function defaultRegion(provider: ProviderName): string {
  const { region = 'us-east-1' }: ProviderTerms = providers[provider]
  return region
}

const isAvailable = (provider: ProviderName): provider is (typeof available)[number] =>
  (available as readonly string[]).includes(provider)

/** Throws 422 for a kind of storage that this server does not support. */
export function requireAvailable(
  provider: ProviderName,
): asserts provider is (typeof available)[number] {
  if (!isAvailable(provider)) {
    throw fail.invalid({ provider_type: ['is not available on this server'] })
  }
}
