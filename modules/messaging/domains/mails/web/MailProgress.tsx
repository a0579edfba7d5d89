import { Alert, Box, Button, Group, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, type Data, data } from '~/api'
import { useCanUnlessImpersonating } from '~/session'
import { formatNoun } from '~/ui/format'
import { RelativeTime } from '~/ui/RelativeTime'
import { toast } from '~/ui/toast'
import classes from './mails.module.css'

type Mail = Data<'/api/v1/admin/mails/{id}', 'get'>

/** Why an email is deferred or failed, its next attempt, and a button to resend it. */
export function MailProgress({ mail }: { mail: Mail }) {
  const { status, error, attempt_count: attempts, attempted_at, next_attempt_at } = mail
  if (!['deferred', 'failed', 'captured'].includes(status)) return null
  if (status === 'captured') {
    return (
      <Box mb="md">
        <ResendButton id={mail.id} />
      </Box>
    )
  }
  const failed = status === 'failed'
  return (
    <Alert
      mb="md"
      color={failed ? 'red' : 'amber'}
      className={classes.progress}
      title={failed ? 'This email could not be sent' : 'This email is waiting for a retry'}
    >
      <Text size="sm">{error ?? 'The reason is unknown.'}</Text>
      <Group justify="space-between" mt="xs">
        <Text size="sm">
          {formatNoun(attempts, 'attempt')}, the last{' '}
          <RelativeTime at={attempted_at} never="unknown" />
          {next_attempt_at && (
            <>
              , the next <RelativeTime at={next_attempt_at} />
            </>
          )}
        </Text>
        <ResendButton id={mail.id} />
      </Group>
    </Alert>
  )
}

export const resendMail = (id: string) =>
  data(api.POST('/api/v1/admin/mails/{id}/send_again', { params: { path: { id } } }))

function ResendButton({ id }: { id: string }) {
  const client = useQueryClient()
  const allowed = useCanUnlessImpersonating('admin.mails.update')
  const { mutate, isPending } = useMutation({
    mutationFn: () => resendMail(id),
    onSuccess: () => toast.done('The email was queued.'),
    onError: toast.failed,
    onSettled: () => client.invalidateQueries({ queryKey: ['mails'] }),
  })
  if (!allowed) return null
  return (
    <Button variant="default" size="xs" loading={isPending} onClick={() => mutate()}>
      Resend
    </Button>
  )
}
