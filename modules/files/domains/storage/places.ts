import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Pattern, Shape } from '@powernode/server/platform/http/shapes.ts'
import { type FieldErrors, fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { defaultRegion, endpointOf, isObjectStorage, type ProviderName } from './providers.ts'
import { endpointRefusal } from './s3_client.ts'

/** A relative path, as a pattern. */
export const FOLDER = '^[a-z0-9_-]+(/[a-z0-9_-]+)*$'
/** The name of a bucket, as a pattern. */
export const BUCKET = '^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$'

const notARelativePath = 'must be a relative path of a-z, 0-9, _ and -'

/** Where in its provider a storage keeps its objects. */
export const StorageConfiguration = Shape('StorageConfiguration', {
  root_path: Type.Optional(
    Pattern(FOLDER, notARelativePath, {
      maxLength: 200,
      description:
        'A folder, of a local storage below that of the account, for example where a larger disk is mounted, else in the bucket',
      examples: ['archive'],
    }),
  ),
  bucket: Type.Optional(
    Pattern(BUCKET, 'must be the name of a bucket', {
      description:
        'Bucket of an object storage. Without one, it is that of the operator, where there is one',
      examples: ['tower-files'],
    }),
  ),
  region: Type.Optional(
    Pattern('^[a-z0-9-]{1,50}$', 'must be the name of a region', {
      description: 'Region of the bucket; us-east-1 by default, auto for Cloudflare R2',
      examples: ['eu-central-1'],
    }),
  ),
  endpoint: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 500,
      description: 'Address of the object storage. Amazon S3 needs none',
      examples: ['https://objects.example.com'],
    }),
  ),
  access_key_id: Type.Optional(
    Pattern('^[\\x21-\\x7e]{1,200}$', 'must be one word', {
      description: 'Access key of an object storage; its secret key is `secret_access_key`',
      examples: ['AKIAIOSFODNN7EXAMPLE'],
    }),
  ),
})

export type StorageConfigurationInput = Static<typeof StorageConfiguration>

/** What of a configuration the objects of a storage are found by. */
export const placeFields = ['root_path', 'bucket', 'endpoint'] as const

/** Whether a storage is at a provider of the account, not of the operator. */
export const isOwnPlace = (provider: ProviderName, { bucket }: StorageConfigurationInput) =>
  isObjectStorage(provider) && bucket !== undefined

/** The configuration with what follows from the provider. Throws 422 on what is missing or not allowed. */
export function completeConfiguration(
  { platform }: PlatformCtx,
  provider: ProviderName,
  configuration: StorageConfigurationInput,
  hasSecret: boolean,
): StorageConfigurationInput {
  const { environment } = platform
  const complete = { ...configuration }
  const errors: FieldErrors = {}
  const refuse = (field: string, says: string) => {
    errors[field] ??= [says]
  }
  const { bucket, root_path: _, ...rest } = configuration

  if (!isOwnPlace(provider, configuration)) {
    for (const field of Object.keys(rest)) {
      refuse(`configuration.${field}`, 'is only for an object storage with its own bucket')
    }
    if (hasSecret) refuse('secret_access_key', 'is only for an object storage with its own bucket')
    const isOperators = provider === 's3' && environment.S3_BUCKET !== undefined
    if (isObjectStorage(provider) && !isOperators) refuse('configuration.bucket', 'is required')
    if (provider === 'local' && bucket)
      refuse('configuration.bucket', 'is only for an object storage')
  } else {
    complete.region ??= defaultRegion(provider)
    const endpoint = complete.endpoint ?? endpointOf(provider, configuration.region)
    if (endpoint !== undefined) complete.endpoint = endpoint.replace(/\/+$/, '')
    if (!complete.access_key_id) refuse('configuration.access_key_id', 'is required')
    if (!hasSecret) refuse('secret_access_key', 'is required')
    if (provider !== 's3' && !endpoint) refuse('configuration.endpoint', 'is required')
    const refusal = endpoint && refusalOf(endpoint, environment.STORAGE_ALLOW_PRIVATE_ENDPOINTS)
    if (refusal) refuse('configuration.endpoint', refusal)
  }
  if (Object.keys(errors).length > 0) throw fail.invalid(errors)
  return complete
}

function refusalOf(endpoint: string, allowPrivate: boolean): string | undefined {
  const refusal = endpointRefusal(endpoint, allowPrivate)
  if (refusal) return refusal
  const { pathname, search } = new URL(endpoint)
  return pathname === '/' && !search
    ? undefined
    : 'must not have a path: the bucket has its own field'
}
