import { sanitizeText } from '@powernode/contract/text.ts'
import { defineHandlers } from '@powernode/worker/catalogue.ts'
import { dataOf, requireAccepted } from '@powernode/worker/client.ts'
import type { JobContext } from '@powernode/worker/runner.ts'
import { gatewayOf } from '../../gateways/gateway.ts'
import { isOutcomeOf } from '../../gateways/outcome_schema.ts'
import type { Call, GatewayCredentials, GatewayOutcome } from '../../gateways/port.ts'
import { contract } from './contract.ts'

const MAX_REASON = 500

export default defineHandlers(contract.jobs, {
  /**
   * Asks a gateway. If the worker crashes between the answer of the gateway and the report, the gateway is asked again with the
   * same key, and answers the same.
   */
  async call_gateway({ call_id: id, turn }, work) {
    const params = { path: { id } }
    const { call } = dataOf(
      await work.api.POST('/api/v1/internal/gateway_calls/{id}/begin', {
        params,
        body: { turn },
        signal: work.signal,
      }),
    )
    if (!call) return
    const outcome = await ask(call as unknown as BegunCall, work)
    // An outcome is reported even if the lease was lost; an aborted call has none.
    if (outcome.kind === 'unreachable') work.signal.throwIfAborted()
    requireAccepted(
      await work.outcomes.POST('/api/v1/internal/gateway_calls/{id}/report', {
        params,
        body: { turn, outcome },
      }),
    )
  },
  async recover_gateway_calls(_input, { api, log, signal }) {
    const recovered = dataOf(await api.POST('/api/v1/internal/gateway_calls/recover', { signal }))
    log.info(recovered, 'gateway calls recovered')
  },
})

interface BegunCall {
  operation: 'confirm'
  request: never
  idempotency_key: string
  credentials: GatewayCredentials
}

/** What came of a call. Whatever goes wrong on the way, it is unknown whether the gateway did it. */
async function ask(
  { operation, request, idempotency_key, credentials }: BegunCall,
  { signal, log }: JobContext,
): Promise<GatewayOutcome<unknown>> {
  const call: Call = { idempotency_key, signal }
  try {
    const outcome = await gatewayOf(credentials)[operation](request, call)
    if (isOutcomeOf(operation, outcome)) return outcome
    log.error({ operation }, 'the answer of the gateway was not understood')
    return { kind: 'unreachable', reason: 'The answer of the gateway was not understood' }
  } catch (error) {
    log.error({ err: error, operation }, 'the gateway could not be asked')
    return { kind: 'unreachable', reason: sanitizeText((error as Error).message, MAX_REASON) }
  }
}
