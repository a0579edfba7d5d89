import { Alert, Button, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { AuthCard } from '~/ui/AuthCard'
import { unsubscribe } from './queries'

/** Behind the link in a mail. Opening it does nothing, because programs open links too; the button does. */
export function UnsubscribePage() {
  const { token = '' }: { token?: string } = useSearch({ strict: false })
  const ending = useMutation({ mutationFn: () => unsubscribe(token) })
  return (
    <AuthCard title="No more mails like this">
      <Stack gap="md">
        {ending.data ? (
          <Text role="status">
            You will get no more mails about “{ending.data.label}”. You still find it in the app.
          </Text>
        ) : (
          <Text>Do you want to end mails of this kind? Nothing else changes.</Text>
        )}
        {ending.error && (
          <Alert color="red" role="alert">
            {ending.error.message} Sign in and choose what you are told of under Notifications.
          </Alert>
        )}
        {!ending.data && (
          <Button size="sm" fullWidth loading={ending.isPending} onClick={() => ending.mutate()}>
            End these mails
          </Button>
        )}
        <Button
          size="sm"
          fullWidth
          variant="default"
          renderRoot={(props) => <Link to="/notifications/preferences" {...props} />}
        >
          Choose what you are told of
        </Button>
      </Stack>
    </AuthCard>
  )
}
