import { rowsOf } from '@powernode/server/test/rows.ts'
import { listening, type TestUser, WORKER_TOKEN } from '@powernode/server/test/world.ts'
import { createApi } from '@powernode/worker/client.ts'
import { pino } from 'pino'
import gatewayHandlers from '../domains/gateway_calls/handlers.ts'
import { verifyBooks } from '../domains/ledger/verify.ts'
import { startPaypalDouble } from '../gateways/doubles/paypal_double.ts'
import { startStripeDouble } from '../gateways/doubles/stripe_double.ts'
import { issueInvoice, marketplace } from './arrange.ts'
import { removeGatewaySettings } from './gateway_settings.ts'

const log = pino({ level: 'silent' })

/** A marketplace whose gateways are doubles of Stripe and PayPal, and a worker that calls them. Call `close` at the end. */
export async function payingWorld(options: Parameters<typeof startStripeDouble>[0] = {}) {
  const here = await marketplace()
  await removeGatewaySettings()
  const { environment } = here.platform
  const double = await startStripeDouble(options)
  const paypal = await startPaypalDouble(options)
  const configured = {
    STRIPE_API_BASE: double.url,
    STRIPE_SECRET_KEY: double.secretKey,
    STRIPE_PUBLISHABLE_KEY: 'pk_test_double',
    PAYPAL_API_BASE: paypal.url,
    PAYPAL_CLIENT_ID: paypal.clientId,
    PAYPAL_CLIENT_SECRET: paypal.clientSecret,
    PAYPAL_MODE: 'sandbox',
  }
  const before = { ...environment }
  Object.assign(environment, configured)
  const config = { url: await listening(here.app), token: WORKER_TOKEN, concurrency: 5 }
  const api = createApi(config as Parameters<typeof createApi>[0])
  const { signal } = new AbortController()
  const perform = (call_id: string, turn: number) =>
    gatewayHandlers.handlers.call_gateway({ call_id, turn }, { api, outcomes: api, log, signal })

  /** The calls of an account that are due. */
  const dueCalls = ({ ctx }: TestUser) =>
    ctx
      .own('gateway_calls')
      .select()
      .select(['id', 'turn', 'operation', 'idempotency_key'])
      .where('status', 'in', ['queued', 'lost'])
      .where('due_at', '<=', new Date())
      .orderBy('created_at')
      .execute()

  /** Performs calls until none is due. */
  const settleDown = async (user: TestUser) => {
    for (;;) {
      const due = await dueCalls(user)
      if (due.length === 0) return
      for (const { id, turn } of due) await perform(id, turn)
    }
  }

  /** Runs `work` while a worker performs the calls of the user's account. */
  const whileWorking = async <T>(user: TestUser, work: () => Promise<T>): Promise<T> => {
    let isDone = false
    const working = (async () => {
      while (!isDone) {
        await settleDown(user)
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    })()
    try {
      return await work()
    } finally {
      isDone = true
      await working
    }
  }

  /** Adds a card that behaves like that of the token. */
  const addCard = async (user: TestUser, token = 'pm_card_visa') => {
    const { data } = await whileWorking(user, () => user.post('/payment_methods', { token }))
    return data as { id: string; last_four: string; is_default: boolean }
  }

  return {
    ...here,
    double,
    paypal,
    perform,
    dueCalls,
    settleDown,
    whileWorking,
    addCard,
    invoiceFor: (user: TestUser, fields: object = {}) => issueInvoice(here.admin, user, fields),
    pay: (user: TestUser, invoice: { id: string }, body: object = {}) =>
      whileWorking(user, () => user.post(`/invoices/${invoice.id}/pay`, body)),
    recover: () => here.worker.post('/internal/gateway_calls/recover'),
    paymentsOf: (user: TestUser) =>
      rowsOf(user.ctx, 'payments').select().selectAll().orderBy('created_at').execute(),
    /** What was received at the gateway for an account. */
    received: (user: TestUser) =>
      double
        .charges()
        .filter((one) => one.account_id === user.accountId && one.status === 'succeeded'),
    close: async () => {
      for (const name of Object.keys(configured)) {
        Object.assign(environment, { [name]: before[name as keyof typeof before] })
      }
      await Promise.all([double.stop(), paypal.stop()])
    },
  }
}

/** The differences that the books of an account have. */
export async function differencesOf({ ctx, accountId }: TestUser) {
  const found = []
  const db = ctx.platform.database
  for await (const difference of verifyBooks(db)) {
    if (difference.account_id === accountId) found.push(difference)
  }
  return found
}
