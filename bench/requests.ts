import pg from 'pg'
import { requestsPerSecond, startChild } from './children.ts'
import type { Installation } from './installation.ts'
import { type Measurement, measureAlternately } from './measurement.ts'
import { SEED_USERS_SQL } from './sql.ts'

const ROUNDS = 5
const SECONDS = 4
const WARM_UP_SECONDS = 3
/** With the administrator 10,000, which are counted exactly. */
const USERS = 9_999

// Headers that node:http adds itself. It does not add a length: it would send chunks instead.
const OWN_HEADERS = ['connection', 'date', 'keep-alive']

export async function health(installation: Installation): Promise<Measurement> {
  const path = '/api/v1/health'
  const bare = await sampleOf(installation.url + path, {})
  const result = await compareWithBare(installation, path, {}, './bare/bytes.ts', bare)
  return { name: 'GET /api/v1/health', ...result, target: 0.7 }
}

export async function me(installation: Installation): Promise<Measurement> {
  const path = '/api/v1/auth/me'
  const headers = await bearer(installation)
  const bare = await sampleOf(installation.url + path, headers)
  const result = await compareWithBare(installation, path, headers, './bare/bytes.ts', bare)
  return { name: 'GET /api/v1/auth/me', ...result, target: 0.5 }
}

export async function users(installation: Installation): Promise<Measurement> {
  const path = '/api/v1/users?per_page=20'
  const { databaseUrl } = installation
  const { accountId } = await installation.signIn()
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(SEED_USERS_SQL, [accountId, 1, USERS])
  await client.query('vacuum analyze users, user_roles')
  await client.end()

  const headers = await bearer(installation)
  const sample = await sampleOf(installation.url + path, headers)
  const bare = { headers: sample.headers, databaseUrl, accountId }
  const result = await compareWithBare(installation, path, headers, './bare/users.ts', bare)
  return { name: 'GET /api/v1/users, of 10,000', ...result, target: 0.6 }
}

async function compareWithBare(
  { url }: Installation,
  path: string,
  headers: Record<string, string>,
  module: string,
  input: object,
) {
  const bare = await startChild<{ url: string }>(new URL(module, import.meta.url), input)
  try {
    await assertSameWork(url + path, bare.ready.url + path, headers)
    const load = (base: string, seconds: number) => requestsPerSecond(base + path, headers, seconds)
    await load(url, WARM_UP_SECONDS)
    await load(bare.ready.url, WARM_UP_SECONDS)
    const results = await measureAlternately(
      ROUNDS,
      () => load(url, SECONDS),
      () => load(bare.ready.url, SECONDS),
    )
    return { ...results, unit: 'req/s' }
  } finally {
    bare.stop()
  }
}

async function bearer(installation: Installation) {
  const { token } = await installation.signIn()
  return { authorization: `Bearer ${token}` }
}

/** The uncompressed response, as the load generator requests it. */
async function sampleOf(url: string, headers: Record<string, string>) {
  const response = await fetch(url, { headers: { 'accept-encoding': 'identity', ...headers } })
  const sent = [...response.headers].filter(([name]) => !OWN_HEADERS.includes(name))
  return { headers: Object.fromEntries(sent), body: await response.text() }
}

/** Both must send the same headers and the same amount of data; otherwise the ratio is meaningless. */
async function assertSameWork(ours: string, bare: string, headers: Record<string, string>) {
  const [oursSample, bareSample] = [await sampleOf(ours, headers), await sampleOf(bare, headers)]
  const names = Object.keys(oursSample.headers).filter((name) => !(name in bareSample.headers))
  const [a, b] = [oursSample, bareSample].map(({ body }) => Buffer.byteLength(body))
  if (names.length > 0 || Math.abs((a ?? 0) - (b ?? 0)) > 2) {
    throw new Error(`${ours}: ${a} bytes, bare ${b} bytes without ${names.join(', ') || 'nothing'}`)
  }
}
