import { NativeSelect, PasswordInput, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { visibilityToggle } from '~/ui/PasswordField'
import { type Provider, providerNames, type StorageValues } from './queries'

type Props = { form: UseFormReturnType<StorageValues>; isNew: boolean }

/** An example of the address of each provider, where it does not follow from the region. */
const endpoints: Partial<Record<Provider, string>> = {
  minio: 'https://objects.example.com',
  cloudflare_r2: 'https://<account id>.r2.cloudflarestorage.com',
}
const regions: Partial<Record<Provider, string>> = {
  s3: 'eu-central-1',
  wasabi: 'eu-central-1',
  cloudflare_r2: 'auto',
  backblaze_b2: 'eu-central-003',
  digitalocean_spaces: 'fra1',
}

/** Where a storage keeps its objects. */
export function PlaceFields({ form, isNew }: Props) {
  const { provider_type: provider } = form.values
  return (
    <>
      {isNew && (
        <NativeSelect
          label="Type"
          description={
            provider === 'minio' ? 'Or another S3-compatible storage with an address.' : undefined
          }
          data={Object.entries(providerNames).map(([value, label]) => ({ value, label }))}
          {...form.getInputProps('provider_type')}
        />
      )}
      {provider === 'local'
        ? isNew && (
            <TextInput
              label="Folder"
              description="Optional. Below the folder of this account on the server’s disk, for example where a larger disk is mounted."
              placeholder="archive"
              {...form.getInputProps('configuration.root_path')}
            />
          )
        : (isNew || form.values.configuration.bucket !== '') && (
            <BucketFields form={form} provider={provider} isNew={isNew} />
          )}
    </>
  )
}

function BucketFields({ form, provider, isNew }: Props & { provider: Provider }) {
  const endpoint = endpoints[provider]
  const region = regions[provider]
  return (
    <>
      <TextInput
        label="Bucket"
        description={isNew ? undefined : 'It can change while the storage has no files.'}
        required
        {...form.getInputProps('configuration.bucket')}
      />
      {endpoint && (
        <TextInput
          label="Endpoint"
          required
          placeholder={endpoint}
          {...form.getInputProps('configuration.endpoint')}
        />
      )}
      <TextInput
        label="Region"
        required={!endpoint && provider !== 's3'}
        placeholder={region ?? 'us-east-1'}
        {...form.getInputProps('configuration.region')}
      />
      <TextInput
        label="Folder"
        description="Optional. A folder in the bucket."
        placeholder="archive"
        {...form.getInputProps('configuration.root_path')}
      />
      <TextInput
        label="Access key"
        description="It needs to read, write, list and delete objects in this bucket."
        required
        autoComplete="off"
        {...form.getInputProps('configuration.access_key_id')}
      />
      <PasswordInput
        label="Secret key"
        description={isNew ? undefined : 'Leave it empty to keep the current one.'}
        required={isNew}
        autoComplete="off"
        visibilityToggleButtonProps={visibilityToggle}
        {...form.getInputProps('secret_access_key')}
      />
    </>
  )
}
