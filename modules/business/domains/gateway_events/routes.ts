import { resource } from '@powernode/server/platform/http/resource.ts'
import { FetchedCertificate, RecordedCertificate, recordCertificate } from './certificates.ts'
import {
  GatewayEvent,
  GatewayEventDetail,
  GatewayEventFilters,
  listGatewayEvents,
  readGatewayEvent,
} from './event.ts'
import {
  DetachedMethodNotice,
  DisputeNotice,
  MethodNotice,
  NoticeResult,
  PaymentNotice,
  RefundNotice,
  SubscriptionNotice,
} from './notices.ts'
import {
  noticeDetachedEvent,
  noticeDisputeEvent,
  noticeMethodEvent,
  noticePaymentEvent,
  noticeRefundEvent,
  noticeSubscriptionEvent,
} from './noticing.ts'
import {
  BegunEvent,
  beginEvent,
  EventSkip,
  EventTurn,
  RecordedSkip,
  retryEvent,
  skipEvent,
} from './processing.ts'
import { ReceivedEvent, receivePaypalEvent, receiveStripeEvent } from './receiving.ts'

/** Where gateways send their events. */
export const receivers = resource('/webhooks', (r) => {
  r.inbound(
    '/stripe',
    {
      of: ReceivedEvent,
      alsoAt: '/webhooks/stripe',
      duringMaintenance: true,
      summary: 'Receive an event of Stripe',
      fails: ['invalid_signature'],
    },
    ({ ctx, body, request }) => receiveStripeEvent(ctx, body, request.headers),
  )
  r.inbound(
    '/paypal',
    {
      of: ReceivedEvent,
      alsoAt: '/webhooks/paypal',
      duringMaintenance: true,
      waits: true,
      summary: 'Receive an event of PayPal',
      fails: ['invalid_signature'],
    },
    ({ ctx, body, request }) => receivePaypalEvent(ctx, body, request.headers),
  )
})

/** What workers make of these events. */
export const gatewayNotices = resource('/webhooks', (r) => {
  const worker = {
    ...({ can: 'system.gateway_events.process', of: NoticeResult, status: 200 } as const),
    fails: ['not_found' as const],
  }
  r.post(
    '/payment_succeeded',
    { ...worker, body: PaymentNotice, summary: 'A payment or an invoice was paid at a gateway' },
    ({ ctx, body }) => noticePaymentEvent(ctx, body, true),
  )
  r.post(
    '/payment_failed',
    { ...worker, body: PaymentNotice, summary: 'A payment or an invoice failed at a gateway' },
    ({ ctx, body }) => noticePaymentEvent(ctx, body, false),
  )
  r.post(
    '/payment_intent_succeeded',
    { ...worker, body: PaymentNotice, summary: 'A payment intent succeeded at a gateway' },
    ({ ctx, body }) => noticePaymentEvent(ctx, body, true),
  )
  r.post(
    '/payment_intent_failed',
    { ...worker, body: PaymentNotice, summary: 'A payment intent failed at a gateway' },
    ({ ctx, body }) => noticePaymentEvent(ctx, body, false),
  )
  r.post(
    '/subscription_updated',
    { ...worker, body: SubscriptionNotice, summary: 'A gateway changed a subscription it bills' },
    ({ ctx, body }) => noticeSubscriptionEvent(ctx, body),
  )
  r.post(
    '/subscription_cancelled',
    { ...worker, body: SubscriptionNotice, summary: 'A gateway ended a subscription it bills' },
    ({ ctx, body }) => noticeSubscriptionEvent(ctx, body, 'cancelled'),
  )
  r.post(
    '/subscription_activated',
    { ...worker, body: SubscriptionNotice, summary: 'A gateway activated a subscription it bills' },
    ({ ctx, body }) => noticeSubscriptionEvent(ctx, body, 'active'),
  )
  r.post(
    '/payment_method_attached',
    { ...worker, body: MethodNotice, summary: 'A payment method was attached at a gateway' },
    ({ ctx, body }) => noticeMethodEvent(ctx, body),
  )
})

export const gatewayEventHistory = resource('/payment_gateways', (r) => {
  r.list(
    '/:gateway/webhook_events',
    {
      can: 'admin.payment_gateways.read',
      of: GatewayEvent,
      query: GatewayEventFilters,
      sorts: ['-created_at'],
      summary: 'List the events that a payment gateway sent in the last 90 days',
    },
    ({ ctx, gateway, page, query }) => listGatewayEvents(ctx, gateway, page, query),
  )
})

export const gatewayEvents = resource(
  '/gateway_events',
  'Events that payment gateways sent',
  (r) => {
    r.get(
      '/:id',
      {
        can: 'admin.payment_gateways.read',
        of: GatewayEventDetail,
        summary: 'Get an event of a payment gateway with its payload',
      },
      ({ ctx, id }) => readGatewayEvent(ctx, id),
    )
    r.post(
      '/:id/retry',
      {
        can: 'admin.payment_gateways.update',
        notImpersonating: true,
        of: GatewayEventDetail,
        status: 200,
        summary: 'Process an event of a payment gateway again',
        says: 'The event will be processed again',
        fails: ['invalid_transition'],
      },
      ({ ctx, id }) => retryEvent(ctx, id),
    )
  },
)

/** For the handlers of `process_gateway_event` and `fetch_gateway_certificate`. */
export const internalGatewayEvents = resource(
  '/internal/gateway_events',
  'Events of payment gateways by workers',
  (r) => {
    const can = 'system.gateway_events.process'
    r.post(
      '/:id/begin',
      {
        ...{ can, body: EventTurn, of: BegunEvent, status: 200 },
        summary: 'Begin a turn of an event, and get what was received',
      },
      ({ ctx, id, body }) => beginEvent(ctx, id, body),
    )
    r.post(
      '/:id/skip',
      {
        ...{ can, body: EventSkip, of: RecordedSkip, status: 200 },
        summary: 'End an event about which nothing is done',
      },
      ({ ctx, id, body }) => skipEvent(ctx, id, body),
    )
  },
)

/**
 * Refunds, disputes and removed payment methods are none of the eight kinds of notice above. What is applied here moves money
 * without asking the gateway first, so it needs an event that the gateway signed: these routes name a stored one, and take the
 * gateway from it.
 */
export const internalEventNotices = resource('/internal/gateway_events', (r) => {
  const worker = { can: 'system.gateway_events.process', of: NoticeResult, status: 200 } as const
  r.post(
    '/:id/refund',
    { ...worker, body: RefundNotice, summary: 'Apply an event about a refund' },
    ({ ctx, id, body }) => noticeRefundEvent(ctx, id, body),
  )
  r.post(
    '/:id/dispute',
    { ...worker, body: DisputeNotice, summary: 'Apply an event about money taken for a dispute' },
    ({ ctx, id, body }) => noticeDisputeEvent(ctx, id, body),
  )
  r.post(
    '/:id/detached_method',
    { ...worker, body: DetachedMethodNotice, summary: 'Apply that a payment method was removed' },
    ({ ctx, id, body }) => noticeDetachedEvent(ctx, id, body),
  )
})

export const internalGatewayCertificates = resource(
  '/internal/gateway_certificates',
  'Certificates that sign events, by workers',
  (r) => {
    r.patch(
      '/:id',
      {
        can: 'system.gateway_events.process',
        body: FetchedCertificate,
        of: RecordedCertificate,
        name: 'record',
        summary: 'Record a certificate that was fetched',
      },
      ({ ctx, id, body }) => recordCertificate(ctx, id, body),
    )
  },
)
