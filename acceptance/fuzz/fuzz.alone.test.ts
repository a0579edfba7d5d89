import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { dataOf, type Reply } from '../client.ts'
import { startInstallation } from '../installation.ts'
import { createColleague, register, signIn } from '../people.ts'
import { operationsOf, readDocuments } from './document.ts'
import { type FuzzInput, fuzzInputs } from './inputs.ts'

const { FUZZ_RUNS = '40', FUZZ_SEED = '20261123' } = process.env
const LIMIT_MS = 20_000

// The tests are created from the document of a running server, so the installation starts first.
const installation = await startInstallation()
afterAll(() => installation.stop())

const document = await readDocuments(installation.url)
const codes = document.components.schemas.Error.properties.code.enum
const owner = await register(installation.url)
const knownIds = await existingIds()

test.for(
  operationsOf(document).map(({ method, path, operation }) => ({
    method,
    path,
    operation,
    name: `${method} ${path}`,
  })),
)('$name responds as documented to any input', async ({ method, path, operation }) => {
  const property = fc.asyncProperty(fuzzInputs(operation, knownIds), async (input) => {
    expectDocumented(await send(method, path, input), operation.responses)
  })
  const options = {
    numRuns: Number(FUZZ_RUNS),
    seed: Number(FUZZ_SEED),
    interruptAfterTimeLimit: LIMIT_MS,
  }
  await fc.assert(property, options)
})

test('after the fuzzing, the owner still exists and the installation works', async () => {
  expect((await installation.call('GET', '/api/v1/users', { token: owner.token })).status).toBe(200)
  const { email } = await register(installation.url)
  await installation.mailTo(email, 'Confirm')
})

async function send(
  method: string,
  path: string,
  { ids, query, body, headers, caller }: FuzzInput,
) {
  const url = path.replace(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent((ids[name] ?? '').toWellFormed()),
  )
  const search = query.length > 0 ? `?${new URLSearchParams(query)}` : ''
  const token = { nobody: undefined, garbage: 'garbage', owner: await ownersToken(path) }[caller]
  const hasBody = method !== 'GET' && body !== undefined
  const json = hasBody ? { body: JSON.stringify(body) } : {}
  return installation.call(method, url + search, { ...json, token, headers })
}

/** A separate session for signing out, so that the other tests stay signed in. */
async function ownersToken(path: string) {
  if (!path.endsWith('/logout')) return owner.token
  return (await signIn(installation.url, installation.admin.email)).token
}

function expectDocumented({ status, body, headers }: Reply, responses: Record<string, unknown>) {
  expect(status, JSON.stringify(body)).toBeLessThan(500)
  expect(Object.keys(responses), JSON.stringify(body)).toContain(String(status))
  // Only downloads are no JSON.
  if (!headers.get('content-type')?.includes('json')) return expect(status).toBeLessThan(300)
  expect(body.success).toBe(status < 300)
  if (status < 300) return expect(body).toHaveProperty('data')
  expect(body).toMatchObject({
    error: expect.stringMatching(/\S/),
    request_id: headers.get('x-request-id'),
  })
  expect(codes).toContain(body.code)
  if (status === 422 && body.code === 'validation_error') expect(body.errors).toBeTruthy()
}

/** Existing ids of several kinds, some of another account. */
async function existingIds(): Promise<string[]> {
  const stranger = await register(installation.url)
  const expendable = await Promise.all(
    [1, 2, 3].map(() => createColleague(installation.url, owner)),
  )
  const rows = await Promise.all([
    owner.api.GET('/api/v1/roles').then(dataOf),
    owner.api.GET('/api/v1/audit_logs').then(dataOf),
    installation.admin.api.GET('/api/v1/admin/mails').then(dataOf),
  ])
  const listed = rows.flatMap((list: { id: string }[]) => list.slice(0, 2).map(({ id }) => id))
  return [...listed, ...expendable.map(({ id }) => id), owner.id, stranger.id, stranger.accountId]
}
