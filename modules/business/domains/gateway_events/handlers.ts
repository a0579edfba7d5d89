import { defineHandlers } from '@powernode/worker/catalogue.ts'
import { dataOf, requireAccepted } from '@powernode/worker/client.ts'
import type { JobContext } from '@powernode/worker/runner.ts'
import { contract } from './contract.ts'
import { normaliseEvent } from './normalising/normalise.ts'
import type { NormalisedEvent } from './normalising/normalised.ts'

const FETCH_TIMEOUT_MS = 10_000
const MAX_PEM = 20_000

export default defineHandlers(contract.jobs, {
  /**
   * Says to the server what an event means. The server marks the event in the transaction that applies it, so an event whose
   * worker is lost in between is applied once.
   */
  async process_gateway_event({ event_id: id, turn }, work) {
    const params = { path: { id } }
    const { event } = dataOf(
      await work.api.POST('/api/v1/internal/gateway_events/{id}/begin', {
        params,
        body: { turn },
        signal: work.signal,
      }),
    )
    if (!event) return
    const normalised = normaliseEvent(event.gateway, event.raw)
    if (normalised.verb === null) {
      const { reason } = normalised
      requireAccepted(
        await work.outcomes.POST('/api/v1/internal/gateway_events/{id}/skip', {
          params,
          body: { turn, reason },
        }),
      )
      return
    }
    const notice = {
      event_type: event.event_type,
      provider: event.gateway,
      webhook_event_id: id,
    }
    await send(normalised, notice, work)
  },

  async fetch_gateway_certificate({ certificate_id: id, address }, { outcomes, signal }) {
    const response = await fetch(address, {
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(FETCH_TIMEOUT_MS)]),
    })
    const pem = (await response.text()).slice(0, MAX_PEM)
    if (!response.ok || !pem.includes('-----BEGIN CERTIFICATE-----')) {
      throw new Error(`There is no certificate at ${address} (${response.status})`)
    }
    requireAccepted(
      await outcomes.PATCH('/api/v1/internal/gateway_certificates/{id}', {
        params: { path: { id } },
        body: { pem },
      }),
    )
  },
})

interface Notice {
  event_type: string
  provider: 'stripe' | 'paypal'
  webhook_event_id: string
}

type Meaning = Exclude<NormalisedEvent, { verb: null }>

async function send(meaning: Meaning, notice: Notice, { api, signal }: JobContext): Promise<void> {
  if ('payment_data' in meaning) {
    const { verb, payment_data } = meaning
    const body = { ...notice, payment_data }
    return requireAccepted(await api.POST(`/api/v1/webhooks/${verb}`, { body, signal }))
  }
  if ('subscription_data' in meaning) {
    const { verb, subscription_data: data } = meaning
    const subscription_data = {
      ...data,
      current_period_start: data.current_period_start?.toISOString() ?? null,
      current_period_end: data.current_period_end?.toISOString() ?? null,
    }
    const body = { ...notice, subscription_data }
    return requireAccepted(await api.POST(`/api/v1/webhooks/${verb}`, { body, signal }))
  }
  if ('payment_method_data' in meaning) {
    const { verb, payment_method_data } = meaning
    const body = { ...notice, payment_method_data }
    return requireAccepted(await api.POST(`/api/v1/webhooks/${verb}`, { body, signal }))
  }
  const params = { path: { id: notice.webhook_event_id } }
  if ('refund_data' in meaning) {
    const path = '/api/v1/internal/gateway_events/{id}/refund'
    return requireAccepted(await api.POST(path, { params, body: meaning.refund_data, signal }))
  }
  if ('dispute_data' in meaning) {
    const { evidence_due_at, ...dispute } = meaning.dispute_data
    const body = { ...dispute, evidence_due_at: evidence_due_at?.toISOString() ?? null }
    const path = '/api/v1/internal/gateway_events/{id}/dispute'
    return requireAccepted(await api.POST(path, { params, body, signal }))
  }
  const path = '/api/v1/internal/gateway_events/{id}/detached_method'
  return requireAccepted(await api.POST(path, { params, body: meaning.detached_data, signal }))
}
