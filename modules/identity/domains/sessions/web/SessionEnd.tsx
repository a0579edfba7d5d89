import { Alert } from '@mantine/core'

const reasons: Record<string, { title: string; text: string }> = {
  user_inactive: {
    title: 'You have been suspended',
    text: 'You cannot sign in until an owner of your account activates you again. Ask them for the reason.',
  },
  account_inactive: {
    title: 'Your account has been suspended',
    text: 'No one can sign in until it is activated again. Its owners were told the reason by email.',
  },
}

/** Why the session ended without a sign-out. Renders nothing for a session that only expired. */
export function SessionEnd({ code = '' }: { code?: string | undefined }) {
  const reason = reasons[code]
  if (!reason) return null
  return (
    <Alert color="amber" title={reason.title} role="status" mb="md">
      {reason.text}
    </Alert>
  )
}
