import { defineDomain } from '@powernode/server/platform/module.ts'
import { forgetCertificate } from './certificates.ts'
import { contract } from './contract.ts'
import { metrics } from './metrics.ts'
import { postponeAbandoned } from './processing.ts'
import {
  gatewayEventHistory,
  gatewayNotices,
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
    internalGatewayEvents,
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
})
