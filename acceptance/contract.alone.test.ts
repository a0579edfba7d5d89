import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caller } from './client.ts'
import { type FuzzOperation, operationsOf, readDocuments, type Schema } from './fuzz/document.ts'
import { startInstallation } from './installation.ts'
import { dataFolder } from './launch.ts'
import { freshEmail, PASSWORD } from './people.ts'
import { type ContractProxy, startContractProxy } from './prism.ts'
import { until } from './until.ts'
import type { Installation } from './up.ts'

const UNKNOWN = '019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90'
const PRISM_ERRORS = 'https://stoplight.io/prism/errors'
/** Operations that end the session of this test, wait for work, or need a state that is not set up here. */
const LEFT_OUT = /^auth\.|^sessions\.delete|lease|impersonations|twoFactor|passkeys/

let installation: Installation
let proxy: ContractProxy
let workerToken: string
let operations: ReturnType<typeof operationsOf>
/** Calls the server through Prism; `body` contains the violations that it found. */
let call: ReturnType<typeof caller>

beforeAll(async () => {
  installation = await startInstallation()
  workerToken = await readFile(join(dataFolder(installation.folder), 'worker.token'), 'utf8')
  proxy = await startContractProxy(installation.url, installation.folder)
  call = caller(proxy.url)
  operations = operationsOf(await readDocuments(installation.url))
})
afterAll(async () => {
  await proxy?.stop()
  await installation?.stop()
})

/** The violation that Prism found in a request or reply, if any. */
function violation({ status, body }: { status: number; body: unknown }) {
  const { type, validation } = body as { type?: string; validation?: unknown }
  return type?.startsWith(PRISM_ERRORS)
    ? [status, type.slice(PRISM_ERRORS.length), validation]
    : undefined
}

/** The smallest value that the examples of a schema give. */
function exampleOf(schema: Schema & { examples?: unknown[] }): unknown {
  if (schema.examples?.[0] !== undefined) return schema.examples[0]
  if (schema.enum) return schema.enum[0]
  const type = [schema.type].flat()[0]
  if (type === 'object') {
    const { properties = {}, required = [] } = schema
    const names = required.length > 0 ? required : Object.keys(properties).slice(0, 1)
    return Object.fromEntries(names.map((name) => [name, exampleOf(properties[name] ?? {})]))
  }
  if (type === 'array') return []
  if (type === 'boolean') return true
  return type === 'integer' || type === 'number' ? (schema.minimum ?? 1) : 'text'
}

/** The query parameters that an operation requires, and `more`. */
function queryOf({ parameters = [] }: FuzzOperation, more: Record<string, string> = {}): string {
  const required = parameters.filter((one) => one.in === 'query' && one.required)
  const values = required.map(({ name, example }) => [name, String(example)])
  const query = new URLSearchParams({ ...Object.fromEntries(values), ...more }).toString()
  return query && `?${query}`
}

/** The token for an operation; none for public ones, as Prism refuses unexpected credentials. */
function tokenFor({ security = [] }: FuzzOperation) {
  const ways = security.flatMap((way) => Object.entries(way))
  if (ways.length === 0) return undefined
  const forWorkers = ways.some(([, needed]) => needed.some((name) => name.startsWith('system.')))
  return forWorkers ? workerToken : installation.admin.token
}

/** The id of the first record in the list at `path`, or an unknown id. */
async function firstId(path: string): Promise<string> {
  if (path === '/api/v1/accounts') return installation.admin.accountId
  const { body } = await installation.call('GET', path, { token: installation.admin.token })
  const rows = body.data as { id?: string }[] | undefined
  return (Array.isArray(rows) && rows[0]?.id) || UNKNOWN
}

test('Prism reports a path that the document does not have', async () => {
  const reply = await call('GET', '/api/v1/no_such_path')
  expect(violation(reply)?.slice(0, 2)).toEqual([404, '#NO_PATH_MATCHED_ERROR'])
})

test('every read returns what the document says', async () => {
  await write()
  const violations: unknown[] = []
  for (const { method, path, operation } of operations) {
    if (method !== 'GET' || LEFT_OUT.test(operation.operationId)) continue
    const [list, rest] = path.split('/{')
    const place = rest ? `${list}/${await firstId(list ?? '')}${rest.split('}')[1]}` : path
    const url = place + queryOf(operation)
    if (JSON.stringify(operation.responses).includes('text/event-stream')) continue // never ends
    const reply = await call('GET', url, { token: tokenFor(operation) })
    const found = violation(reply)
    if (found) violations.push([method, url, ...found])
    expect(reply.status, `${method} ${url}`).not.toBe(401)
  }
  expect(violations).toEqual([])
})

