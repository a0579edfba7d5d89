import { Alert, Button, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { isFailure } from '../api'

/** What happened and what to do, in place of content that could not be loaded. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  const message = error instanceof Error ? error.message : 'Something unexpected happened.'
  const requestId = isFailure(error) ? error.requestId : null
  return (
    <Alert
      role="alert"
      color="red"
      title="This could not be loaded"
      icon={<IconAlertTriangle size={18} aria-hidden />}
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{message}</Text>
        {requestId && (
          <Text size="xs" className="mono">
            Request {requestId}
          </Text>
        )}
        {retry && (
          <Button variant="default" onClick={retry}>
            Try again
          </Button>
        )}
      </Stack>
    </Alert>
  )
}
