import { Alert, Button, List, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useCan } from '~/session'
import { Copyable } from '~/ui/Copyable'
import { FactList } from '~/ui/FactList'
import { RelativeTime } from '~/ui/RelativeTime'
import { exactUtc } from '~/ui/relative'
import { SettingsSection } from '~/ui/SettingsLayout'
import { toast } from '~/ui/toast'
import {
  type ConnectionJob,
  connectionJobQuery,
  type Gateway,
  gatewaysChanged,
  testConnection,
} from './queries'

/** Whether the gateway accepts the credentials, and how it sends its events here. */
export function Connection({ gateway }: { gateway: Gateway }) {
  return (
    <Stack gap="lg">
      <ConnectionTest gateway={gateway} />
      <Events gateway={gateway} />
    </Stack>
  )
}

function ConnectionTest({ gateway }: { gateway: Gateway }) {
  const mayTest = useCan('admin.payment_gateways.update')
  const [started, setStarted] = useState<string | null>(null)
  const { data: job } = useQuery(connectionJobQuery(started ?? gateway.last_connection_job_id))
  const start = useMutation({
    mutationFn: () => testConnection(gateway.gateway),
    onSuccess: setStarted,
    onError: toast.failed,
  })
  const ended = started !== null && job?.id === started && job.completed_at !== null
  useEffect(() => {
    if (ended) void gatewaysChanged()
  }, [ended])
  const isRunning = start.isPending || (started !== null && !ended)
  const { updated_at } = gateway
  const isOutdated = job && updated_at && Date.parse(job.created_at) < Date.parse(updated_at)
  const isNew = gateway.status === 'not_configured'
  return (
    <SettingsSection
      title="Connection"
      description={
        isNew
          ? `Enter the credentials of ${gateway.name} first. They are then tested here.`
          : `Asks ${gateway.name} whether it accepts the credentials. No money moves.`
      }
      aside={
        mayTest && (
          <Button
            variant="default"
            disabled={isNew}
            loading={isRunning}
            onClick={() => start.mutate()}
          >
            Test connection
          </Button>
        )
      }
    >
      <div aria-live="polite">
        {isRunning && <Text size="sm">Testing the connection…</Text>}
        {!isRunning && isOutdated && (
          <Text size="sm">Not tested since the settings were changed.</Text>
        )}
        {!isRunning && !isOutdated && job?.result && <Result job={job} result={job.result} />}
      </div>
    </SettingsSection>
  )
}

type ResultProps = { job: ConnectionJob; result: NonNullable<ConnectionJob['result']> }

function Result({ job, result }: ResultProps) {
  const tested = <RelativeTime at={job.completed_at} />
  if (!result.success) {
    return (
      <Alert color="red" title="The test failed">
        <Text size="sm">{result.error}</Text>
        <Text size="sm" c="dimmed">
          {tested}
        </Text>
      </Alert>
    )
  }
  return (
    <FactList
      lines
      facts={[
        ['Result', 'The credentials are accepted'],
        ['Tested', tested],
        ['Account', [result.business_name, result.account_id].filter(Boolean).join(', ') || '–'],
        result.country !== null && ['Country', result.country],
        result.currency !== null && ['Currency', result.currency],
        result.charges_enabled !== null && ['Payments', allowed(result.charges_enabled)],
        result.payouts_enabled !== null && ['Payouts', allowed(result.payouts_enabled)],
        [
          'Events',
          result.webhook_configured ? 'Sent to this server' : 'Not sent to this server yet',
        ],
      ]}
    />
  )
}

const allowed = (flag: boolean) => (flag ? 'Enabled' : 'Not enabled by the gateway')

function Events({ gateway }: { gateway: Gateway }) {
  const { name, webhook_url, previous_webhook_secret_expires_at: until } = gateway
  const isStripe = gateway.gateway === 'stripe'
  return (
    <SettingsSection
      title="Events"
      description={`${name} reports refunds, disputes and late payments to this address.`}
    >
      <Stack gap="sm">
        <Copyable value={webhook_url} label="webhook URL" />
        <List type="ordered" size="sm" spacing={4}>
          <List.Item>
            {isStripe
              ? 'In the Stripe dashboard, add an endpoint under Developers → Webhooks, with this URL.'
              : 'In the PayPal developer dashboard, add a webhook to your app, with this URL.'}
          </List.Item>
          <List.Item>Select all events.</List.Item>
          <List.Item>
            {isStripe
              ? 'Copy its signing secret, choose Edit on this page and paste it.'
              : 'Copy the ID of the webhook, choose Edit on this page and paste it.'}
          </List.Item>
        </List>
        {isStripe && (
          <Text size="sm" c="dimmed">
            To rotate the signing secret, paste the new one: the previous one is accepted for 24
            more hours.
          </Text>
        )}
        {until && (
          <Text size="sm">The previous signing secret is accepted until {exactUtc(until)}.</Text>
        )}
      </Stack>
    </SettingsSection>
  )
}
