import { Anchor, SimpleGrid, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Data } from '~/api'
import { StatusPill } from '~/ui/StatusPill'
import classes from './audit_logs.module.css'

type Risk = Data<'/api/v1/audit_logs/risk_analysis', 'get'>

/** The score, what it is made of, and what to do about it. */
export function RiskPanel({ risk }: { risk: Risk }) {
  const { threat_indicators: signs, risk_distribution: weights } = risk
  return (
    <SimpleGrid cols={{ base: 1, md: 3 }} spacing="sm">
      <section className={classes.panel} aria-label="Risk">
        <Title order={2}>Risk</Title>
        <div className={classes.score}>
          <strong>{risk.overall_risk_score}</strong>
          <Text c="dimmed" span>
            of 100
          </Text>
          <StatusPill state={risk.risk_level} />
        </div>
        <Facts
          facts={[
            ['High weight', weights.high],
            ['Medium weight', weights.medium],
            ['Low weight', weights.low],
            ['Everything else', weights.info],
          ]}
        />
        <ul className={classes.advice} aria-label="Recommendations">
          {risk.recommendations.map(({ priority, category, message }) => (
            <li key={category}>
              <StatusPill state={priority} />
              <span>{message}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className={classes.panel} aria-label="Signs of trouble">
        <Title order={2}>Signs of trouble</Title>
        <Facts
          facts={[
            ['Failed sign-ins', signs.failed_logins],
            ['Refused keys', signs.unauthorized_access],
            ['Addresses that keep failing', signs.suspicious_ips],
            ['People with several risky entries', signs.high_risk_users],
            ['People from many addresses', signs.multi_ip_users],
            [`Outside 06:00 to 22:59 ${risk.time_zone}`, `${signs.off_hours_activity} %`],
          ]}
        />
      </section>
      <section className={classes.panel} aria-label="Most frequent risks">
        <Title order={2}>Most frequent risks</Title>
        {Object.keys(risk.top_threats).length === 0 && (
          <Text size="sm" c="dimmed">
            No risky entries.
          </Text>
        )}
        <Facts
          facts={[
            ...Object.entries(risk.top_threats).map(([action, count]) => [
              <ToLog key={action} search={{ action }} />,
              count,
            ]),
          ].map(([label, count]) => [label, count] as [ReactNode, ReactNode])}
        />
        {Object.keys(risk.suspicious_ip_details).length > 0 && (
          <>
            <Title order={3} mt="sm">
              Addresses that keep failing
            </Title>
            <Facts
              facts={Object.entries(risk.suspicious_ip_details).map(([ip_address, count]) => [
                <ToLog key={ip_address} search={{ ip_address }} />,
                count,
              ])}
            />
          </>
        )}
      </section>
    </SimpleGrid>
  )
}

function Facts({ facts }: { facts: [label: ReactNode, value: ReactNode][] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(([label, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the facts of a panel keep their order
        <div key={index}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The entries behind a figure. */
const ToLog = ({ search }: { search: Record<string, string> }) => (
  <Anchor
    inherit
    className="mono"
    renderRoot={(props) => <Link to="/audit_logs" search={search} {...props} />}
  >
    {Object.values(search)[0]}
  </Anchor>
)
