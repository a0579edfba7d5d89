import { dataOf, type Reply, type RequestOptions } from '../client.ts'
import { register, type TestUser } from '../people.ts'
import { until } from '../until.ts'
import type { BillingInstallation } from './billing.ts'

/** Much longer than a route waits for the outcome of a payment. */
const TIMEOUT_MS = 60_000
/** Processes are killed again and again meanwhile. */
export const PATIENCE_SECONDS = 300
export const PRICE_CENTS = 2900

/** People who try again until they get a final answer, whatever is killed meanwhile. */
export function customersOf(billing: BillingInstallation) {
  const { installation, workerToken } = billing
  const { admin, url } = installation

  /** Undefined if the connection broke, the server is starting, or the gateway was not asked in time: no answer is final. */
  async function attempt(
    method: string,
    path: string,
    { token = admin.token, body }: RequestOptions = {},
  ): Promise<Reply | undefined> {
    const options = { body, token, signal: AbortSignal.timeout(TIMEOUT_MS) }
    const reply = await installation
      .call(method, `/api/v1${path}`, options)
      .catch((error: Error) => {
        if (error instanceof TypeError) return undefined
        throw error
      })
    return reply && [502, 503].includes(reply.status) ? undefined : reply
  }

  /** Repeats the request until the answer has one of these statuses; throws for an answer that must not happen. */
  function insist(
    method: string,
    path: string,
    options: RequestOptions,
    statuses: number[],
  ): Promise<Reply> {
    return until(
      async () => {
        const reply = await attempt(method, path, options)
        if (!reply || statuses.includes(reply.status)) return reply
        throw new Error(`${method} ${path} was answered ${reply.status} ${reply.text}`)
      },
      `${method} ${path} was answered`,
      PATIENCE_SECONDS,
    )
  }

  /** An account that pays by card, or with PayPal. */
  async function newBuyer(gateway: 'stripe' | 'paypal' = 'stripe'): Promise<TestUser> {
    const user = await register(url)
    const post = (path: string, body: object) => {
      return insist('POST', path, { body, token: user.token }, [200, 201])
    }
    if (gateway === 'stripe') await post('/payment_methods', { token: 'pm_card_visa' })
    else {
      const { body } = await post('/payment_methods/setup_intent', { gateway })
      const { approval_url, setup_token } = body.data as Record<string, string>
      await fetch(approval_url ?? '', { redirect: 'manual' })
      await post('/payment_methods', { setup_token })
    }
    return user
  }

  /** An account with a subscription whose period is over. */
  async function newSubscriber(planId: string): Promise<TestUser> {
    const user = await newBuyer()
    const subscribed = dataOf(
      await user.api.POST('/api/v1/subscriptions', { body: { plan_id: planId } }),
    )
    if (subscribed.status !== 'active') throw new Error(`it is ${subscribed.status}`)
    await billing.db.query(
      `update subscriptions set (current_period_start, current_period_end) =
        (current_period_start - interval '32 days', current_period_end - interval '32 days') where id = $1`,
      [subscribed.id],
    )
    return user
  }

  async function newPlan(): Promise<string> {
    const body = { name: 'Team', price_cents: PRICE_CENTS }
    return dataOf(await admin.api.POST('/api/v1/plans', { body })).id
  }

  /** Issues an invoice. A draft whose answer was lost is left behind. */
  async function issueInvoice({ accountId: account_id }: TestUser): Promise<string> {
    const lines = [{ description: 'Setup', quantity: 1, unit_amount_cents: PRICE_CENTS }]
    const draft = await insist('POST', '/admin/invoices', { body: { account_id, lines } }, [201])
    const { id } = draft.body.data as { id: string }
    // 409 if it was issued and the answer was lost.
    await insist('POST', `/admin/invoices/${id}/finalize`, {}, [200, 409])
    return id
  }

  /** Pays an invoice, however often that takes. */
  async function pay({ token }: TestUser, invoiceId: string): Promise<void> {
    await until(
      async () => {
        const { status, body } = await insist(
          'POST',
          `/invoices/${invoiceId}/pay`,
          { token },
          [200, 409],
        )
        if (status === 409 && body.code !== 'invalid_transition') throw new Error(body.code)
        const { invoice } = (body.data ?? {}) as { invoice?: { status: string } }
        return status === 409 || invoice?.status === 'paid'
      },
      `invoice ${invoiceId} was paid`,
      PATIENCE_SECONDS,
    )
  }

  /** Has all of a payment paid back; a second request finds nothing that is left. */
  async function refund(paymentId: string): Promise<void> {
    const body = { to: 'method', reason: 'Sorry' }
    await insist('POST', `/admin/payments/${paymentId}/refunds`, { body }, [201, 422])
  }

  /** Renews what is due, as the job every five minutes does. */
  async function renew(): Promise<void> {
    const path = '/internal/subscriptions/advance'
    await insist('POST', path, { token: workerToken }, [200])
  }

  return { newBuyer, newSubscriber, newPlan, issueInvoice, pay, refund, renew }
}
