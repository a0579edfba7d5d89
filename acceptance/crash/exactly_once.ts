import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { Reply } from '../client.ts'
import { freshEmail, type TestUser } from '../people.ts'
import { until } from '../until.ts'
import type { Installation } from '../up.ts'

const TIMEOUT_MS = 30_000
/** Longer than an abandoned Idempotency-Key counts as in progress. */
const SETTLE_SECONDS = 90

/** A request to create a user, which must be created exactly once. */
export interface CreateRequest {
  email: string
  key: string
}

export function newCreateRequests(count: number): CreateRequest[] {
  return Array.from({ length: count }, () => ({ email: freshEmail('created'), key: randomUUID() }))
}

/** Sends the request once. Undefined if the connection broke; no response within 30 s fails the test. */
export async function sendCreateRequest(
  { call }: Pick<Installation, 'call'>,
  { token }: TestUser,
  { email, key }: CreateRequest,
): Promise<Reply | undefined> {
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  const body = { name: 'Katherine Johnson', email }
  const options = { body, token, signal, headers: { 'idempotency-key': key } }
  return call('POST', '/api/v1/users', options).catch((error: Error) => {
    if (signal.aborted) throw new Error(`no response about ${email} in ${TIMEOUT_MS} ms`)
    if (error instanceof TypeError) return undefined
    throw error
  })
}

/** Retries with the same key until the response is final: created now, or completed before. */
export function retryUntilFinal(
  installation: Installation,
  owner: TestUser,
  request: CreateRequest,
): Promise<Reply> {
  return until(
    async () => {
      const reply = await sendCreateRequest(installation, owner, request)
      if (reply?.status === 201 || reply?.body.code === 'idempotency_completed') return reply
      expect(reply?.body.code ?? 'no response').toBeOneOf([
        'no response',
        'service_unavailable',
        'idempotency_in_progress',
      ])
      return undefined
    },
    `the request for ${request.email} was completed`,
    SETTLE_SECONDS,
  )
}

/** Expects one user, one audit row and one mail for each request. */
export async function expectExactlyOnce(
  installation: Installation,
  owner: TestUser,
  requests: CreateRequest[],
) {
  const emails = requests.map(({ email }) => email).sort()
  const users = await all(installation, owner, '/api/v1/users?')
  const created = users.map(({ email }) => email).filter((email) => email?.startsWith('created-'))
  expect(created.sort()).toEqual(emails)

  const rows = await all(installation, owner, '/api/v1/audit_logs?action=user.created&')
  const audited = rows.map(({ new_values }) => new_values?.email)
  expect(audited.filter((email) => email?.startsWith('created-')).sort()).toEqual(emails)

  const mails = await until(
    async () => {
      const found = await all(installation, installation.admin, '/api/v1/admin/mails?')
      return found.every(({ status }) => status !== 'queued') && found
    },
    'every mail was processed',
    SETTLE_SECONDS,
  )
  const sent = mails.map(({ to_address }) => to_address)
  expect(sent.filter((email) => email?.startsWith('created-')).sort()).toEqual(emails)
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
