import { Anchor, Group, SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Chart } from '~/ui/Chart'
import { Copyable } from '~/ui/Copyable'
import type { Series } from '~/ui/chart/model'
import { formatCount } from '~/ui/format'
import { LoadError } from '~/ui/LoadError'
import { RelativeTime } from '~/ui/RelativeTime'
import { type TimeRange, TimeRangePicker, useTimeRange } from '~/ui/TimeRangePicker'
import { formatDay } from '~/ui/times'
import { usePageTitle } from '~/ui/usePageTitle'
import classes from './audit_logs.module.css'
import { integrityQuery, riskQuery } from './queries'
import { RiskPanel } from './RiskPanel'
import { hours, SecurityFigures } from './SecurityFigures'

const DAY_MS = 24 * 3600_000
const series: Series[] = [{ name: 'count', label: 'Alarms and warnings', tone: 'second' }]

/** Security metrics and risks from the audit log of the account. */
export function AuditSecurityPage() {
  usePageTitle('Security overview')
  const { range, set, label } = useTimeRange('7d')
  const risk = useQuery(riskQuery(range))
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
        <section className={classes.panel} aria-label="Alarms and warnings by day">
          <Title order={2}>Alarms and warnings by day</Title>
          <Chart
            label={`Alarms and warnings by day in ${label}`}
            kind="bars"
            rows={daysOf(range).map((day) => ({
              at: formatDay(day),
              values: { count: risk.data?.risk_trend[day] ?? 0 },
            }))}
            series={series}
            empty={`No alarms or warnings in ${label}.`}
          />
        </section>
        <Integrity />
      </SimpleGrid>
    </Stack>
  )
}

/** Every day of the range in UTC. The trend lacks those without alarms and warnings. */
function daysOf(range: TimeRange) {
  const now = Date.now()
  const first = new Date(now - hours[range] * 3600_000).setUTCHours(0, 0, 0, 0)
  const count = Math.floor((now - first) / DAY_MS) + 1
  return Array.from({ length: count }, (_, index) =>
    new Date(first + index * DAY_MS).toISOString().slice(0, 10),
  )
}

function Integrity() {
  const { data } = useQuery(integrityQuery)
  return (
    <section className={classes.panel} aria-label="Integrity">
      <Title order={2}>Integrity</Title>
      <Text size="sm" c="dimmed">
        Entries are sealed in a hash chain, which reveals any changed or removed entry. Store the
        last hash elsewhere, so you can prove later that the log is intact.
      </Text>
      {!data && <Skeleton height={64} aria-busy="true" />}
      {data && (
        <dl className={classes.facts}>
          <div>
            <dt>Sealed entries</dt>
            <dd>
              {data.checkpoint
                ? `${formatCount(data.first_sequence_number)} to ${formatCount(data.checkpoint.sequence_number)}`
                : 'None yet'}
            </dd>
          </div>
          <div>
            <dt>Pending entries</dt>
            <dd>{formatCount(data.unsealed)}</dd>
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
