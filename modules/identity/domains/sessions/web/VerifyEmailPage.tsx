import { Alert, Button, Loader, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { api, data } from '~/api'
import { meQuery, queryClient } from '~/session'
import { AuthCard } from '~/ui/AuthCard'

export function VerifyEmailPage() {
  const { token = '' }: { token?: string } = useSearch({ strict: false })
  // A query, not a mutation, so that it runs once when the link is opened.
  const verified = useQuery({
    queryKey: ['verify-email', token],
    queryFn: () => verify(token),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const continueButton = (
    <Button size="sm" fullWidth renderRoot={(props) => <Link to="/" {...props} />}>
      Continue
    </Button>
  )
  return (
    <AuthCard title="Confirm your email address">
      <Stack gap="md">
        {verified.isPending && (
          <Text role="status">
            <Loader size={14} aria-hidden /> Checking your link…
          </Text>
        )}
        {verified.error && (
          <Alert color="red" role="alert">
            {verified.error.message} Sign in and select “Resend” to get a new link.
          </Alert>
        )}
        {verified.data && <Text role="status">{verified.data.user.email} is confirmed.</Text>}
        {!verified.isPending && continueButton}
      </Stack>
    </AuthCard>
  )
}

async function verify(token: string) {
  const result = await data(api.POST('/api/v1/auth/verify-email', { body: { token } }))
  await queryClient.invalidateQueries({ queryKey: meQuery.queryKey })
  return result
}
