import { randomUUID } from 'node:crypto'
import { hashPassword, passwordMatches } from '../server/platform/crypto/passwords.ts'
import type { Installation } from './installation.ts'
import { type Measurement, measureAlternately } from './measurement.ts'

const CONCURRENCY = 32
const SECONDS = 5
const ROUNDS = 3
const PASSWORD = 'Bench-Horse-7-Battery'

/**
 * Sign-ins per second, of 32 people and of one person 32 times at once, compared with the argon2id verifications per second
 * that this machine can do alone. A person must not wait for their own other sign-ins.
 */
export async function login({ url, email }: Installation): Promise<Measurement[]> {
  const people = await Promise.all(Array.from({ length: CONCURRENCY }, () => register(url)))
  const digest = await hashPassword(PASSWORD)
  const bare = () => perSecond(() => passwordMatches(digest, PASSWORD))
  const signIns = (emailOf: (caller: number) => string) =>
    perSecond((caller) => post(url, '/auth/login', { email: emailOf(caller), password: PASSWORD }))
  const different = () => signIns((caller) => people[caller] ?? email)
  const same = () => signIns(() => email)
  const unit = 'req/s'
  return [
    {
      name: 'POST /api/v1/auth/login, argon2id, 32 people',
      unit,
      ...(await measureAlternately(ROUNDS, different, bare)),
      target: 0.7,
    },
    {
      name: 'POST /api/v1/auth/login, argon2id, one person',
      unit,
      ...(await measureAlternately(ROUNDS, same, bare)),
      target: 0.7,
    },
  ]
}

/** Registers a person with an account of their own; returns their address. */
async function register(url: string): Promise<string> {
  const email = `${randomUUID()}@example.com`
  await post(url, '/auth/register', { name: 'Ada', email, password: PASSWORD, account_name: 'Ada' })
  return email
}

/** Refreshes per second; each of 32 sessions refreshes its own token repeatedly. */
export async function refresh({ url, email }: Installation): Promise<Measurement> {
  const tokens = await Promise.all(
    Array.from({ length: CONCURRENCY }, async () => {
      const { data } = await post(url, '/auth/login', { email, password: PASSWORD })
      return data.refresh_token
    }),
  )
  const ours = await perSecond(async (worker) => {
    const { data } = await post(url, '/auth/refresh', { refresh_token: tokens[worker] })
    tokens[worker] = data.refresh_token
  })
  return { name: 'POST /api/v1/auth/refresh', unit: 'req/s', ours, target: 100 }
}

/** A GET that needs a permission and one query, with a warm principal. */
export async function permitted(installation: Installation): Promise<Measurement> {
  const { token } = await installation.signIn()
  const ours = await perSecond(async () => {
    const headers = { authorization: `Bearer ${token}` }
    const reply = await fetch(`${installation.url}/api/v1/users/stats`, { headers })
    if (!reply.ok) throw new Error(`GET /users/stats returned ${reply.status}`)
    await reply.arrayBuffer()
  })
  return { name: 'GET /api/v1/users/stats, by permission', unit: 'req/s', ours, target: 100 }
}

interface TokenResponse {
  data: { refresh_token: string }
}

async function post(url: string, path: string, body: object): Promise<TokenResponse> {
  const reply = await fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!reply.ok) throw new Error(`POST ${path} returned ${reply.status}`)
  return (await reply.json()) as TokenResponse
}

/** Completed calls per second, with 32 concurrent callers for five seconds. */
async function perSecond(call: (caller: number) => Promise<unknown>): Promise<number> {
  const end = performance.now() + SECONDS * 1000
  let done = 0
  const callers = Array.from({ length: CONCURRENCY }, async (_, caller) => {
    while (performance.now() < end) {
      await call(caller)
      done++
    }
  })
  await Promise.all(callers)
  return done / SECONDS
}
