import { until } from '../until.ts'
import type { BillingInstallation, Victim } from './billing.ts'
import type { TapPoint } from './tap.ts'

/**
 * Where a process is killed: while a request is on its way, or in a transaction that writes to this table; with both, in the
 * transaction that follows the request.
 */
export interface KillPoint {
  kills: Victim
  while: 'paying' | 'refunding' | 'renewing' | 'receiving events'
  /** `gateway` is Stripe, `api` what the worker says to the server. */
  request?: TapPoint & { to: 'gateway' | 'api' }
  writing?: string
}

const gateway = (of: RegExp, when: TapPoint['when']) => ({ to: 'gateway' as const, of, when })
const api = (of: RegExp, when: TapPoint['when']) => ({ to: 'api' as const, of, when })
const prepare = /^POST \/v1\/payment_intents$/
const confirm = /^POST \/v1\/payment_intents\/\w+\/confirm$/
const payBack = /^POST \/v1\/refunds$/
const begin = /\/gateway_calls\/[\w-]+\/begin$/
const report = /\/gateway_calls\/[\w-]+\/report$/
const beginEvent = /\/gateway_events\/[\w-]+\/begin$/
const applyEvent = /\/api\/v1\/webhooks\/\w+$/

const paying = { kills: 'server', while: 'paying' } as const
const charged = gateway(confirm, 'answered')

/** The points that each run of the tests covers. */
const main: KillPoint[] = [
  { ...paying, writing: 'payments' },
  { ...paying, request: api(begin, 'asked') },
  { ...paying, request: gateway(prepare, 'answered'), writing: 'invoices' },
  { ...paying, request: charged, writing: 'payments' },
  { ...paying, request: charged, writing: 'ledger_lines' },
  { ...paying, request: api(report, 'answered') },
  { kills: 'worker', while: 'paying', request: api(begin, 'answered') },
  { kills: 'worker', while: 'paying', request: gateway(confirm, 'asked') },
  { kills: 'worker', while: 'paying', request: charged },
  { kills: 'server', while: 'refunding', writing: 'refunds' },
  { kills: 'worker', while: 'refunding', request: gateway(payBack, 'answered') },
  { kills: 'server', while: 'renewing', writing: 'gateway_calls' },
  { kills: 'server', while: 'receiving events', writing: 'gateway_events' },
  { kills: 'worker', while: 'receiving events', request: api(applyEvent, 'answered') },
]

const settlingTables = [
  ...['gateway_calls', 'invoices', 'ledger_entries', 'audit_logs', 'events'],
  ...['notifications', 'pgboss.job_common'],
]

/** Further ones, in the longer run. */
const more: KillPoint[] = [
  ...['gateway_calls', 'audit_logs', 'events', 'pgboss.job_common'].map((writing) => {
    return { ...paying, writing }
  }),
  { ...paying, request: api(begin, 'asked'), writing: 'gateway_calls' },
  { ...paying, request: api(begin, 'answered') },
  { ...paying, request: gateway(prepare, 'asked') },
  { ...paying, request: gateway(confirm, 'asked') },
  { ...paying, request: api(report, 'asked') },
  ...settlingTables.map((writing) => ({ ...paying, request: charged, writing })),
  ...(
    [
      ...[api(begin, 'asked'), gateway(prepare, 'asked'), gateway(prepare, 'answered')],
      ...[api(report, 'asked'), api(report, 'answered')],
    ] as const
  ).map((request) => ({ kills: 'worker' as const, while: 'paying' as const, request })),
  ...['credit_notes', 'ledger_lines', 'gateway_calls'].map((writing) => {
    return { kills: 'server' as const, while: 'refunding' as const, writing }
  }),
  ...['refunds', 'payments', 'ledger_lines'].map((writing) => {
    const request = gateway(payBack, 'answered')
    return { kills: 'server' as const, while: 'refunding' as const, request, writing }
  }),
  { kills: 'worker', while: 'refunding', request: gateway(payBack, 'asked') },
  ...['document_counters', 'invoice_lines', 'subscriptions', 'payments'].map((writing) => {
    return { kills: 'server' as const, while: 'renewing' as const, writing }
  }),
  ...['subscriptions', 'subscription_changes', 'mrr_movements'].map((writing) => {
    return { kills: 'server' as const, while: 'renewing' as const, request: charged, writing }
  }),
  { kills: 'server', while: 'receiving events', request: api(beginEvent, 'asked') },
  {
    ...{ kills: 'server', while: 'receiving events', request: api(applyEvent, 'asked') },
    writing: 'gateway_events',
  },
  { kills: 'worker', while: 'receiving events', request: api(beginEvent, 'answered') },
]

export const killPoints = (isLong: boolean): KillPoint[] => (isLong ? [...main, ...more] : main)

/**
 * Starts an act, kills the process at the point and starts it again. Returns the act, which goes on. Throws if the point is not
 * reached.
 */
export async function killAt(
  { db, taps, kill, start }: BillingInstallation,
  { kills, request, writing }: KillPoint,
  act: () => Promise<void>,
): Promise<{ acting: Promise<void> }> {
  const tap = request?.to === 'api' ? taps.api : taps.stripe
  const reached = request && tap.hold(request)
  if (writing && !request) await lock(writing)
  const acting = act()
  acting.catch(() => {}) // awaited later
  const held = await reached
  if (held && writing) {
    await lock(writing)
    held.pass()
  }
  if (writing) await until(() => isWaitedFor(writing), `something was written to ${writing}`)
  await kill(kills)
  // A gateway that is asked by a worker answers, whatever happened to the server.
  if (request?.to === 'api' || kills === 'worker') held?.drop()
  else held?.pass()
  if (writing) await db.query('rollback')
  await start(kills)
  return { acting }

  /** Makes transactions wait before they write to the table. */
  async function lock(table: string) {
    await db.query('begin')
    await db.query(`lock table ${table} in share mode`)
  }

  async function isWaitedFor(table: string) {
    const { rows } = await db.query(
      'select from pg_locks where relation = $1::regclass and not granted limit 1',
      [table],
    )
    return rows.length > 0
  }
}
