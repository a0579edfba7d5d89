import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { differencesOf, payingWorld } from '../../test/paying.ts'
import { lockBilling } from '../billing/profile.ts'
import { collect } from './collecting.ts'

// Each run has its own gateway, without the faults and the clock of the one before.
let here: Awaited<ReturnType<typeof payingWorld>>
afterEach(() => vi.useRealTimers())

const RUNS = 12
const operations = ['create', 'retrieve', 'update', 'confirm'] as const
const faults = ['drop_before', 'drop_after', '429', '500', '500_after', 'twice'] as const

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ act: fc.constant('pay' as const), card: fc.nat(2) }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('work' as const) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('begin and die' as const) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('work twice at once' as const) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('authenticate' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('fault' as const),
      operation: fc.constantFrom(...operations),
      how: fc.constantFrom(...faults),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('wait' as const),
      minutes: fc.constantFrom(1, 6, 20, 90),
    }),
  },
)

async function buyer() {
  vi.useRealTimers()
  here = await payingWorld()
  const user = await here.stranger()
  const cards = []
  for (const token of [
    'pm_card_visa',
    'pm_card_chargeDeclined',
    'pm_card_authenticationRequired',
  ]) {
    cards.push((await here.addCard(user, token)).id)
  }
  return { user, cards, invoice: await here.invoiceFor(user) }
}

type Buyer = Awaited<ReturnType<typeof buyer>>

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

async function run({ user, cards, invoice }: Buyer, given: Step): Promise<void> {
  const [call] = await here.dueCalls(user)
  switch (given.act) {
    case 'pay':
      // Refused once it is paid, or was tried too often.
      await user.ctx
        .transaction(async (tx) => {
          tx.unaudited('may change nothing')
          await lockBilling(tx)
          const payment_method_id = cards[given.card]
          await collect(tx, invoice.id, { on_session: true, payment_method_id })
        })
        .catch((error: { status?: number }) => expect(error.status).toBe(409))
      return
    case 'work':
      if (call) await here.perform(call.id, call.turn)
      return
    case 'work twice at once':
      if (call) await Promise.all([1, 2].map(() => here.perform(call.id, call.turn)))
      return
    case 'begin and die':
      if (call)
        await here.worker.post(`/internal/gateway_calls/${call.id}/begin`, { turn: call.turn })
      return
    case 'authenticate': {
      const payment = (await here.paymentsOf(user)).find(
        ({ status }) => status === 'requires_action',
      )
      if (payment?.intent_id) here.double.authenticate(payment.intent_id)
      return
    }
    case 'fault':
      here.double.failNext({ operation: `payment_intents.${given.operation}`, how: given.how })
      return
    case 'wait':
      here.travel(given.minutes)
      await here.recover()
  }
}

/** Until nothing has an unknown outcome. */
async function quietDown(user: Buyer['user']): Promise<void> {
  for (let hour = 0; hour < 80; hour++) {
    here.travel(61)
    await here.recover()
    await here.settleDown(user)
    const unsettled = (await here.paymentsOf(user)).filter(({ status }) =>
      ['pending', 'processing', 'requires_action'].includes(status),
    )
    if (unsettled.length === 0) return
  }
  throw new Error('a payment has no outcome')
}

test('whatever fails, an invoice is charged at most once, and the books agree with the gateway', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const { user, cards, invoice } = await buyer()
      for (const one of steps) await run({ user, cards, invoice }, one)
      await quietDown(user)
      const received = here.received(user)
      expect(received.length).toBeLessThanOrEqual(1)
      const { status } = await user.ctx
        .own('invoices')
        .select()
        .select('status')
        .where('id', '=', invoice.id)
        .executeTakeFirstOrThrow()
      expect(status).toBe(received.length === 1 ? 'paid' : 'open')
      expect(await differencesOf(user)).toEqual([])
      const clearing = await user.ctx
        .own('ledger_lines')
        .select()
        .select('amount_cents')
        .where('ledger_account', 'in', ['clearing:stripe', 'gateway_fees'])
        .execute()
      const sum = clearing.reduce((total, { amount_cents }) => total + amount_cents, 0)
      expect(sum).toBe(received.reduce((total, { amount_cents }) => total + amount_cents, 0))
      await here.close()
    }),
    { numRuns: RUNS },
  )
}, 180_000)
