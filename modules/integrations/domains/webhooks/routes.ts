import { resource } from '@powernode/server/platform/http/resource.ts'
import { Empty, Id } from '@powernode/server/platform/http/shapes.ts'
import { listEvents, WebhookEvent } from './catalogue.ts'
import {
  Delivery,
  DeliveryDetail,
  DeliveryFilters,
  DeliveryReplayRange,
  FailedDeliveriesSince,
  listDeliveries,
  ReplayedDeliveries,
  readDelivery,
  replayDelivery,
  replayFailed,
  replayRange,
} from './delivery.ts'
import { DeliveryOutcomes, RecordedDeliveries, recordOutcomes } from './outcome.ts'
import { rotateSecret, WebhookSecretRotation } from './rotation.ts'
import { DeliveryTurns, PreparedDeliveries, prepareDeliveries } from './sending.ts'
import { readWebhookStats, WebhookStats } from './stats.ts'
import { testWebhook, WebhookTest } from './test_delivery.ts'
import {
  createWebhook,
  deleteWebhook,
  listWebhooks,
  NewWebhook,
  readWebhook,
  toggleWebhook,
  updateWebhook,
  Webhook,
  WebhookChanges,
  WebhookFilters,
  WebhookWithSecret,
} from './webhook.ts'

export const webhooks = resource(
  '/webhooks',
  'Webhooks: URLs that receive the events of an account',
  (r) => {
    r.list(
      '/',
      {
        can: 'webhooks.read',
        of: Webhook,
        query: WebhookFilters,
        sorts: ['created_at', 'url', 'last_delivery_at'],
        summary: 'List webhooks of the account',
      },
      ({ ctx, page, query }) => listWebhooks(ctx, page, query),
    )
    r.post(
      '/',
      {
        can: 'webhooks.create',
        class: 'webhook',
        notImpersonating: true,
        body: NewWebhook,
        of: WebhookWithSecret,
        summary: 'Create a webhook; its secret is shown only once',
        says: 'Webhook created',
      },
      ({ ctx, body }) => createWebhook(ctx, body),
    )
    r.list(
      '/available_events',
      {
        can: 'webhooks.read',
        of: WebhookEvent,
        sorts: ['type'],
        summary: 'List the events that the account can receive, with their schema and an example',
      },
      ({ ctx, page }) => listEvents(ctx, page),
    )
    r.get(
      '/stats',
      {
        can: 'webhooks.read',
        class: 'heavy',
        of: WebhookStats,
        query: { webhook_id: Id('Only this webhook') },
        summary: 'Get delivery statistics of the last 7 days',
      },
      ({ ctx, query }) => readWebhookStats(ctx, query.webhook_id),
    )
    r.post(
      '/retry_failed',
      {
        can: 'webhooks.update',
        class: 'webhook',
        whileImpersonating: 'sends only to URLs that the account configured',
        body: FailedDeliveriesSince,
        of: ReplayedDeliveries,
        status: 200,
        summary: 'Resend failed deliveries',
        says: 'Failed deliveries enqueued',
      },
      ({ ctx, body }) => replayFailed(ctx, body),
    )
    r.get('/:id', { can: 'webhooks.read', of: Webhook, summary: 'Get a webhook' }, ({ ctx, id }) =>
      readWebhook(ctx, id),
    )
    r.update(
      '/:id',
      {
        can: 'webhooks.update',
        class: 'webhook',
        notImpersonating: true,
        body: WebhookChanges,
        of: Webhook,
        summary: 'Update a webhook',
        says: 'Webhook updated',
      },
      ({ ctx, id, body }) => updateWebhook(ctx, id, body),
    )
    r.delete(
      '/:id',
      {
        can: 'webhooks.delete',
        class: 'webhook',
        notImpersonating: true,
        of: Empty,
        summary: 'Delete a webhook and its deliveries',
        says: 'Webhook deleted',
      },
      ({ ctx, id }) => deleteWebhook(ctx, id),
    )
    r.post(
      '/:id/toggle_status',
      {
        can: 'webhooks.update',
        class: 'webhook',
        notImpersonating: true,
        of: Webhook,
        status: 200,
        summary: 'Enable or disable a webhook',
        says: 'Webhook status changed',
      },
      ({ ctx, id }) => toggleWebhook(ctx, id),
    )
    r.post(
      '/:id/rotate_secret',
      {
        can: 'webhooks.update',
        class: 'webhook',
        notImpersonating: true,
        body: WebhookSecretRotation,
        of: WebhookWithSecret,
        status: 200,
        summary:
          'Rotate the secret of a webhook; the previous secret stays valid for a grace period',
        says: 'Secret rotated',
        fails: ['invalid_transition'],
      },
      ({ ctx, id, body }) => rotateSecret(ctx, id, body),
    )
    r.post(
      '/:id/test',
      {
        can: 'webhooks.update',
        class: 'webhook',
        whileImpersonating: 'sends only to the URL that the account configured',
        throttle: 'webhook_test',
        body: WebhookTest,
        of: DeliveryDetail,
        status: 200,
        summary: 'Send a test event and return the response',
      },
      ({ ctx, id, body }) => testWebhook(ctx, id, body),
    )
    r.post(
      '/:id/replay',
      {
        can: 'webhooks.update',
        class: 'webhook',
        whileImpersonating: 'sends only to the URL that the account configured',
        body: DeliveryReplayRange,
        of: ReplayedDeliveries,
        status: 200,
        summary: 'Replay all deliveries of a webhook in a time range',
        says: 'Deliveries enqueued',
        fails: ['invalid_transition'],
      },
      ({ ctx, id, body }) => replayRange(ctx, id, body),
    )
  },
)

export const deliveries = resource(
  '/webhooks/deliveries',
  'Events sent to webhooks, with every attempt',
  (r) => {
    r.list(
      '/',
      {
        can: 'webhooks.read',
        of: Delivery,
        query: DeliveryFilters,
        sorts: ['-created_at'],
        summary: 'List deliveries with their status',
      },
      ({ ctx, page, query }) => listDeliveries(ctx, page, query),
    )
    r.get(
      '/:id',
      {
        can: 'webhooks.read',
        of: DeliveryDetail,
        summary: 'Get a delivery with its body and all attempts',
      },
      ({ ctx, id }) => readDelivery(ctx, id),
    )
    r.post(
      '/:id/replay',
      {
        can: 'webhooks.update',
        class: 'webhook',
        whileImpersonating: 'sends only to the URL that the account configured',
        of: DeliveryDetail,
        status: 200,
        summary: 'Resend a delivery',
        says: 'Delivery enqueued',
        fails: ['invalid_transition'],
      },
      ({ ctx, id }) => replayDelivery(ctx, id),
    )
  },
)

export const internalDeliveries = resource(
  '/internal/webhook_deliveries',
  'Delivery of webhooks by workers',
  (r) => {
    r.post(
      '/prepare',
      {
        can: 'system.webhooks.deliver',
        body: DeliveryTurns,
        of: PreparedDeliveries,
        secret: true,
        status: 200,
        summary: 'Get the requests to send for deliveries',
      },
      ({ ctx, body }) => prepareDeliveries(ctx, body.deliveries),
    )
    r.post(
      '/outcomes',
      {
        can: 'system.webhooks.deliver',
        body: DeliveryOutcomes,
        of: RecordedDeliveries,
        status: 200,
        name: 'reportOutcomes',
        summary: 'Report the results of delivery attempts',
      },
      ({ ctx, body }) => recordOutcomes(ctx, body.outcomes),
    )
  },
)
