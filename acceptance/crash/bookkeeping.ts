import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { Reply } from '../client.ts'
import { freshEmail, type TestUser } from '../people.ts'
import { until } from '../until.ts'
import type { Installation } from '../up.ts'

const PATIENCE_MS = 30_000
/** Longer than an abandoned Idempotency-Key is taken to be running. */
const SETTLE_SECONDS = 90

/** One user to be created, whatever happens meanwhile, exactly once. */
export interface Order {
  email: string
  key: string
}

export function newOrders(count: number): Order[] {
  return Array.from({ length: count }, () => ({ email: freshEmail('order'), key: randomUUID() }))
}

/** Asks once. Undefined where the connection broke; a request without any answer in 30 s fails the test. */
export async function place(
  { call }: Pick<Installation, 'call'>,
  { token }: TestUser,
  { email, key }: Order,
): Promise<Reply | undefined> {
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const body = { name: 'Katherine Johnson', email }
  const asking = { body, token, signal, headers: { 'idempotency-key': key } }
  return call('POST', '/api/v1/users', asking).catch((error: Error) => {
    if (signal.aborted) throw new Error(`no answer about ${email} in ${PATIENCE_MS} ms`)
    if (error instanceof TypeError) return undefined
    throw error
  })
}

/** Asks again with the same key until the answer is final: created now, or carried out before. */
export function retryUntilAnswered(
  installation: Installation,
  owner: TestUser,
  order: Order,
): Promise<Reply> {
  return until(
    async () => {
      const reply = await place(installation, owner, order)
      if (reply?.status === 201 || reply?.body.code === 'idempotency_completed') return reply
      expect(reply?.body.code ?? 'no answer').toBeOneOf([
        'no answer',
        'service_unavailable',
        'idempotency_in_progress',
      ])
      return undefined
    },
    `${order.email} was settled`,
    SETTLE_SECONDS,
  )
}

/** Every order left one user, one audit row and one mail. */
export async function expectExactlyOnce(
  installation: Installation,
  owner: TestUser,
  orders: Order[],
) {
  const emails = orders.map(({ email }) => email).sort()
  const users = await all(installation, owner, '/api/v1/users?')
  const created = users.map(({ email }) => email).filter((email) => email?.startsWith('order-'))
  expect(created.sort()).toEqual(emails)

  const rows = await all(installation, owner, '/api/v1/audit_logs?action=user.created&')
  const audited = rows.map(({ new_values }) => new_values?.email)
  expect(audited.filter((email) => email?.startsWith('order-')).sort()).toEqual(emails)

  const mails = await until(
    async () => {
      const found = await all(installation, installation.admin, '/api/v1/admin/mails?')
      return found.every(({ status }) => status !== 'queued') && found
    },
    'every mail was taken care of',
    SETTLE_SECONDS,
  )
  const sent = mails.map(({ to_address }) => to_address)
  expect(sent.filter((email) => email?.startsWith('order-')).sort()).toEqual(emails)
}

interface Row {
  email?: string
  to_address?: string
  status?: string
  new_values?: { email?: string }
}

async function all({ call }: Installation, { token }: TestUser, path: string): Promise<Row[]> {
  const rows: Row[] = []
  for (let page = 1; ; page++) {
    const { body } = await call('GET', `${path}per_page=100&page=${page}`, { token })
    rows.push(...(body.data as Row[]))
    if (page >= (body.meta?.total_pages ?? 0)) return rows
  }
}
