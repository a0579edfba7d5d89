import { centsFromPaypal, type PaypalMoney } from './paypal_amount.ts'
import type { PaypalClient } from './paypal_client.ts'
import type { PaypalLink } from './paypal_outcomes.ts'
import { PaypalError } from './paypal_request.ts'
import type { Gateway, GatewayCharge, Range } from './port.ts'

const SECOND_MS = 1000
const DAY_MS = 86_400_000
/** The longest range of one report. */
const WINDOW_MS = 31 * DAY_MS
const TRANSACTIONS_PER_PAGE = '500'
const EVENTS_PER_PAGE = '100'

interface Transaction {
  transaction_id: string
  /** T00… is a payment, T11… a reversal of one. */
  transaction_event_code: string
  transaction_initiation_date: string
  transaction_status: 'D' | 'P' | 'S' | 'V'
  transaction_amount: PaypalMoney
  fee_amount?: PaypalMoney
  paypal_reference_id?: string
  /** ODR is an order, TXN another transaction. */
  paypal_reference_id_type?: string
  custom_field?: string
}

interface Report {
  transaction_details?: { transaction_info: Transaction }[]
  total_pages?: number
}

interface WebhookEvents {
  events?: { id: string; transmissions?: { status?: string }[] }[]
  links?: PaypalLink[]
}

export const paypalLists = (
  client: (signal: AbortSignal) => PaypalClient,
): Pick<Gateway, 'listCharges' | 'listRefunds' | 'listMissedEvents'> => ({
  async *listCharges(range, signal) {
    for await (const transaction of transactions(client(signal), range)) {
      const received = !transaction.transaction_amount.value.startsWith('-')
      if (/^T00/.test(transaction.transaction_event_code) && received) yield toCharge(transaction)
    }
  },

  async *listRefunds(range, signal) {
    for await (const transaction of transactions(client(signal), range)) {
      const { paypal_reference_id: charge_id, custom_field } = transaction
      if (!/^T11/.test(transaction.transaction_event_code) || !charge_id) continue
      yield { ...movementOf(transaction), charge_id, refund_id: custom_field ?? null }
    }
  },

  async *listMissedEvents(range, signal) {
    const paypal = client(signal)
    const query = { ...between('start_time', 'end_time', range), page_size: EVENTS_PER_PAGE }
    let path: string | undefined = `/v1/notifications/webhooks-events?${new URLSearchParams(query)}`
    while (path) {
      const { events = [], links = [] }: WebhookEvents = await paypal.get(path)
      for (const { transmissions = [], ...event } of events) {
        const delivered = transmissions.some(({ status }) => status === 'SUCCESS')
        if (!delivered) yield { id: event.id, raw: JSON.stringify(event) }
      }
      path = nextPath(links)
    }
  },
})

/** Of a link, only the path is used: requests go nowhere but to the configured address. */
function nextPath(links: PaypalLink[]): string | undefined {
  const next = links.find(({ rel }) => rel === 'next')
  if (!next) return undefined
  const { pathname, search } = new URL(next.href, 'https://paypal.invalid')
  return `${pathname}${search}`
}

/** The transaction report, window by window. It lags behind by up to three hours. */
async function* transactions(paypal: PaypalClient, { from, to }: Range) {
  for (let start = from; start < to; start = new Date(start.getTime() + WINDOW_MS)) {
    const end = new Date(Math.min(start.getTime() + WINDOW_MS, to.getTime()))
    yield* windowOf(paypal, { from: start, to: end })
  }
}

/** One window, page by page; in halves if it has more transactions than PayPal reports at once. */
async function* windowOf(paypal: PaypalClient, range: Range): AsyncGenerator<Transaction> {
  const { from, to } = range
  for (let page = 1, pages = 1; page <= pages; page++) {
    const report = await pageOf(paypal, range, page)
    if (!report) {
      const middle = new Date((from.getTime() + to.getTime()) / 2)
      yield* windowOf(paypal, { from, to: middle })
      yield* windowOf(paypal, { from: middle, to })
      return
    }
    pages = report.total_pages ?? 1
    for (const { transaction_info: transaction } of report.transaction_details ?? []) {
      const at = new Date(transaction.transaction_initiation_date)
      // The report includes its end.
      if (at >= from && at < to) yield transaction
    }
  }
}

/** Undefined if there are too many transactions. */
async function pageOf(
  paypal: PaypalClient,
  range: Range,
  page: number,
): Promise<Report | undefined> {
  const query = new URLSearchParams({
    ...between('start_date', 'end_date', range),
    fields: 'transaction_info',
    page_size: TRANSACTIONS_PER_PAGE,
    page: String(page),
  })
  try {
    return await paypal.get<Report>(`/v1/reporting/transactions?${query}`)
  } catch (error) {
    const tooMany = error instanceof PaypalError && error.issue === 'RESULTSET_TOO_LARGE'
    if (tooMany && range.to.getTime() - range.from.getTime() > SECOND_MS) return undefined
    throw error
  }
}

const between = (start: string, end: string, { from, to }: Range) => ({
  [start]: from.toISOString(),
  [end]: to.toISOString(),
})

const statuses = { S: 'succeeded', V: 'succeeded', P: 'pending', D: 'failed' } as const

function movementOf(transaction: Transaction) {
  const { transaction_amount: amount, transaction_status: status } = transaction
  return {
    external_id: transaction.transaction_id,
    amount_cents: Math.abs(centsFromPaypal(amount)),
    currency: amount.currency_code,
    status: statuses[status] ?? 'pending',
    created_at: new Date(transaction.transaction_initiation_date),
  }
}

/** PayPal knows our payment by its id and the invoice by its number only. */
function toCharge(transaction: Transaction): GatewayCharge {
  const { fee_amount: fee, paypal_reference_id, paypal_reference_id_type } = transaction
  return {
    ...movementOf(transaction),
    intent_id: (paypal_reference_id_type === 'ODR' && paypal_reference_id) || null,
    payment_id: transaction.custom_field ?? null,
    invoice_id: null,
    account_id: null,
    refunded_cents: null,
    fee_cents: fee ? Math.abs(centsFromPaypal(fee)) : null,
  }
}
