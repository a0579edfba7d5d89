import { NumberInput, PasswordInput, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { SecretValue } from '~/ui/SecretValue'
import { createShare, type FileDetail } from './queries'

type Props = { file: FileDetail; onClose: () => void }

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** Creates a link to a file, and shows it once. */
export default function NewShareLink({ file, onClose }: Props) {
  const [url, setUrl] = useState<string | null>(null)
  const api = useApiForm({
    initialValues: {
      access_level: 'download' as 'view' | 'download',
      expires_at: '',
      max_downloads: '' as number | '',
      password: '',
    },
    submit: ({ access_level, expires_at, max_downloads, password }) =>
      createShare(file.id, {
        access_level,
        expires_at: expires_at ? new Date(expires_at).toISOString() : null,
        max_downloads: max_downloads === '' ? null : max_downloads,
        ...(password && { password }),
      }),
    onDone: setUrl,
  })
  const { form } = api
  if (url) {
    return (
      <SecretValue title="Link created" label="Link" value={url} onDone={onClose}>
        Everyone who has it can read version {file.version} of {file.filename}.
      </SecretValue>
    )
  }
  return (
    <FormDrawer title="Share by link" actionLabel="Create link" api={api} onClose={onClose}>
      <SegmentedControl
        aria-label="What people can do"
        data={[
          { value: 'download', label: 'Download' },
          { value: 'view', label: 'View in the browser' },
        ]}
        {...form.getInputProps('access_level')}
      />
      <TextInput
        label="Expires at"
        description={`Optional. In your time zone, ${zone}.`}
        type="datetime-local"
        {...form.getInputProps('expires_at')}
      />
      <NumberInput
        label="Largest number of downloads"
        description="Optional. Each time somebody opens the file counts."
        min={1}
        allowDecimal={false}
        {...form.getInputProps('max_downloads')}
      />
      <PasswordInput
        label="Password"
        description="Optional. Send it by another way than the link."
        autoComplete="new-password"
        maxLength={128}
        {...form.getInputProps('password')}
      />
    </FormDrawer>
  )
}
