import { randomBytes, randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { ensureSystemWorker } from '@powernode/modules/background/domains/workers/token.ts'
import { createAccountWithUser } from '@powernode/modules/identity/domains/accounts/creation.ts'
import { openSession, signTokens } from '@powernode/modules/identity/domains/sessions/session.ts'
import { acceptPassword } from '@powernode/modules/identity/domains/users/passwords.ts'
import type { FastifyInstance } from 'fastify'
import { expect, inject, vi } from 'vitest'
import { buildApp, openModules } from '../app.ts'
import { readConfig } from '../config.ts'
import { createLog } from '../main.ts'
import type { Ctx } from '../platform/db/context.ts'
import type { ErrorCode } from '../platform/kernel/errors.ts'
import type { FieldErrors } from '../platform/kernel/fail.ts'
import type { Platform } from '../platform/kernel/platform.ts'
import { openPlatform } from '../platform/platform.ts'
import { databaseUrl, query } from './database.ts'
import { mailResetLinks } from './reset_links.ts'
import { rowsOf, unaudited } from './rows.ts'

export const PASSWORD = 'Correct-Horse-7-Battery'
export const WORKER_TOKEN = 'swt_test-worker'

/** A response with its envelope; the test knows the type of `data`. */
export interface TestResponse {
  status: number
  headers: Record<string, unknown>
  body: Record<string, unknown>
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts on the payload it expects
  data: any
  // biome-ignore lint/suspicious/noExplicitAny: the same
  meta: any
  code: ErrorCode | undefined
  errors: FieldErrors | undefined
}

type Headers = Record<string, string>

/** Calls the API with a credential; paths are below `/api/v1`. */
export interface Client {
  get(path: string, headers?: Headers): Promise<TestResponse>
  post(path: string, body?: unknown, headers?: Headers): Promise<TestResponse>
  put(path: string, body?: unknown): Promise<TestResponse>
  patch(path: string, body?: unknown, headers?: Headers): Promise<TestResponse>
  delete(path: string): Promise<TestResponse>
}

export interface TestUser extends Client {
  id: string
  name: string
  email: string
  accountId: string
  accessToken: string
  refreshToken: string
  /** The account in a system context, to arrange and inspect data without the API. */
  ctx: Ctx
}

export interface Key extends Client {
  id: string
  value: string
}

interface Opened {
  platform: Platform
  app: FastifyInstance
}

/** Open applications of this process: shared by all files, and those of a file that runs alone. */
const shared = new Map<string, Promise<Opened>>()
const alone = new Map<string, Promise<Opened>>()

/**
 * Opens the application with its own database; `limits` enables rate limiting. Test files in one process share it, except
 * those named `*.alone.test.ts`, which check all rows of a table or the whole process.
 */
function open(limits: boolean): Promise<Opened> {
  const known = /\.alone\.test\.ts$/.test(expect.getState().testPath ?? '') ? alone : shared
  const key = String(limits)
  const opened = known.get(key) ?? start(limits)
  known.set(key, opened)
  return opened
}

async function start(limits: boolean): Promise<Opened> {
  const server = inject('postgresUrl')
  const name = `test_${randomBytes(6).toString('hex')}`
  await query(server, `create database ${name} template template`)
  const config = readConfig({
    LOG_LEVEL: 'silent',
    DISABLE_RATE_LIMITING: String(!limits),
    DATABASE_POOL_SIZE: '5',
    POWERNODE_EXTENSIONS: process.env.POWERNODE_EXTENSIONS,
    POWERNODE_DATA_DIR: join(inject('dataFolder'), name),
  })
  const platform = await openPlatform(
    config,
    databaseUrl(server, name),
    Buffer.alloc(32),
    createLog(config),
    await openModules(config),
  )
  await ensureSystemWorker(platform.system(), WORKER_TOKEN)
  const app = await buildApp(platform)
  await app.ready()
  return { platform, app }
}

/** Closes the applications of a file that ran alone. */
export async function closeAlone(): Promise<void> {
  for (const opened of alone.values()) {
    const { platform, app } = await opened
    platform.stop()
    await app.close()
    await platform.close()
  }
  alone.clear()
}

/** A separate account for one test, with an owner and helpers. */
export async function world({ limits = false } = {}) {
  const { platform, app } = await open(limits)
  const owner = await found(app, platform)
  const join = (...roles: string[]) => addUser(app, platform, owner, roles)
  return {
    platform,
    app,
    owner,
    /** Adds a user with these roles (none: no permissions) and signs in. */
    join,
    member: () => join('member'),
    /** An owner of another account. */
    stranger: () => found(app, platform),
    visitor: client(app),
    worker: client(app, WORKER_TOKEN),
    /** A client with this bearer token or API key. */
    as: (token: string) => client(app, token),
    /** A client with these headers. */
    with: (headers: Headers) => client(app, undefined, headers),
    /** Creates an API key with these scopes, and a client that uses it. */
    keyOf: async (maker: TestUser, scopes: string[], more: object = {}): Promise<Key> => {
      const { data } = await maker.post('/api_keys', { name: 'Test key', scopes, ...more })
      return { ...client(app, data.key_value), id: data.id, value: data.key_value }
    },
    /** Moves the clock. Only `Date` is faked, so timers and sockets continue. */
    travel: (minutes: number) => {
      const now = Date.now() + minutes * 60_000
      vi.useFakeTimers({ toFake: ['Date'], now })
    },
    /** The token of the latest link mailed to this address. */
    mailedToken: (email: string) => mailedToken(platform, email),
    mailsTo: (email: string) => mailsTo(platform, email),
  }
}

async function found(app: FastifyInstance, platform: Platform): Promise<TestUser> {
  const email = `owner-${randomUUID()}@example.com`
  const secret = await acceptPassword(platform.system(), PASSWORD)
  const { userId, accountId } = await platform.system().transaction(async (outer) => {
    const person = { name: 'Olive Owner', email, secret }
    const { tx, user } = await createAccountWithUser(outer, 'Test Company', {
      ...person,
      roles: ['owner'],
      verified: true,
    })
    return { userId: user.id, accountId: tx.account.id }
  })
  return signIn(app, platform, accountId, { id: userId, name: 'Olive Owner', email })
}

async function addUser(
  app: FastifyInstance,
  platform: Platform,
  owner: TestUser,
  roles: string[],
): Promise<TestUser> {
  const email = `${roles[0] ?? 'nobody'}-${randomUUID()}@example.com`
  const { data } = await owner.post('/users', { name: 'Mo Member', email, roles: [] })
  const person = { id: data.id as string, name: 'Mo Member', email }
  const ids = await platform.database
    .selectFrom('roles')
    .select('id')
    .where('account_id', 'is', null)
    .where('name', 'in', ['', ...roles])
    .execute()
  const rows = ids.map((role) => ({ user_id: person.id, role_id: role.id }))
  if (rows.length > 0) await rowsOf(owner.ctx, 'user_roles').insert(rows).execute()
  return signIn(app, platform, owner.accountId, person)
}

/** Makes the application listen, and returns its address, `http://127.0.0.1:<port>`. */
export async function listening(app: FastifyInstance): Promise<string> {
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  return `http://127.0.0.1:${port}`
}

/** Marks the email address of a user as verified. */
export async function confirmed({ ctx, id }: TestUser): Promise<void> {
  await rowsOf(ctx, 'users')
    .update({ email_verified_at: new Date() })
    .where('id', '=', id)
    .execute()
}

async function signIn(
  app: FastifyInstance,
  platform: Platform,
  accountId: string,
  person: { id: string; name: string; email: string },
): Promise<TestUser> {
  const ctx = platform.system().inAccount(accountId)
  const issued = await unaudited(ctx, (tx) => openSession(tx, person.id))
  const { access_token, refresh_token } = signTokens(ctx, issued)
  return {
    ...person,
    ...client(app, access_token),
    accountId,
    accessToken: access_token,
    refreshToken: refresh_token,
    ctx,
  }
}

function client(app: FastifyInstance, token?: string, always: Headers = {}): Client {
  const call = async (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers: Headers = {},
  ): Promise<TestResponse> => {
    const reply = await app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { ...credentialOf(token), ...always, ...headers },
      ...(body !== undefined && { payload: body as object }),
    })
    const isFile = !String(reply.headers['content-type']).startsWith('application/json')
    const envelope = isFile ? {} : reply.json()
    const { data, meta, code, errors } = envelope
    return {
      status: reply.statusCode,
      headers: reply.headers,
      body: envelope,
      data,
      meta,
      code,
      errors,
    }
  }
  return {
    get: (path, headers) => call('GET', path, undefined, headers),
    post: (path, body, headers) => call('POST', path, body, headers),
    put: (path, body) => call('PUT', path, body),
    patch: (path, body, headers) => call('PATCH', path, body, headers),
    delete: (path) => call('DELETE', path),
  }
}

function credentialOf(token: string | undefined): Headers {
  if (!token) return {}
  return token.startsWith('pk_') ? { 'x-api-key': token } : { authorization: `Bearer ${token}` }
}

async function mailsTo(platform: Platform, email: string) {
  await mailResetLinks(platform)
  const rows = await platform.database
    .selectFrom('mails')
    .select(['template', 'sealed_variables'])
    .where('to_address', '=', email)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ template, sealed_variables }) => ({
    template,
    variables: JSON.parse(platform.vault.open(sealed_variables).toString()) as Record<
      string,
      string
    >,
  }))
}

async function mailedToken(platform: Platform, email: string): Promise<string> {
  const url =
    (await mailsTo(platform, email)).find((mail) => mail.variables.url)?.variables.url ?? ''
  return url.split(/[=/]/).at(-1) ?? ''
}
