import { Button, PasswordInput, Skeleton, Stack, Text } from '@mantine/core'
import { IconDownload, IconEye } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { api, type Data, data, isFailure } from '~/api'
import { useParam } from '~/params'
import { AuthCard } from '~/ui/AuthCard'
import { FormProblem, useApiForm } from '~/ui/form'
import { formatBytes } from '~/ui/format'
import { LoadError } from '~/ui/LoadError'
import { RelativeTime } from '~/ui/RelativeTime'

type SharedFile = Data<'/api/v1/shares/{token}', 'get'>

/** What somebody with a link to a file sees. */
export function SharedFilePage() {
  const token = useParam('token')
  const shared = useQuery({
    queryKey: ['shares', token],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/shares/{token}', { params: { path: { token } }, signal })),
  })
  if (isFailure(shared.error) && shared.error.status === 404) {
    return (
      <AuthCard title="This link does not work">
        <Text role="status">
          It is incomplete, has expired or was revoked. Ask the person who gave it to you for a new
          one.
        </Text>
      </AuthCard>
    )
  }
  if (shared.error) {
    return (
      <AuthCard title="Shared file">
        <LoadError error={shared.error} retry={() => void shared.refetch()} />
      </AuthCard>
    )
  }
  if (!shared.data) {
    return (
      <AuthCard title="Shared file">
        <Stack gap="md" aria-busy="true">
          <Skeleton height={14} width="80%" />
          <Skeleton height={36} />
        </Stack>
      </AuthCard>
    )
  }
  return <OpenForm token={token} file={shared.data} />
}

function OpenForm({ token, file }: { token: string; file: SharedFile }) {
  const { filename, file_size, account_name, access_level, has_password, expires_at } = file
  const { form, problem, busy, onSubmit } = useApiForm({
    initialValues: { password: '' },
    submit: ({ password }) => {
      const params = { path: { token } }
      const body = has_password ? { password } : {}
      return data(api.POST('/api/v1/shares/{token}/download', { params, body }))
    },
    onDone: ({ url }) => {
      const { pathname, search } = new URL(url)
      window.location.assign(pathname + search)
    },
  })
  const isView = access_level === 'view'
  return (
    <AuthCard title={filename}>
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          <Text>
            {account_name} shares this file with you ({formatBytes(file_size)}).
            {expires_at && (
              <>
                {' '}
                The link expires <RelativeTime at={expires_at} />.
              </>
            )}
          </Text>
          <FormProblem problem={problem} />
          {has_password && (
            <PasswordInput
              label="Password"
              required
              autoComplete="off"
              data-autofocus
              {...form.getInputProps('password')}
            />
          )}
          <Button
            type="submit"
            fullWidth
            loading={busy}
            leftSection={isView ? <IconEye size={15} /> : <IconDownload size={15} />}
          >
            {isView ? 'View' : 'Download'}
          </Button>
        </Stack>
      </form>
    </AuthCard>
  )
}