test('every refusal matches the document', async () => {
  const violations: unknown[] = []
  for (const { method, path, operation } of operations) {
    if (LEFT_OUT.test(operation.operationId)) continue
    const takesAccount = operation.parameters?.some(({ name }) => name === 'account_id')
    const url =
      path.replace(/\{\w+\}/g, UNKNOWN) +
      queryOf(operation, takesAccount ? { account_id: UNKNOWN } : {})
    const schema = operation.requestBody?.content['application/json']?.schema
    // Prism does not read files in forms.
    if (operation.requestBody && !schema) continue
    const body = schema && (exampleOf(schema) as object)
    const token = tokenFor(operation)
    // Without any credential Prism itself would respond.
    const tokens = token ? ['broken'] : []
    if (path.includes('{') || takesAccount) tokens.push(token ?? '')
    for (const token of tokens) {
      const found = violation(await call(method, url, { token, ...(body && { body }) }))
      if (found) violations.push([method, url, ...found])
    }
  }
  expect(violations).toEqual([])
})

/** Typical writes, one of each kind; checks every response. */
async function write() {
  const token = installation.admin.token
  const violations: unknown[] = []
  const send = async (method: string, path: string, body?: object) => {
    const signed = !/^\/auth\//.test(path) && { token }
    const reply = await call(method, `/api/v1${path}`, { ...signed, ...(body && { body }) })
    const found = violation(reply)
    if (found) violations.push([method, path, ...found])
    expect([method, path, reply.status < 300 || found]).toEqual([method, path, true])
    return (reply.body.data ?? {}) as { id: string; download_url?: string | null }
  }
  const email = freshEmail('checked')
  const visitor = { name: 'Judy Check', email: freshEmail('check'), password: PASSWORD }
  await send('POST', '/auth/register', { ...visitor, account_name: 'Checked' })
  await send('POST', '/auth/login', { email: visitor.email, password: PASSWORD })
  const confirming = new URL((await installation.mailTo(visitor.email, 'Confirm')).link)
  await send('POST', '/auth/verify-email', { token: confirming.searchParams.get('token') })
  const { id: user } = await send('POST', '/users', { name: 'Ada Lovelace', email })
  await send('PATCH', `/users/${user}`, { name: 'Augusta Ada' })
  await send('PUT', `/users/${user}/suspend`, {})
  await send('PUT', `/users/${user}/activate`)
  const { id: role } = await send('POST', '/roles', {
    name: 'checked',
    permissions: ['users.read'],
  })
  await send('POST', `/users/${user}/roles/${role}`)
  await send('DELETE', `/users/${user}/roles/${role}`)
  await send('POST', '/invitations', { email: freshEmail('invited') })
  await send('POST', '/api_keys', { name: 'Checked', scopes: ['users.read'] })
  const { id: webhook } = await send('POST', '/webhooks', { url: 'https://example.com/hooks' })
  await send('PATCH', '/accounts/current', { name: 'Checked' })
  await send('POST', `/webhooks/${webhook}/rotate_secret`, { grace_period_seconds: 60 })
  await send('POST', `/webhooks/${webhook}/toggle_status`)
  await send('POST', '/accounts/current/delegations', {
    email: visitor.email,
    permissions: ['users.read'],
  })
  const { id: file } = await send('POST', '/audit_logs/export', { format: 'csv' })
  const link = await until(
    async () => (await send('GET', `/audit_logs/exports/${file}`)).download_url,
    'the export was written',
  )
  const download = await call('GET', link.slice(installation.url.length))
  expect([download.status, violation(download)]).toEqual([200, undefined])
  await send('POST', '/admin/services', {
    name: 'Shop',
    kind: 'outside',
    check_type: 'tcp',
    host: 'shop.example.com',
    port: 443,
  })
  await send('POST', '/workers', { name: 'Checked' })
  await send('PATCH', '/admin_settings', { status_page_enabled: true })
  await send('POST', '/notifications/read_all')
  await send('DELETE', `/users/${user}`)
  expect(violations).toEqual([])
}
