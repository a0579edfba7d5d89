import { defineDomain } from '@powernode/server/platform/module.ts'
import { forgetCertificate, insertCertificate } from './certificates.ts'
import { contract } from './contract.ts'
import { insertEvents } from './event_row.ts'
import { metrics } from './metrics.ts'
import { postponeAbandoned } from './processing.ts'
import {
  gatewayEventHistory,
  gatewayEvents,
  gatewayNotices,
  internalEventNotices,
  internalGatewayCertificates,
  internalGatewayEvents,
  receivers,
} from './routes.ts'

export default defineDomain({
  name: 'gateway_events',
  tables: ['gateway_events', 'gateway_certificates'],
  contract,
  routes: [
    receivers,
    gatewayNotices,
    gatewayEventHistory,
    gatewayEvents,
    internalGatewayEvents,
    internalEventNotices,
    internalGatewayCertificates,
  ],
  metrics,
  onDeadLetter: {
    process_gateway_event: postponeAbandoned,
    fetch_gateway_certificate: forgetCertificate,
  },
  retention: {
    gateway_events: {
      counts: 'Events of payment gateways older than 90 days',
      rows: [{ by: 'created_at', days: 90 }],
    },
    gateway_certificates: {
      counts: 'Certificates that sign events, fetched more than 90 days ago',
      rows: [{ by: 'created_at', days: 90 }],
    },
  },
  names: {
    gateway_event: {
      rows: ({ db }) => db.selectFrom('gateway_events').select(['id', 'event_type as name']),
    },
  },
  examples: {
    gateway_events: ({ write, owner }) =>
      write(async (tx) => {
        const [stored] = await insertEvents(tx, [
          {
            ...{ gateway: 'stripe', external_id: `evt_${owner.id}`, livemode: false },
            ...{ event_type: 'payment_intent.succeeded', occurred_at: tx.now() },
            raw: Buffer.from('{"type":"payment_intent.succeeded"}'),
          },
        ])
        return { id: stored?.id ?? '' }
      }),
    gateway_certificates: ({ write, owner }) =>
      write(async (tx) => ({
        id:
          (await insertCertificate(
            tx,
            `https://api.paypal.com/v1/notifications/certs/${owner.id}`,
          )) ?? '',
      })),
  },
})
