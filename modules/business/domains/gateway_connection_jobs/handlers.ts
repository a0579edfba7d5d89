import { sanitizeText } from '@powernode/contract/text.ts'
import { defineHandlers } from '@powernode/worker/catalogue.ts'
import { dataOf, requireAccepted } from '@powernode/worker/client.ts'
import { gatewayOf } from '../../gateways/gateway.ts'
import type { ResultOf } from '../../gateways/operations.ts'
import type { GatewayOutcome } from '../../gateways/port.ts'
import { contract } from './contract.ts'
import { failedConnection } from './result.ts'

const MAX_ERROR = 1000

export default defineHandlers(contract.jobs, {
  async test_gateway_connection({ job_id }, { api, outcomes, signal }) {
    const params = { path: { id: job_id } }
    const { credentials, webhook_url } = dataOf(
      await api.POST('/api/v1/internal/gateway_connection_jobs/{id}/begin', { params, signal }),
    )
    if (!credentials) return
    const call = { idempotency_key: job_id, signal }
    const outcome = await gatewayOf(credentials).test_connection({ webhook_url }, call)
    const body = { status: 'completed' as const, result: resultOf(outcome) }
    requireAccepted(await outcomes.PATCH('/api/v1/gateway_connection_jobs/{id}', { params, body }))
  },
})

function resultOf(outcome: GatewayOutcome<ResultOf<'test_connection'>>) {
  if (outcome.kind === 'succeeded') return { success: true, error: null, ...outcome.result }
  return failedConnection(sanitizeText(errorOf(outcome), MAX_ERROR))
}

function errorOf(outcome: Exclude<GatewayOutcome<never>, { kind: 'succeeded' }>): string {
  if (outcome.kind === 'unreachable') return `The gateway could not be reached: ${outcome.reason}`
  return 'reason' in outcome ? outcome.reason : `The gateway responded with ${outcome.kind}`
}
