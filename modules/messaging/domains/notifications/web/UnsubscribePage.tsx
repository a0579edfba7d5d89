import { Alert, Button, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { AuthCard } from '~/ui/AuthCard'
import { unsubscribe } from './queries'

/** Opened from a link in an email. Only the button unsubscribes, because mail programs prefetch links. */
export function UnsubscribePage() {
  const { token = '' }: { token?: string } = useSearch({ strict: false })
  const unsubscription = useMutation({ mutationFn: () => unsubscribe(token) })
  return (
    <AuthCard title="Unsubscribe">
      <Stack gap="md">
        {unsubscription.data ? (
          <Text role="status">
            You won’t receive emails about “{unsubscription.data.label}” anymore. You will still get
            these notifications in the app.
          </Text>
        ) : (
          <Text>Stop receiving these emails? Other notifications are not affected.</Text>
        )}
        {unsubscription.error && (
          <Alert color="red" role="alert">
            {unsubscription.error.message} Sign in and change your notification preferences.
          </Alert>
        )}
        {!unsubscription.data && (
          <Button
            size="sm"
            fullWidth
            loading={unsubscription.isPending}
            onClick={() => unsubscription.mutate()}
          >
            Unsubscribe
          </Button>
        )}
        <Button
          size="sm"
          fullWidth
          variant="default"
          renderRoot={(props) => <Link to="/notifications/preferences" {...props} />}
        >
          Notification preferences
        </Button>
      </Stack>
    </AuthCard>
  )
}
