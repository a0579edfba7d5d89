import { Skeleton, Stack, Tabs, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api, data } from '~/api'
import { formatCode } from '~/ui/format'
import { LoadError } from '~/ui/LoadError'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { MailProgress } from './MailProgress'
import classes from './mails.module.css'

/** Refetch interval of a mail that is not sent yet. */
export const MAIL_REFETCH_MS = 5000
export const isInProgress = (status = '') => ['queued', 'deferred'].includes(status)

export function MailMessage({ id }: { id: string }) {
  const {
    data: mail,
    error,
    refetch,
  } = useQuery({
    queryKey: ['mails', id],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/admin/mails/{id}', { params: { path: { id } }, signal })),
    // Until it is sent or has failed.
    refetchInterval: ({ state }) => (isInProgress(state.data?.status) ? MAIL_REFETCH_MS : false),
  })
  if (error) return <LoadError error={error} retry={() => void refetch()} />
  if (!mail) {
    return (
      <Stack gap="sm" aria-busy="true">
        <Skeleton height={22} width="60%" />
        <Skeleton height={14} width="40%" />
        <Skeleton height={420} mt="md" />
      </Stack>
    )
  }
  return (
    <article>
      <Title order={2}>{mail.subject}</Title>
      <div className={classes.envelope}>
        <span>To {mail.to_address}</span>
        <StatusPill state={mail.status} />
        <RelativeTime at={mail.sent_at ?? mail.created_at} />
        <span>{formatCode(mail.template)}</span>
      </div>
      <MailProgress mail={mail} />
      <Tabs defaultValue="html" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="html">Message</Tabs.Tab>
          <Tabs.Tab value="text">Plain text</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="html" pt="sm">
          <iframe
            className={classes.frame}
            title={`Mail: ${mail.subject}`}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            srcDoc={mail.html.replace('<head>', '<head><base target="_blank">')}
          />
        </Tabs.Panel>
        <Tabs.Panel value="text" pt="sm">
          <pre className={classes.plain}>{mail.text}</pre>
        </Tabs.Panel>
      </Tabs>
    </article>
  )
}
