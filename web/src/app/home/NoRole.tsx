import { Anchor, Button, EmptyState } from '@mantine/core'
import { IconUserQuestion } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { installation } from '../../installation'
import { useMe } from '../../session'

/** For a user whose roles allow nothing yet: says so, and whom to ask. */
export function NoRole() {
  const { account } = useMe()
  const { support_email } = installation
  return (
    <EmptyState py={64} icon={<IconUserQuestion size={28} aria-hidden />}>
      <EmptyState.Title order={1}>You don’t have a role yet</EmptyState.Title>
      <EmptyState.Description>
        Without a role you can see nothing of {account.name}. Ask an owner of {account.name} to give
        you one; this page then shows what you can do.
        {support_email && (
          <>
            {' '}
            If you don’t know whom to ask, write to{' '}
            <Anchor inherit underline="always" href={`mailto:${support_email}`}>
              {support_email}
            </Anchor>
            .
          </>
        )}
      </EmptyState.Description>
      <EmptyState.Actions>
        <Button variant="default" renderRoot={(props) => <Link to="/security" {...props} />}>
          Secure your sign-in
        </Button>
        <Button renderRoot={(props) => <Link to="/profile" {...props} />}>Open your profile</Button>
      </EmptyState.Actions>
    </EmptyState>
  )
}
