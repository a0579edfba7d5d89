import { Alert, Button, Group, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, type Data, data } from '~/api'
import { useCanUnlessImpersonating } from '~/session'
import { RelativeTime } from '~/ui/RelativeTime'
import { toast } from '~/ui/toast'
import classes from './mails.module.css'

type Mail = Data<'/api/v1/admin/mails/{id}', 'get'>

/** Why a mail is not out yet or failed, when it is tried again, and the way to send it now. */
export function MailProgress({ mail }: { mail: Mail }) {
  const { status, error, attempt_count: tries, attempted_at, next_attempt_at } = mail
  if (!['deferred', 'failed', 'captured'].includes(status)) return null
  if (status === 'captured') return <SendAgain id={mail.id} />
  const failed = status === 'failed'
  return (
    <Alert
      mb="sm"
      color={failed ? 'red' : 'amber'}
      className={classes.progress}
      title={failed ? 'This mail was given up' : 'This mail waits to be sent again'}
    >
      <Text size="sm">{error ?? 'The reason is not known.'}</Text>
      <Group justify="space-between" mt="xs">
        <Text size="sm">
          {tries === 1 ? 'One try' : `${tries} tries`}, the last{' '}
          <RelativeTime at={attempted_at} never="unknown" />
          {next_attempt_at && (
            <>
              , the next <RelativeTime at={next_attempt_at} />
            </>
          )}
        </Text>
        <SendAgain id={mail.id} />
      </Group>
    </Alert>
  )
}

function SendAgain({ id }: { id: string }) {
  const client = useQueryClient()
  const allowed = useCanUnlessImpersonating('admin.mails.update')
  const { mutate, isPending } = useMutation({
    mutationFn: () =>
      data(api.POST('/api/v1/admin/mails/{id}/send_again', { params: { path: { id } } })),
    onSuccess: () => toast.done('The mail is queued again.'),
    onError: toast.failed,
    onSettled: () => client.invalidateQueries({ queryKey: ['mails'] }),
  })
  if (!allowed) return null
  return (
    <Button variant="default" size="xs" loading={isPending} onClick={() => mutate()}>
      Send again
    </Button>
  )
}
