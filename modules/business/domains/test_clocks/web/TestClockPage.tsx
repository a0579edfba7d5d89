import { Alert, Button, Menu, Progress, Text } from '@mantine/core'
import { IconCalendar, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useParam } from '~/params'
import { useCanUnlessImpersonating } from '~/session'
import { AccountLink } from '~/ui/AccountLink'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { DetailPage } from '~/ui/DetailPage'
import { DetailSkeleton } from '~/ui/DetailSkeleton'
import type { Fact } from '~/ui/FactList'
import { LoadErrorPage } from '~/ui/LoadError'
import { RowMenu } from '~/ui/list/RowMenu'
import { RelativeTime } from '~/ui/RelativeTime'
import { exactUtc } from '~/ui/relative'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import { useActivityTab } from '~/ui/useActivityTab'
import { ClockTimeline } from './ClockTimeline'
import { useLiveTestClocks } from './live'
import { advanceTestClock, deleteTestClock, type TestClock, testClockQuery } from './queries'
import { stepsOf } from './words'

const AdvanceToDate = lazy(() => import('./AdvanceToDate'))

/** One test clock: moves it, and shows what happened on the way. */
export function TestClockPage() {
  useLiveTestClocks()
  const id = useParam('id')
  const { data: clock, error, refetch } = useQuery(testClockQuery(id))
  if (error && !clock) return <LoadErrorPage error={error} retry={() => void refetch()} />
  if (!clock) return <DetailSkeleton blocks={[320]} />
  return <Page clock={clock} />
}

function Page({ clock }: { clock: TestClock }) {
  const { id, account, status } = clock
  const activity = useActivityTab({ resource: { type: 'test_clock', id }, accountId: account.id })
  return (
    <DetailPage
      parent={{ label: 'Test clocks', to: '/admin/test_clocks' }}
      name={account.name}
      id={id}
      status={<StatusPill state={status} />}
      actions={<Actions clock={clock} />}
      notice={<Advance clock={clock} />}
      facts={facts(clock)}
      tabs={[
        { name: 'happened', label: 'What happened', content: <ClockTimeline clockId={id} /> },
        activity,
      ]}
    />
  )
}

function facts({ account, billing_time, next_renewal_at, created_at }: TestClock): Fact[] {
  return [
    ['Billing time', exactUtc(billing_time)],
    ['Next renewal', next_renewal_at ? exactUtc(next_renewal_at) : '–'],
    ['Account', <AccountLink key="a" account={account} />],
    ['Created', <RelativeTime key="c" at={created_at} />],
  ]
}

/** How far an advance is, or why it stopped. */
function Advance({ clock }: { clock: TestClock }) {
  const { status, error, progress, advancing_to, waiting_since } = clock
  if (error) {
    return (
      <Alert color="red" role="status" title="The clock stopped">
        {error}
      </Alert>
    )
  }
  if (status !== 'advancing') return null
  return (
    <Alert color="amber" role="status" title={`Advancing to ${exactUtc(advancing_to)}`}>
      <Progress value={progress} aria-label="Progress of the advance" />
      {waiting_since && (
        <Text size="sm" mt="xs">
          Waiting for the payment gateway.
        </Text>
      )}
    </Alert>
  )
}

function Actions({ clock }: { clock: TestClock }) {
  const { id, account, status } = clock
  const navigate = useNavigate()
  const mayAdvance = useCanUnlessImpersonating('admin.test_clocks.update')
  const mayDelete = useCanUnlessImpersonating('admin.test_clocks.delete')
  const [dialog, setDialog] = useState<'date' | 'delete' | null>(null)
  const advance = useMutation({ mutationFn: advanceTestClock, onError: toast.failed })
  const steps = stepsOf(clock)
  const busy = status === 'advancing' || advance.isPending
  const close = () => setDialog(null)
  return (
    <>
      {mayAdvance && steps.renewal && (
        <Button
          variant="default"
          disabled={busy}
          onClick={() => advance.mutate({ id, to: steps.renewal ?? steps.day })}
        >
          To the next renewal
        </Button>
      )}
      {mayAdvance && (
        <Button disabled={busy} onClick={() => advance.mutate({ id, to: steps.day })}>
          Advance a day
        </Button>
      )}
      {(mayAdvance || mayDelete) && !busy && (
        <RowMenu of={account.name}>
          {mayAdvance && (
            <Menu.Item leftSection={<IconCalendar size={15} />} onClick={() => setDialog('date')}>
              Advance to a date
            </Menu.Item>
          )}
          {mayDelete && (
            <Menu.Item
              color="red"
              leftSection={<IconTrash size={15} />}
              onClick={() => setDialog('delete')}
            >
              Remove
            </Menu.Item>
          )}
        </RowMenu>
      )}
      <Suspense>{dialog === 'date' && <AdvanceToDate clock={clock} onClose={close} />}</Suspense>
      {dialog === 'delete' && (
        <ConfirmDanger
          title={`Remove the test clock of ${account.name}?`}
          actionLabel="Remove test clock"
          onConfirm={() => deleteTestClock(id)}
          onDone={() => {
            toast.done('The test clock was removed.')
            void navigate({ to: '/admin/test_clocks' })
          }}
          onClose={close}
        >
          The billing of the account returns to the present. If it was advanced, its subscription
          ends; invoices and payments stay.
        </ConfirmDanger>
      )}
    </>
  )
}
