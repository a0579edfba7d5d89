import { Anchor, SimpleGrid, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Data } from '~/api'
import { formatPercent } from '~/ui/format'
import { StatusPill } from '~/ui/StatusPill'
import classes from './audit_logs.module.css'

type Risk = Data<'/api/v1/audit_logs/risk_analysis', 'get'>

/** Of a recommendation. In words, as a second pill beside that of the score would seem to contradict it. */
const priorities = { high: 'High priority.', medium: 'Medium priority.', low: '' }

/** The risk score, its indicators, and recommendations. */
export function RiskPanel({ risk }: { risk: Risk }) {
  const { threat_indicators: indicators, risk_distribution: counts } = risk
  return (
    <SimpleGrid cols={{ base: 1, md: 3 }} spacing="sm">
      <section className={classes.panel} aria-label="Risk">
        <Title order={2}>Risk score</Title>
        <div className={classes.score}>
          <strong>{risk.overall_risk_score}</strong>
          <Text c="dimmed" span>
            of 100
          </Text>
          <StatusPill state={risk.risk_level} />
        </div>
        <Facts
          facts={[
            ['Alarms', counts.high],
            ['Warnings', counts.medium],
            ['Sensitive changes', counts.low],
            ['Other entries', counts.info],
          ]}
        />
        <ul className={classes.advice} aria-label="Recommendations">
          {risk.recommendations.map(({ priority, category, message }) => (
            <li key={category}>
              <span>
                {message}{' '}
                <Text span inherit c="dimmed">
                  {priorities[priority]}
                </Text>
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section className={classes.panel} aria-label="Threat indicators">
        {' '}
        <Title order={2}>Threat indicators</Title>
        <Facts
          facts={[
            ['Failed sign-ins', indicators.failed_logins],
            ['Rejected API keys', indicators.unauthorized_access],
            ['Suspicious addresses', indicators.suspicious_ips],
            ['Users with several warnings', indicators.high_risk_users],
            ['Users with many addresses', indicators.multi_ip_users],
            [
              `Activity outside 06:00 to 22:59 ${risk.time_zone}`,
              formatPercent(indicators.off_hours_activity),
            ],
          ]}
        />
      </section>
      <section className={classes.panel} aria-label="Frequent alarms and warnings">
        {' '}
        <Title order={2}>Frequent alarms and warnings</Title>
        {Object.keys(risk.top_threats).length === 0 && (
          <Text size="sm" c="dimmed">
            No alarms or warnings.
          </Text>
        )}
        <Facts
          facts={[
            ...Object.entries(risk.top_threats).map(([action, count]) => [
              <LogLink key={action} search={{ action }} label={inWords(action)} />,
              count,
            ]),
          ].map(([label, count]) => [label, count] as [ReactNode, ReactNode])}
        />
        {Object.keys(risk.suspicious_ip_details).length > 0 && (
          <>
            <Title order={3} mt="sm">
              Suspicious addresses
            </Title>
            <Facts
              facts={Object.entries(risk.suspicious_ip_details).map(([ip_address, count]) => [
                <LogLink key={ip_address} search={{ ip_address }} label={ip_address} />,
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

/** Link to the matching entries. */
const LogLink = ({ search, label }: { search: Record<string, string>; label: string }) => (
  <Anchor inherit renderRoot={(props) => <Link to="/audit_logs" search={search} {...props} />}>
    {label}
  </Anchor>
)

/** `user.login_failed` → "User login failed". */
function inWords(action: string) {
  const words = action.replace(/[._]/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
