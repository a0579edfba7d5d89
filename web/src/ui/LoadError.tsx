import { Alert, Button, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { isFailure } from '../api'
import { usePageTitle } from './usePageTitle'

interface Props {
  error: unknown
  retry?: () => void
}

/** Error message in place of content that could not be loaded, with a retry button. */
export function LoadError({ error, retry }: Props) {
  const message = error instanceof Error ? error.message : 'An unexpected error occurred.'
  const requestId = isFailure(error) ? error.requestId : null
  return (
    <Alert
      role="alert"
      color="red"
      title="Couldn’t load this content"
      icon={<IconAlertTriangle size={18} aria-hidden />}
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{message}</Text>
        {requestId && (
          <Text size="xs" className="mono">
            Request {requestId}
          </Text>
        )}
        {retry && !isMissing(error) && (
          <Button variant="default" onClick={retry}>
            Try again
          </Button>
        )}
      </Stack>
    </Alert>
  )
}

/** Error message in place of a whole page. */
export function LoadErrorPage({ error, retry }: Props) {
  const title = isMissing(error) ? 'Not found' : 'Something went wrong'
  usePageTitle(title)
  return (
    <Stack>
      <Title order={1}>{title}</Title>
      <LoadError error={error} {...(retry && { retry })} />
    </Stack>
  )
}

/** A missing record is not retried. */
function isMissing(error: unknown) {
  return isFailure(error) && error.code === 'not_found'
}
