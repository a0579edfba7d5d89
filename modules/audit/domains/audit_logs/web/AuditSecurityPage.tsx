import { Anchor, Group, SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Chart } from '~/ui/Chart'
import { Copyable } from '~/ui/Copyable'
import { LoadError } from '~/ui/LoadError'
import { RelativeTime } from '~/ui/RelativeTime'
import { TimeRangePicker, useTimeRange } from '~/ui/TimeRangePicker'
import { usePageTitle } from '~/ui/usePageTitle'
import classes from './audit_logs.module.css'
import { integrityQuery, riskQuery } from './queries'
import { RiskPanel } from './RiskPanel'
import { SecurityFigures } from './SecurityFigures'

const series = [{ name: 'count', label: 'Entries', color: 'amber.5' }]

/** Security metrics and risks from the audit log of the account. */
export function AuditSecurityPage() {
  usePageTitle('Security overview')
  const { range, set, label } = useTimeRange('7d')
  const risk = useQuery(riskQuery(range))
  const trend = Object.entries(risk.data?.risk_trend ?? {})
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="xs">
        <Group gap="sm" align="baseline">
          <Title order={1}>Security overview</Title>
          <Anchor size="sm" renderRoot={(props) => <Link to="/audit_logs" {...props} />}>
            Audit log
          </Anchor>
        </Group>
        <TimeRangePicker value={range} onChange={set} />
      </Group>
      <SecurityFigures range={range} />
      {risk.error && <LoadError error={risk.error} retry={() => void risk.refetch()} />}
      {!risk.error && !risk.data && <Skeleton height={240} aria-busy="true" />}
      {risk.data && <RiskPanel risk={risk.data} />}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
        <section className={classes.panel} aria-label="Risk over time">
          <Title order={2}>Risk over time</Title>
          {trend.length > 0 ? (
            <Chart
              label={`Risky entries by day in ${label}`}
              rows={trend.map(([day, count]) => ({ day: day.slice(5), count }))}
              by="day"
              series={series}
            />
          ) : (
            <Text size="sm" c="dimmed">
              No entries of high or medium risk in {label}.
            </Text>
          )}
        </section>
        <Integrity />
      </SimpleGrid>
    </Stack>
  )
}

function Integrity() {
  const { data } = useQuery(integrityQuery)
  return (
    <section className={classes.panel} aria-label="Integrity">
      <Title order={2}>Integrity</Title>
      <Text size="sm" c="dimmed">
        Entries are sealed in a hash chain, so that a changed or removed entry is detected. Store
        the last hash elsewhere to prove the state of the log later.
      </Text>
      {!data && <Skeleton height={64} aria-busy="true" />}
      {data && (
        <dl className={classes.facts}>
          <div>
            <dt>Sealed entries</dt>
            <dd>
              {data.checkpoint
                ? `${data.first_sequence_number.toLocaleString('en')} to ${data.checkpoint.sequence_number.toLocaleString('en')}`
                : 'None yet'}
            </dd>
          </div>
          <div>
            <dt>Pending entries</dt>
            <dd>{data.unsealed.toLocaleString('en')}</dd>
          </div>
          {data.checkpoint && (
            <div>
              <dt>Last signed</dt>
              <dd>
                <RelativeTime at={data.checkpoint.signed_at} />
              </dd>
            </div>
          )}
        </dl>
      )}
      {data?.checkpoint && <Copyable value={data.checkpoint.integrity_hash} label="last hash" />}
    </section>
  )
}
