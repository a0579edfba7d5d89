import { resource } from '@powernode/server/platform/http/resource.ts'
import { GatewayConnectionJob, readConnectionJob } from './connection_job.ts'
import {
  BegunConnectionTest,
  beginConnectionTest,
  ConnectionJobChanges,
  finishConnectionTest,
  requestConnectionTest,
} from './testing.ts'

export const connectionTests = resource('/payment_gateways', (r) => {
  r.post(
    '/:gateway/test_connection',
    {
      can: 'admin.payment_gateways.update',
      whileImpersonating: 'only asks the gateway whether it accepts the stored credentials',
      of: GatewayConnectionJob,
      status: 201,
      location: '/gateway_connection_jobs',
      summary: 'Test the connection to a payment gateway with the stored settings',
      says: 'Connection test started',
      fails: ['gateway_not_configured'],
    },
    ({ ctx, gateway }) => requestConnectionTest(ctx, gateway),
  )
})

export const gatewayConnectionJobs = resource(
  '/gateway_connection_jobs',
  'Tests of the connections to payment gateways',
  (r) => {
    r.get(
      '/:id',
      {
        can: 'admin.payment_gateways.read',
        of: GatewayConnectionJob,
        summary: 'Get a connection test and its result',
      },
      ({ ctx, id }) => readConnectionJob(ctx, id),
    )
    r.patch(
      '/:id',
      {
        can: 'system.gateways.process',
        body: ConnectionJobChanges,
        of: GatewayConnectionJob,
        name: 'reportResult',
        summary: 'Report the result of a connection test',
        fails: ['invalid_transition'],
      },
      ({ ctx, id, body }) => finishConnectionTest(ctx, id, body),
    )
  },
)

export const internalConnectionTests = resource(
  '/internal/gateway_connection_jobs',
  'Connection tests by workers',
  (r) => {
    r.post(
      '/:id/begin',
      {
        can: 'system.gateways.process',
        of: BegunConnectionTest,
        status: 200,
        summary: 'Begin a connection test and get the credentials for it',
      },
      ({ ctx, id }) => beginConnectionTest(ctx, id),
    )
  },
)
