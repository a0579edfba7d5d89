import { Anchor, Box, EmptyState, Group, Skeleton, Title } from '@mantine/core'
import { IconChevronLeft, IconMail } from '@tabler/icons-react'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { api, type Data, reply } from '~/api'
import { useCanUnlessImpersonating } from '~/session'
import { formatNoun, formatTotal } from '~/ui/format'
import { LearnMore } from '~/ui/LearnMore'
import { LoadError } from '~/ui/LoadError'
import { BulkAction } from '~/ui/list/BulkAction'
import { ListEmpty } from '~/ui/list/ListEmpty'
import { Pager } from '~/ui/list/Pager'
import { RowKeys } from '~/ui/list/RowKeys'
import { choiceFilter, dateFilter, stateOptions, useListState } from '~/ui/list/state'
import { Toolbar } from '~/ui/list/Toolbar'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { usePageTitle } from '~/ui/usePageTitle'
import { isInProgress, MAIL_REFETCH_MS, MailMessage } from './MailMessage'
import { resendMail } from './MailProgress'
import classes from './mails.module.css'

const filters = {
  status: choiceFilter('Status', stateOptions('queued', 'deferred', 'sent', 'captured', 'failed')),
  date_from: dateFilter('From'),
}

/** Every email of the installation: the list on the left, the selected one on the right. */
export function MailboxPage() {
  usePageTitle('Mailbox')
  const state = useListState(filters, { by: ['created_at'], first: '-created_at' })
  const url: Record<string, string | undefined> = useSearch({ strict: false })
  const { query } = state
  const mails = useQuery({
    queryKey: ['mails', 'list', query],
    queryFn: ({ signal }) => reply(api.GET('/api/v1/admin/mails', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) =>
      data?.data.some(({ status }) => isInProgress(status)) ? MAIL_REFETCH_MS : false,
  })
  const selectedId = url.mail
  return (
    <section className={classes.page} data-reading={selectedId ? true : undefined}>
      <Group gap="xs" align="baseline">
        <Title order={1}>Mailbox</Title>
        {mails.data && <span className={classes.count}>{formatTotal(mails.data.meta)}</span>}
        <LearnMore />
        {state.activeFilters.status === 'failed' && <ResendAll mails={mails.data?.data ?? []} />}
      </Group>
      <div className={classes.bar}>
        <Toolbar plural="emails" state={state} searchable />
      </div>
      {mails.error && !mails.data && (
        <LoadError error={mails.error} retry={() => void mails.refetch()} />
      )}
      {mails.data?.data.length === 0 && (
        <ListEmpty
          plural="emails"
          state={state}
          icon={<IconMail size={28} />}
          sentence="No emails yet. Without an SMTP server, emails are captured here instead of being sent."
        />
      )}
      {(mails.isPending || Boolean(mails.data?.data.length)) && (
        <div className={classes.split}>
          <div className={classes.left}>
            {mails.isPending && <Skeleton height={480} />}
            <RowKeys>
              <ul className={classes.list} aria-label="Emails">
                {mails.data?.data.map((mail) => (
                  <Row
                    key={mail.id}
                    mail={mail}
                    search={{ ...url, mail: mail.id }}
                    current={mail.id === selectedId}
                  />
                ))}
              </ul>
            </RowKeys>
            {mails.data && <Pager meta={mails.data.meta} state={state} />}
          </div>
          <div className={classes.right}>
            {selectedId && (
              <Anchor
                size="sm"
                className={classes.back}
                renderRoot={(props) => (
                  <Link to="." search={{ ...url, mail: undefined }} {...props} />
                )}
              >
                <IconChevronLeft size={14} aria-hidden /> All emails
              </Anchor>
            )}
            {selectedId ? (
              <MailMessage id={selectedId} key={selectedId} />
            ) : (
              <EmptyState
                py={96}
                icon={<IconMail size={28} />}
                description="Select an email to read it."
              />
            )}
          </div>
        </div>
      )}
    </section>
  )
}

type Mail = Data<'/api/v1/admin/mails', 'get'>[number]
/** Resends the failed emails of the page, for when their cause was fixed. */
function ResendAll({ mails }: { mails: Mail[] }) {
  const client = useQueryClient()
  const failed = mails.filter(({ status }) => status === 'failed')
  if (!useCanUnlessImpersonating('admin.mails.update') || failed.length === 0) return null
  return (
    <Box ml="auto">
      <BulkAction
        label={`Resend ${formatNoun(failed.length, 'email')}`}
        rows={failed}
        done="queued"
        run={({ id }) => resendMail(id)}
        onDone={() => void client.invalidateQueries({ queryKey: ['mails'] })}
      />
    </Box>
  )
}

type RowProps = { mail: Mail; search: Record<string, string | undefined>; current: boolean }

function Row({ mail, search, current }: RowProps) {
  return (
    <li data-row data-first tabIndex={-1}>
      <Link to="." search={search} className={classes.row} aria-current={current || undefined}>
        <span className={classes.subject}>{mail.subject}</span>
        <span className={classes.to}>{mail.to_address}</span>
        {(mail.status === 'deferred' || mail.status === 'failed') && (
          <span className={classes.why}>{mail.error}</span>
        )}
        <span className={classes.meta}>
          <StatusPill state={mail.status} />
          {mail.next_attempt_at ? (
            <span>
              next attempt <RelativeTime at={mail.next_attempt_at} />
            </span>
          ) : (
            <RelativeTime at={mail.created_at} />
          )}
        </span>
      </Link>
    </li>
  )
}
