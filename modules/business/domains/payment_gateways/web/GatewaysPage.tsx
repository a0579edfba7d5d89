import { Button, Group, Skeleton, Text } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { FactList } from '~/ui/FactList'
import { LoadError } from '~/ui/LoadError'
import { RelativeTime } from '~/ui/RelativeTime'
import { SettingsLayout, SettingsSection } from '~/ui/SettingsLayout'
import { StatusPill } from '~/ui/StatusPill'
import { type Gateway, gatewayNames, gatewayQuery } from './queries'
import { gatewayProblem, modeInWords } from './words'

const purposes: Record<Gateway['gateway'], string> = {
  stripe: 'Cards, Apple Pay, Google Pay and bank debits.',
  paypal: 'PayPal accounts.',
}

/** The payment gateways of the installation and their states. */
export function GatewaysPage() {
  const results = useQueries({ queries: gatewayNames.map(gatewayQuery) })
  const failed = results.find(({ error, data }) => error && !data)
  const gateways = results.flatMap(({ data }) => data ?? [])
  const unused = gateways.every(({ status }) => status === 'not_configured')
  return (
    <SettingsLayout title="Gateways">
      <Text c="dimmed">
        A payment gateway charges the cards and PayPal accounts of your customers, and pays you out.
        {gateways.length > 0 &&
          unused &&
          ' Without one, invoices are paid outside Powernode and you mark them as paid.'}
      </Text>
      {failed?.error && <LoadError error={failed.error} retry={() => void failed.refetch()} />}
      {!failed && gateways.length === 0 && <Skeleton height={320} aria-busy="true" />}
      {gateways.map((gateway) => (
        <GatewaySection key={gateway.gateway} gateway={gateway} />
      ))}
    </SettingsLayout>
  )
}

function GatewaySection({ gateway }: { gateway: Gateway }) {
  const { name, status, enabled, last_tested_at } = gateway
  const isNew = status === 'not_configured'
  const problem = gatewayProblem(gateway)
  return (
    <SettingsSection
      title={name}
      description={purposes[gateway.gateway]}
      aside={<StatusPill state={status} />}
    >
      {!isNew && (
        <FactList
          lines
          facts={[
            ['Payments', enabled ? 'Accepted' : 'Not accepted'],
            ['Mode', modeInWords(gateway)],
            ['Last test', <RelativeTime key="t" at={last_tested_at} never="Never" />],
          ]}
        />
      )}
      {problem && (
        <Text size="sm" mt="xs">
          {problem}
        </Text>
      )}
      <Group mt="sm">
        <Button
          variant={isNew ? 'filled' : 'default'}
          renderRoot={(props) => (
            <Link
              to="/admin/payment_gateways/$id"
              params={{ id: gateway.gateway }}
              {...(isNew && { search: { edit: '1' } })}
              {...props}
            />
          )}
        >
          {isNew ? `Set up ${name}` : `Open ${name}`}
        </Button>
      </Group>
    </SettingsSection>
  )
}
