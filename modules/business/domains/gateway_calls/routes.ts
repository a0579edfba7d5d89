import { resource } from '@powernode/server/platform/http/resource.ts'
import { BegunCall, beginCall, CallTurn } from './beginning.ts'
import { GatewayCallFilters, GatewayCallRecord, listCalls } from './call_record.ts'
import { RecoveredCalls, recoverCalls } from './recovering.ts'
import { CallReport, RecordedCall, reportCall } from './reporting.ts'

export const allGatewayCalls = resource(
  '/admin/gateway_calls',
  'What was asked of payment gateways for every account',
  (r) => {
    r.list(
      '/',
      {
        can: 'admin.payments.read',
        of: GatewayCallRecord,
        query: GatewayCallFilters,
        sorts: ['-created_at'],
        summary: 'List what was asked of payment gateways, such as for a payment',
      },
      ({ ctx, page, query }) => listCalls(ctx, page, query),
    )
  },
)

/** For the handlers of `call_gateway` and `recover_gateway_calls`. */
export const gatewayCalls = resource(
  '/internal/gateway_calls',
  'Calls of payment gateways by workers',
  (r) => {
    r.post(
      '/:id/begin',
      {
        can: 'system.gateways.process',
        body: CallTurn,
        of: BegunCall,
        status: 200,
        summary: 'Begin a turn of a call, and get what to ask',
      },
      ({ ctx, id, body }) => beginCall(ctx, id, body),
    )
    r.post(
      '/:id/report',
      {
        can: 'system.gateways.process',
        body: CallReport,
        of: RecordedCall,
        status: 200,
        summary: 'Report what came of a turn',
      },
      ({ ctx, id, body }) => reportCall(ctx, id, body),
    )
    r.post(
      '/recover',
      {
        can: 'system.gateways.process',
        of: RecoveredCalls,
        status: 200,
        summary: 'Take up lost calls, and ask about payments without an outcome',
      },
      ({ ctx }) => recoverCalls(ctx),
    )
  },
)
