import { rowsOf } from '@powernode/server/test/rows.ts'
import { listening, type TestUser, WORKER_TOKEN } from '@powernode/server/test/world.ts'
import { createApi } from '@powernode/worker/client.ts'
import { pino } from 'pino'
import handlers from '../domains/reconciliation/handlers.ts'
import type { payingWorld } from './paying.ts'

type World = Awaited<ReturnType<typeof payingWorld>>

/** Compares days as a worker does, and reads what was found. */
export async function reconciling(here: World) {
  const config = { url: await listening(here.app), token: WORKER_TOKEN, concurrency: 5 }
  const api = createApi(config as Parameters<typeof createApi>[0])
  const work = {
    ...{ api, outcomes: api, log: pino({ level: 'silent' }) },
    signal: new AbortController().signal,
  }

  const reconcile = (date: string, gateway: 'stripe' | 'paypal' = 'stripe') =>
    handlers.handlers.reconcile_day({ gateway, date }, work)

  const { database } = here.platform
  const flagsOf = (externalId: string) =>
    database
      .selectFrom('reconciliation_flags')
      .selectAll()
      .where('external_id', '=', externalId)
      .execute()

  const reportOf = (date: string, gateway: 'stripe' | 'paypal' = 'stripe') =>
    database
      .selectFrom('reconciliation_reports')
      .selectAll()
      .where('gateway', '=', gateway)
      .where('report_date', '=', new Date(date))
      .executeTakeFirstOrThrow()

  const askStripe = async (path: string, fields: Record<string, string>) => {
    const reply = await fetch(`${here.double.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${here.double.secretKey}` },
      body: new URLSearchParams(fields),
    })
    return (await reply.json()) as { id: string; latest_charge: string }
  }

  /** Charges a card at Stripe without us. Gives the ids of the intent and of the charge. */
  const chargeElsewhere = async (
    amount_cents: number,
    metadata: Partial<Record<'payment_id' | 'invoice_id' | 'account_id', string>> = {},
  ) => {
    const named = Object.entries(metadata).map(([key, value]) => [`metadata[${key}]`, value])
    const intent = await askStripe('/v1/payment_intents', {
      ...{ amount: String(amount_cents), currency: 'usd' },
      ...(Object.fromEntries(named) as Record<string, string>),
    })
    const confirmed = await askStripe(`/v1/payment_intents/${intent.id}/confirm`, {
      payment_method: 'pm_card_visa',
    })
    return { intent_id: intent.id, external_id: confirmed.latest_charge }
  }

  /** Refunds a charge at Stripe without us. */
  const refundElsewhere = (charge: string, amount_cents: number) =>
    askStripe('/v1/refunds', { charge, amount: String(amount_cents) })

  /** Stores a payment that was received, whatever the gateway says. */
  const storePayment = async (
    user: TestUser,
    external_id: string,
    fields: { amount_cents?: number; gateway?: 'stripe' | 'paypal' } = {},
  ) => {
    const now = user.ctx.now()
    const { id } = await rowsOf(user.ctx, 'payments')
      .insert({
        ...({ gateway: 'stripe', status: 'succeeded', livemode: false } as const),
        ...{ external_id, amount_cents: 2900, currency: 'USD' as const, ...fields },
        ...{ processed_at: now, created_at: now, updated_at: now },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  }

  return { reconcile, flagsOf, reportOf, chargeElsewhere, refundElsewhere, storePayment }
}
