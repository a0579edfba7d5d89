import { Anchor, Button, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api, data, isFailure } from '~/api'
import { installation } from '~/installation'
import { useParam } from '~/params'
import { AuthCard } from '~/ui/AuthCard'
import { LoadError } from '~/ui/LoadError'
import { AcceptForm } from './AcceptForm'

export function AcceptInvitationPage() {
  const token = useParam('token')
  const invitation = useQuery({
    queryKey: ['invitations', 'public', token],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/invitations/{id}', { params: { path: { id: token } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (isFailure(invitation.error) && invitation.error.status === 404) {
    return (
      <Closed
        title="Invitation not found"
        sentence="This link is invalid or was replaced by a newer one. Use the link in the latest email, or ask for a new invitation."
      />
    )
  }
  if (invitation.error) {
    return (
      <AuthCard title={`Join ${installation.system_name}`}>
        <LoadError error={invitation.error} retry={() => void invitation.refetch()} />
      </AuthCard>
    )
  }
  if (!invitation.data) return <Placeholder />
  const { status, account_name: account, email, void_reason } = invitation.data
  if (status === 'expired') {
    return (
      <Closed
        title="This invitation has expired"
        sentence={`Ask the person who invited you to ${account} to resend it.`}
      />
    )
  }
  if (status === 'cancelled') {
    return (
      <Closed
        title="This invitation was cancelled"
        sentence={`You can no longer use it to join ${account}. If you think this is a mistake, contact an owner of the account.`}
      />
    )
  }
  if (status === 'accepted') {
    return (
      <Closed
        title="You have already joined"
        sentence={`The invitation to ${account} was accepted. Sign in as ${email}.`}
      />
    )
  }
  if (void_reason) {
    return (
      <Closed
        title="This invitation can no longer be accepted"
        sentence={`${reasons[void_reason]} Ask ${account} for a new one.`}
      />
    )
  }
  return <AcceptForm token={token} invitation={invitation.data} />
}

const reasons = {
  account_inactive: 'The account is not active.',
  role_deleted: 'A role in it was deleted.',
  inviter_lost_rights: 'The sender can no longer assign these roles.',
}

function Closed({ title, sentence }: { title: string; sentence: string }) {
  return (
    <AuthCard
      title={title}
      below={
        <>
          No account yet?{' '}
          <Anchor inherit renderRoot={(props) => <Link to="/register" {...props} />}>
            Create your own
          </Anchor>
        </>
      }
    >
      <Stack gap="md">
        <Text role="status">{sentence}</Text>
        <Button size="sm" fullWidth renderRoot={(props) => <Link to="/sign-in" {...props} />}>
          Sign in
        </Button>
      </Stack>
    </AuthCard>
  )
}

function Placeholder() {
  return (
    <AuthCard title={`Join ${installation.system_name}`}>
      <Stack gap="md" aria-busy="true">
        <Skeleton height={14} width="80%" />
        <Skeleton height={36} />
        <Skeleton height={36} />
        <Skeleton height={36} />
      </Stack>
    </AuthCard>
  )
}
