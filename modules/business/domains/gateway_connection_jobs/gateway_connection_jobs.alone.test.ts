import { listening, type TestUser, world } from '@powernode/server/test/world.ts'
import { createApi, createOutcomeApi } from '@powernode/worker/client.ts'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPaypalDouble } from '../../gateways/doubles/paypal_double.ts'
import { type StripeDouble, startStripeDouble } from '../../gateways/doubles/stripe_double.ts'
import connectionTests from './handlers.ts'

const SECRET_KEY = 'sk_test_TopSecretOfStripe01'

let here: Awaited<ReturnType<typeof world>>
let admin: TestUser
let double: StripeDouble

// Stripe is simulated until a test enters a key, so their order matters.
beforeAll(async () => {
  here = await world()
  admin = await here.join('owner', 'admin')
  double = await startStripeDouble()
  const simulation = { PAYMENTS_SIMULATED: true, STRIPE_API_BASE: double.url }
  Object.assign(here.platform.environment, simulation)
})
afterAll(() => double.stop())

const start = async () => (await admin.post('/payment_gateways/stripe/test_connection')).data.id
const read = async (id: string) => (await admin.get(`/gateway_connection_jobs/${id}`)).data
const begin = (id: string) => here.worker.post(`/internal/gateway_connection_jobs/${id}/begin`)
const failure = {
  ...{ connected: false, account_id: null, business_name: null, country: null, currency: null },
  ...{ charges_enabled: null, payouts_enabled: null, webhook_configured: null },
}

/** Runs the job as a worker does. */
async function run(job_id: string) {
  const config = {
    url: await listening(here.app),
    token: 'swt_test-worker',
    concurrency: 1,
    logLevel: 'silent',
    tracing: { endpoint: undefined, sampler: 'always_off' as const, ratio: 1 },
  }
  await connectionTests.handlers.test_gateway_connection(
    { job_id },
    {
      api: createApi(config),
      outcomes: createOutcomeApi(config),
      log: pino({ level: 'silent' }),
      signal: new AbortController().signal,
    },
  )
}

test('a gateway without credentials is not tested', async () => {
  Object.assign(here.platform.environment, { PAYMENTS_SIMULATED: false })
  const answer = await admin.post('/payment_gateways/paypal/test_connection')
  expect([answer.status, answer.code]).toEqual([422, 'gateway_not_configured'])
  Object.assign(here.platform.environment, { PAYMENTS_SIMULATED: true })
})

test('PayPal is asked in the same way', async () => {
  const paypal = await startPaypalDouble()
  Object.assign(here.platform.environment, { PAYPAL_API_BASE: paypal.url })
  const { data } = await admin.post('/payment_gateways/paypal/test_connection')
  await run(data.id)
  expect(await read(data.id)).toMatchObject({ status: 'completed', result: { connected: true } })
  await paypal.stop()
})

test('a worker asks the gateway, and the gateway is connected', async () => {
  const requested = await admin.post('/payment_gateways/stripe/test_connection')
  expect(requested.status).toBe(201)
  expect(requested.headers.location).toBe(`/api/v1/gateway_connection_jobs/${requested.data.id}`)
  expect(requested.data).toMatchObject({ gateway: 'stripe', status: 'pending', result: null })
  await run(requested.data.id)
  expect(await read(requested.data.id)).toMatchObject({
    status: 'completed',
    completed_at: expect.any(String),
    result: { connected: true, error: null, account_id: expect.any(String) },
  })
  const { data } = await admin.get('/payment_gateways/stripe')
  expect(data).toMatchObject({
    simulated: true,
    status: 'connected',
    last_connection_job_id: requested.data.id,
    last_test_error: null,
  })
})

test('a test that has ended is not run or reported again', async () => {
  const id = await start()
  await run(id)
  const before = await read(id)
  await run(id)
  expect((await begin(id)).data).toMatchObject({ credentials: null })
  const path = `/gateway_connection_jobs/${id}`
  const result = { ...failure, error: 'Late' }
  expect((await here.worker.patch(path, { status: 'completed', result })).status).toBe(200)
  const other = await here.worker.patch(path, { status: 'failed', result })
  expect([other.status, other.code]).toEqual([409, 'invalid_transition'])
  expect(await read(id)).toEqual(before)
})

test('a key that the gateway refuses is reported, without the key', async () => {
  await admin.patch('/payment_gateways/stripe', {
    secret_key: SECRET_KEY,
    publishable_key: 'pk_test_PublicOfStripe01',
    webhook_secret: 'whsec_SigningSecretOfStripe01',
  })
  expect((await admin.get('/payment_gateways/stripe')).data.status).toBe('configured')
  const id = await start()
  await run(id)
  expect((await read(id)).result).toMatchObject({
    connected: false,
    error: 'Stripe does not know this key',
  })
  const quoted = await start()
  const result = { ...failure, error: `Invalid API Key provided: ${SECRET_KEY}` }
  const body = { status: 'completed', result }
  const reported = await here.worker.patch(`/gateway_connection_jobs/${quoted}`, body)
  expect(reported.data.result.error).toBe('Invalid API Key provided: [redacted]')
  expect((await admin.get('/payment_gateways/stripe')).data).toMatchObject({
    status: 'error',
    last_test_error: 'Invalid API Key provided: [redacted]',
  })
})

test('only the worker that begins a test gets the credentials', async () => {
  const id = await start()
  for (const user of [admin, here.owner]) {
    expect((await user.post(`/internal/gateway_connection_jobs/${id}/begin`)).status).toBe(403)
  }
  const begun = await begin(id)
  expect(begun.data).toEqual({
    credentials: {
      gateway: 'stripe',
      livemode: false,
      base_url: double.url,
      secret_key: SECRET_KEY,
    },
    webhook_url: `${here.platform.config.publicUrl}/api/v1/webhooks/stripe`,
  })
  expect((await read(id)).status).toBe('processing')
})

test('credentials that were removed meanwhile end the test', async () => {
  Object.assign(here.platform.environment, { PAYMENTS_SIMULATED: false })
  const id = await start()
  await admin.patch('/payment_gateways/stripe', { secret_key: null })
  expect((await begin(id)).data.credentials).toBeNull()
  expect(await read(id)).toMatchObject({
    status: 'completed',
    result: { connected: false, error: expect.stringContaining('Stripe is not set up') },
  })
})

test('a job that was given up fails the test', async () => {
  await admin.patch('/payment_gateways/stripe', { secret_key: SECRET_KEY })
  const id = await start()
  const { test_gateway_connection: end } = here.platform.composition.onDeadLetter
  await end?.(here.platform.system(), { job_id: id }, 'The worker stopped')
  await end?.(here.platform.system(), { job_id: id }, 'Again')
  expect(await read(id)).toMatchObject({
    status: 'failed',
    result: { connected: false, error: 'The worker stopped' },
  })
})

test('a gateway that does not respond is reported as unreachable', async () => {
  await double.stop()
  const id = await start()
  await run(id)
  expect((await read(id)).result).toMatchObject({
    connected: false,
    error: expect.stringContaining('The gateway could not be reached'),
  })
})
