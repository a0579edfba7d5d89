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
const COUNTER = 'https://stoplight.io/prism/errors'
/** Ends the session that the walk is made with, waits for work, or leaves the operations that follow without a server. */
const LEFT_OUT = /^auth\.|^sessions\.delete|lease|impersonations|twoFactor|passkeys/

let installation: Installation
let judge: ContractProxy
let workerToken: string
let operations: ReturnType<typeof operationsOf>
/** By a call through the judge; what it found wrong stands in `body`. */
let call: ReturnType<typeof caller>

beforeAll(async () => {
  installation = await startInstallation()
  workerToken = await readFile(join(dataFolder(installation.folder), 'worker.token'), 'utf8')
  judge = await startContractProxy(installation.url, installation.folder)
  call = caller(judge.url)
  operations = operationsOf(await readDocuments(installation.url))
})
afterAll(async () => {
  await judge?.stop()
  await installation?.stop()
})

/** What Prism says against a reply, if anything. */
function objection({ status, body }: { status: number; body: unknown }) {
  const { type, validation } = body as { type?: string; validation?: unknown }
  return type?.startsWith(COUNTER) ? [status, type.slice(COUNTER.length), validation] : undefined
}

/** The smallest value that the examples of a document make. */
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

/** Nobody signs in to what is public; Prism turns away who does. */
function tokenFor({ security = [] }: FuzzOperation) {
  const ways = security.flatMap((way) => Object.entries(way))
  if (ways.length === 0) return undefined
  const forWorkers = ways.some(([, needed]) => needed.some((name) => name.startsWith('system.')))
  return forWorkers ? workerToken : installation.admin.token
}

/** Where the first record of a list below `path` can be read, if there is one. */
async function firstId(path: string): Promise<string> {
  if (path === '/api/v1/accounts') return installation.admin.accountId
  const { body } = await installation.call('GET', path, { token: installation.admin.token })
  const rows = body.data as { id?: string }[] | undefined
  return (Array.isArray(rows) && rows[0]?.id) || UNKNOWN
}

test('the judge objects to what the document does not have', async () => {
  const reply = await call('GET', '/api/v1/no_such_path')
  expect(objection(reply)?.slice(0, 2)).toEqual([404, '#NO_PATH_MATCHED_ERROR'])
})

test('every reply that can be read is what the document says', async () => {
  await write()
  const objections: unknown[] = []
  for (const { method, path, operation } of operations) {
    if (method !== 'GET' || LEFT_OUT.test(operation.operationId)) continue
    const [list, rest] = path.split('/{')
    const at = rest ? `${list}/${await firstId(list ?? '')}${rest.split('}')[1]}` : path
    const reply = await call('GET', at, { token: tokenFor(operation) })
    const found = objection(reply)
    if (found) objections.push([method, at, ...found])
    expect(reply.status, `${method} ${at}`).not.toBe(401)
  }
  expect(objections).toEqual([])
})

test('every refusal is what the document says', async () => {
  const objections: unknown[] = []
  for (const { method, path, operation } of operations) {
    if (LEFT_OUT.test(operation.operationId)) continue
    const elsewhere = operation.parameters?.some(({ name }) => name === 'account_id')
    const at = path.replace(/\{\w+\}/g, UNKNOWN) + (elsewhere ? `?account_id=${UNKNOWN}` : '')
    const schema = operation.requestBody?.content['application/json'].schema
    const body = schema && (exampleOf(schema) as object)
    const token = tokenFor(operation)
    // Prism itself answers where a credential is missing altogether.
    const tokens = token ? ['broken'] : []
    if (path.includes('{') || elsewhere) tokens.push(token ?? '')
    for (const token of tokens) {
      const found = objection(await call(method, at, { token, ...(body && { body }) }))
      if (found) objections.push([method, at, ...found])
    }
  }
  expect(objections).toEqual([])
})

/** Typical writes, one of each kind, every reply of which is judged. */
async function write() {
  const token = installation.admin.token
  const objections: unknown[] = []
  const ask = async (method: string, path: string, body?: object) => {
    const signed = !/^\/auth\//.test(path) && { token }
    const reply = await call(method, `/api/v1${path}`, { ...signed, ...(body && { body }) })
    const found = objection(reply)
    if (found) objections.push([method, path, ...found])
    expect([method, path, reply.status < 300 || found]).toEqual([method, path, true])
    return (reply.body.data ?? {}) as { id: string; download_url?: string | null }
  }
  const email = freshEmail('judged')
  const visitor = { name: 'Judy Judge', email: freshEmail('judge'), password: PASSWORD }
  await ask('POST', '/auth/register', { ...visitor, account_name: 'Judged' })
  await ask('POST', '/auth/login', { email: visitor.email, password: PASSWORD })
  const confirming = new URL((await installation.mailTo(visitor.email, 'Confirm')).link)
  await ask('POST', '/auth/verify-email', { token: confirming.searchParams.get('token') })
  const { id: user } = await ask('POST', '/users', { name: 'Ada Lovelace', email })
  await ask('PATCH', `/users/${user}`, { name: 'Augusta Ada' })
  await ask('PUT', `/users/${user}/suspend`, {})
  await ask('PUT', `/users/${user}/activate`)
  const { id: role } = await ask('POST', '/roles', { name: 'judged', permissions: ['users.read'] })
  await ask('POST', `/users/${user}/roles/${role}`)
  await ask('DELETE', `/users/${user}/roles/${role}`)
  await ask('POST', '/invitations', { email: freshEmail('invited') })
  await ask('POST', '/api_keys', { name: 'Judged', scopes: ['users.read'] })
  const { id: webhook } = await ask('POST', '/webhooks', { url: 'https://example.com/hooks' })
  await ask('PATCH', '/accounts/current', { name: 'Judged' })
  await ask('POST', `/webhooks/${webhook}/rotate_secret`, { grace_period_seconds: 60 })
  await ask('POST', `/webhooks/${webhook}/toggle_status`)
  await ask('POST', '/accounts/current/delegations', {
    email: visitor.email,
    permissions: ['users.read'],
  })
  const { id: file } = await ask('POST', '/audit_logs/export', { format: 'csv' })
  const link = await until(
    async () => (await ask('GET', `/audit_logs/exports/${file}`)).download_url,
    'the export was written',
  )
  const download = await call('GET', link.slice(installation.url.length))
  expect([download.status, objection(download)]).toEqual([200, undefined])
  await ask('POST', '/admin/services', {
    name: 'Shop',
    kind: 'outside',
    check_type: 'tcp',
    host: 'shop.example.com',
    port: 443,
  })
  await ask('POST', '/workers', { name: 'Judged' })
  await ask('PATCH', '/admin_settings', { status_page_enabled: true })
  await ask('POST', '/notifications/read_all')
  await ask('DELETE', `/users/${user}`)
  expect(objections).toEqual([])
}
