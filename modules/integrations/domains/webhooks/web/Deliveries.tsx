import { Anchor } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCan } from '~/session'
import { formatMilliseconds } from '~/ui/format'
import { BulkAction } from '~/ui/list/BulkAction'
import type { ListViewProps } from '~/ui/list/ListView'
import { choiceFilter, dateFilter, stateOptions, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { type Delivery, deliveriesQuery, resendDelivery } from './deliveries'
import { allWebhooksQuery, eventsQuery, type WebhookEventType } from './queries'
import { deliveryState } from './states'
import classes from './webhooks.module.css'

const columns: Column<Delivery>[] = [
  {
    key: 'event_type',
    label: 'Event',
    cell: ({ id, event_type, test }) => (
      <>
        <Anchor
          inherit
          className="mono"
          renderRoot={(props) => (
            <Link
              to="."
              search={(now: Record<string, unknown>) => ({ ...now, delivery: id })}
              replace
              resetScroll={false}
              {...props}
            />
          )}
        >
          {event_type}
        </Anchor>
        {test && <span className={classes.test}>Test</span>}
      </>
    ),
  },
  { key: 'status', label: 'Status', cell: (one) => <StatusPill state={deliveryState(one)} /> },
  {
    key: 'response',
    fact: 'labelled',
    label: 'Response',
    cell: (one) => one.http_status ?? one.error_message ?? '–',
  },
  {
    key: 'time',
    label: 'Time',
    numeric: true,
    cell: (one) => formatMilliseconds(one.response_time_ms),
  },
  {
    key: 'attempts',
    label: 'Attempts',
    numeric: true,
    cell: (one) => `${one.attempt_count} of ${one.max_attempts}`,
  },
  {
    key: 'next_retry_at',
    label: 'Next attempt',
    optional: true,
    cell: (one) => <RelativeTime at={one.next_retry_at} never="–" />,
  },
  {
    key: 'created_at',
    fact: 'value',
    label: 'Created',
    sort: 'created_at',
    cell: (one) => <RelativeTime at={one.created_at} />,
  },
]

const webhookColumn: Column<Delivery> = {
  key: 'url',
  label: 'Webhook',
  cell: ({ webhook }) => webhook.url,
}
const sorting = { by: ['created_at'], first: '-created_at' } as const
const statuses = stateOptions('pending', 'successful', 'failed', 'max_retries_reached')

/** The props of both delivery lists: of one webhook, and of all. */
export function useDeliveries(webhookId?: string): ListViewProps<Delivery> {
  const { data: events } = useQuery(eventsQuery)
  const { data: webhooks } = useQuery({ ...allWebhooksQuery, enabled: !webhookId })
  const common = {
    status: choiceFilter('Status', statuses),
    event_type: choiceFilter<WebhookEventType>(
      'Event',
      events?.map(({ type }) => ({ value: type, label: type })) ?? null,
    ),
    date_from: dateFilter('From'),
    date_to: dateFilter('Until'),
  }
  const webhookOptions = webhooks?.map(({ id, url }) => ({ value: id, label: url })) ?? null
  const state = useListState(
    webhookId ? common : { ...common, webhook_id: choiceFilter('Webhook', webhookOptions) },
    sorting,
  )
  const mayCreate = useCan('webhooks.create')
  const mayResend = useCan('webhooks.update')
  const query = { ...state.query, ...(webhookId && { webhook_id: webhookId }) }
  return {
    title: 'Deliveries',
    plural: 'deliveries',
    state,
    query: useQuery(deliveriesQuery(query)),
    searchable: false,
    columns: webhookId ? columns : columns.toSpliced(1, 0, webhookColumn),
    nameOf: (one) => one.event_type,
    ...(mayResend && { bulk: resendSelected }),
    empty: {
      icon: <IconSend size={28} />,
      sentence: webhookId
        ? 'No deliveries yet. Send a test event, or wait for one of the selected events.'
        : `No deliveries yet.${mayCreate ? ' Add a webhook to receive events from this account.' : ''}`,
    },
    csv: (one) => ({
      created_at: one.created_at,
      event_id: one.event_id,
      event_type: one.event_type,
      url: one.webhook.url,
      test: String(one.test),
      status: one.status,
      attempt_count: String(one.attempt_count),
      http_status: one.http_status === null ? null : String(one.http_status),
      response_time_ms: one.response_time_ms === null ? null : String(one.response_time_ms),
      error_message: one.error_message,
      next_retry_at: one.next_retry_at,
    }),
  }
}

function resendSelected(selected: Delivery[], onDone: () => void) {
  return (
    <BulkAction
      label="Resend"
      rows={selected.filter(({ status }) => status !== 'pending')}
      done="enqueued"
      run={({ id }) => resendDelivery(id)}
      onDone={onDone}
    />
  )
}
