import { Button, Drawer, Group, Skeleton, Stack, Text, Textarea, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCan } from '~/session'
import { Copyable } from '~/ui/Copyable'
import { type Fact, FactList } from '~/ui/FactList'
import { Json } from '~/ui/Json'
import { LoadError } from '~/ui/LoadError'
import { RelativeTime } from '~/ui/RelativeTime'
import { exactUtc } from '~/ui/relative'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import { useAccountFact } from '~/ui/useAccountFact'
import { AlertActivities } from './AlertActivities'
import { type Alert, type AlertMetric, alertQuery, metricsQuery, setAlertStatus } from './queries'
import { describeCondition, formatMetric } from './words'

/** One alert: its status, details, history and next step. */
export default function AlertDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { data: alert, error, refetch } = useQuery(alertQuery(id))
  return (
    <Drawer
      opened
      size={560}
      title={alert?.name ?? 'Alert'}
      closeButtonProps={{ 'aria-label': 'Close' }}
      onClose={onClose}
    >
      {error && !alert && <LoadError error={error} retry={() => void refetch()} />}
      {!alert && !error && <Skeleton height={320} aria-busy="true" />}
      {alert && <Details alert={alert} />}
    </Drawer>
  )
}

function Details({ alert }: { alert: Alert }) {
  const mayChange = useCan('admin.alerts.update')
  const { data: metrics } = useQuery({ ...metricsQuery, enabled: useCan('admin.alert_rules.read') })
  const account = useAccountFact(alert.account_id)
  const { status, severity, summary, details } = alert
  return (
    <Stack gap="lg">
      <Group gap="md" mih={30}>
        <StatusPill state={status} />
        <StatusPill state={severity} />
      </Group>
      {summary && <Text>{summary}</Text>}
      {mayChange && status !== 'resolved' && <NextStep key={status} alert={alert} />}
      <FactList
        lines
        facts={[
          ...facts(alert, metrics ?? []),
          account,
          ['ID', <Copyable key="i" value={alert.id} label="ID" />],
        ]}
      />
      {Object.keys(details).length > 0 && (
        <section aria-label="Details">
          <Title order={2} mb="xs">
            Details
          </Title>
          <Json value={details} label="Details" />
        </section>
      )}
      <AlertActivities id={alert.id} />
    </Stack>
  )
}

const steps = {
  open: { step: 'acknowledge', actionLabel: 'Acknowledge', done: 'The alert was acknowledged.' },
  acknowledged: { step: 'resolve', actionLabel: 'Resolve', done: 'The alert was resolved.' },
} as const

/** Acknowledges an open alert, or resolves an acknowledged one, with an optional note. */
function NextStep({ alert: { id, status } }: { alert: Alert }) {
  const [note, setNote] = useState('')
  const { step, actionLabel, done } = steps[status === 'open' ? 'open' : 'acknowledged']
  const changeStatus = useMutation({
    mutationFn: () => setAlertStatus(id, step, note.trim()),
    onSuccess: () => toast.done(done),
    onError: toast.failed,
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        changeStatus.mutate()
      }}
    >
      <Textarea
        label="Note"
        description="Optional. What is known or was done."
        rows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="xs">
        <Button type="submit" loading={changeStatus.isPending}>
          {actionLabel}
        </Button>
      </Group>
    </form>
  )
}

function facts(alert: Alert, metrics: AlertMetric[]): Fact[] {
  const { metric, condition, threshold, current_value } = alert
  const unit = metrics.find(({ name }) => name === metric)?.unit
  const rule: Fact[] =
    metric && condition && threshold !== null
      ? [
          ['Condition', describeCondition({ metric, condition, threshold }, metrics)],
          ['Last value', formatMetric(current_value, unit)],
        ]
      : [
          [
            'Type',
            <span key="k" className="mono">
              {alert.type}
            </span>,
          ],
        ]
  return [
    ['Source', { rule: 'Rule', worker: 'Worker', system: 'Server' }[alert.source]],
    ...rule,
    ['Occurrences', alert.trigger_count === 1 ? '1' : String(alert.trigger_count)],
    ['First triggered', <When key="f" at={alert.created_at} />],
    ['Last triggered', <When key="l" at={alert.last_triggered_at} />],
    ['Acknowledged', <When key="a" at={alert.acknowledged_at} by={alert.acknowledged_by?.name} />],
    ['Resolved', <When key="r" at={alert.resolved_at} by={alert.resolved_by?.name} />],
  ]
}

const When = ({ at, by }: { at: string | null; by?: string | undefined }) =>
  at ? (
    <>
      {exactUtc(at)} (<RelativeTime at={at} />){by && ` by ${by}`}
    </>
  ) : (
    '–'
  )
