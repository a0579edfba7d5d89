import { Alert, Button, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { isFailure } from '../api'
import { usePageTitle } from './usePageTitle'

interface Props {
  error: unknown
  retry?: () => void
}

/** What happened and what to do, in place of content that could not be loaded. */
export function LoadError({ error, retry }: Props) {
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
        {retry && !isMissing(error) && (
          <Button variant="default" onClick={retry}>
            Try again
          </Button>
        )}
      </Stack>
    </Alert>
  )
}

/** The same where it is all that a page has to show. */
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

/** What is not there will not be there on a second try either. */
function isMissing(error: unknown) {
  return isFailure(error) && error.code === 'not_found'
}
