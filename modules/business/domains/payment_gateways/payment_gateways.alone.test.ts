import { rowsOf } from '@powernode/server/test/rows.ts'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { issueInvoice } from '../../test/arrange.ts'
import {
  office,
  paypal,
  removeGatewaySettings,
  SECRET,
  SIGNING,
  stripe,
} from '../../test/gateway_settings.ts'
import { credentialsOf, enabledGateways, webhookSecretsOf } from './credentials.ts'

afterEach(async () => {
  vi.useRealTimers()
  await removeGatewaySettings()
})

test('without settings nobody can pay, and nothing pretends', async () => {
  const { owner, ctx, read } = await office()
  const { data } = await owner.get('/payment_gateways')
  expect(data).toMatchObject([
    { gateway: 'paypal', name: 'PayPal', enabled: false, simulated: false },
    { gateway: 'stripe', name: 'Stripe', enabled: false, publishable_key: null },
  ])
  expect(await read()).toMatchObject({ status: 'not_configured', secret_key_present: false })
  expect(await enabledGateways(ctx)).toEqual([])
  expect(await webhookSecretsOf(ctx, 'stripe')).toMatchObject({ secrets: [] })
  await expect(credentialsOf(ctx, 'stripe')).rejects.toMatchObject({
    code: 'gateway_not_configured',
    status: 422,
  })
})

test('settings take effect at once, for calls, browsers and events', async () => {
  const { owner, ctx, change } = await office()
  expect((await change('stripe', stripe)).data).toMatchObject({
    enabled: true,
    test_mode: true,
    status: 'configured',
    missing: [],
  })
  expect(await credentialsOf(ctx, 'stripe')).toEqual({
    gateway: 'stripe',
    livemode: false,
    base_url: 'https://api.stripe.com',
    secret_key: SECRET,
  })
  await change('paypal', { ...paypal, test_mode: false })
  expect(await credentialsOf(ctx, 'paypal')).toEqual({
    gateway: 'paypal',
    livemode: true,
    base_url: 'https://api-m.paypal.com',
    client_id: paypal.client_id,
    client_secret: paypal.client_secret,
    webhook_id: paypal.webhook_id,
  })
  expect(await enabledGateways(ctx)).toEqual([
    {
      gateway: 'stripe',
      livemode: false,
      simulated: false,
      publishable_key: stripe.publishable_key,
      client_id: null,
    },
    {
      gateway: 'paypal',
      livemode: true,
      simulated: false,
      publishable_key: null,
      client_id: paypal.client_id,
    },
  ])
  const { data } = await owner.get('/payment_gateways')
  expect(data.map((row: { enabled: boolean }) => row.enabled)).toEqual([true, true])
  expect(JSON.stringify(data)).not.toContain('ecret')
})

test('secrets are in no response, audit entry or row in plain text', async () => {
  const { admin, platform, change } = await office()
  const changed = await change('stripe', stripe)
  await change('paypal', paypal)
  await change('stripe', { secret_key: 'sk_test_TopSecretOfStripe02' })
  const { data: job } = await admin.post('/payment_gateways/stripe/test_connection')
  const refused = await change('stripe', { webhook_secret: 'TopSecretOf nothing' })
  expect(refused.status).toBe(422)
  const texts = [
    changed.body,
    refused.body,
    (await admin.get('/payment_gateways/stripe')).body,
    (await admin.get('/payment_gateways/paypal')).body,
    (await admin.get('/payment_gateways')).body,
    (await admin.get(`/gateway_connection_jobs/${job.id}`)).body,
    (await admin.get('/audit_logs?resource_type=payment_gateway&per_page=100')).body,
    await platform.database.selectFrom('gateway_connection_jobs').selectAll().execute(),
    await platform.database.selectFrom('gateway_settings').select(['name', 'gateway']).execute(),
    (await platform.pool.query('select data from pgboss.job')).rows,
  ].map((found) => JSON.stringify(found))
  for (const text of texts) expect(text).not.toMatch(/TopSecret|SigningSecret/)
  const { data: entries } = await admin.get('/audit_logs?action=payment_gateway.updated')
  expect(entries[0]).toMatchObject({
    resource_id: 'stripe',
    risk_level: 'high',
    new_values: { secret_key: '[redacted]' },
  })
  const sealed = await platform.database.selectFrom('gateway_settings').selectAll().execute()
  for (const { sealed_value } of sealed) expect(String(sealed_value)).not.toMatch(/Secret/)
})

test('an empty value keeps a secret, null removes it, and what is not sent stays', async () => {
  const { change } = await office()
  await change('stripe', { ...stripe, webhook_tolerance_seconds: 60 })
  const kept = await change('stripe', { secret_key: '', enabled: false })
  expect(kept.data).toMatchObject({
    secret_key_present: true,
    secret_key_last_four: 'pe01',
    enabled: false,
    webhook_tolerance_seconds: 60,
  })
  const removed = await change('stripe', { secret_key: null })
  expect(removed.data).toMatchObject({
    secret_key_present: false,
    secret_key_last_four: null,
    webhook_secret_present: true,
    missing: ['secret_key'],
    status: 'partial',
  })
})

test('a gateway that is switched off takes no payments, but is still asked about earlier ones', async () => {
  const { ctx, change } = await office()
  await change('stripe', { ...stripe, enabled: false })
  expect(await enabledGateways(ctx)).toEqual([])
  expect(await credentialsOf(ctx, 'stripe')).toMatchObject({ secret_key: SECRET })
})

describe('refused, without a change', () => {
  const live = 'sk_live_TopSecretOfStripe01'
  test.each([
    ['a live key without a word about the mode', { secret_key: live }, 'secret_key'],
    ['a live key in test mode', { secret_key: live, test_mode: true }, 'secret_key'],
    [
      'keys of both modes',
      { secret_key: live, publishable_key: stripe.publishable_key, test_mode: false },
      'publishable_key',
    ],
    ['a setting of the other gateway', { client_id: paypal.client_id }, 'client_id'],
    ['a publishable key as secret key', { secret_key: stripe.publishable_key }, 'secret_key'],
    ['a key with a space', { secret_key: `${SECRET} ` }, 'secret_key'],
    ['a short key', { secret_key: 'sk_test_short' }, 'secret_key'],
    ['a signing secret without its prefix', { webhook_secret: 'SigningSecret' }, 'webhook_secret'],
    ['a tolerance of two hours', { webhook_tolerance_seconds: 7200 }, 'webhook_tolerance_seconds'],
    ['payments without credentials', { enabled: true }, 'enabled'],
    ['an unknown field', { api_version: 'x' }, 'api_version'],
    ['nothing', {}, 'base'],
  ])('%s', async (_, body, field) => {
    const { change, read } = await office()
    const before = await read()
    const answer = await change('stripe', body)
    expect([answer.status, Object.keys(answer.errors ?? {})]).toEqual([422, [field]])
    expect(await read()).toEqual(before)
  })

  test('the other mode without its keys, and removing a key that payments need', async () => {
    const { change, read } = await office()
    await change('stripe', { ...stripe, enabled: true })
    const before = await read()
    expect((await change('stripe', { test_mode: false })).errors).toEqual({
      test_mode: ['is not the mode of the stored keys: enter the keys of this mode too'],
    })
    expect((await change('stripe', { secret_key: null })).errors).toEqual({
      secret_key: ['is needed while the gateway is enabled'],
    })
    expect(await read()).toEqual(before)
  })

  test('an unknown gateway', async () => {
    const { admin, change } = await office()
    for (const path of ['', '/transactions']) {
      expect((await admin.get(`/payment_gateways/manual${path}`)).status).toBe(404)
    }
    expect((await change('Stripe', stripe)).status).toBe(404)
    expect((await admin.post('/payment_gateways/cash/test_connection')).status).toBe(404)
  })

  test('anyone but platform administrators', async () => {
    const { owner, stranger, worker, member } = await office()
    for (const user of [owner, await stranger(), await member(), worker]) {
      expect((await user.get('/payment_gateways/stripe')).status).toBe(403)
      expect((await user.patch('/payment_gateways/stripe', stripe)).status).toBe(403)
      expect((await user.get('/payment_gateways/stripe/transactions')).status).toBe(403)
    }
  })
})

test('a replaced signing secret is accepted for 24 hours more; null ends it at once', async () => {
  const { ctx, travel, change } = await office()
  const [first, second, third] = [SIGNING, 'whsec_SecondSecret01', 'whsec_ThirdSecret001']
  const accepted = async () => (await webhookSecretsOf(ctx, 'stripe')).secrets
  await change('stripe', stripe)
  await change('stripe', { webhook_secret: second })
  expect(await accepted()).toEqual([second, first])
  travel(12 * 60)
  // The first administrator’s token has expired.
  const later = await office()
  await later.change('stripe', { webhook_secret: third })
  expect(await accepted()).toEqual([third, second, first])
  const until = new Date(Date.now() + 24 * 3600_000).toISOString()
  const shown = (await later.read()).previous_webhook_secret_expires_at
  expect(Math.abs(Date.parse(shown) - Date.parse(until))).toBeLessThan(60_000)
  travel(12 * 60 + 1)
  expect(await accepted()).toEqual([third, second])
  travel(12 * 60)
  expect(await accepted()).toEqual([third])
  const last = await office()
  expect((await last.read()).previous_webhook_secret_expires_at).toBeNull()
  await last.change('stripe', { webhook_secret: first })
  await last.change('stripe', { webhook_secret: null })
  expect(await accepted()).toEqual([])
})

test('changes at once leave one value of each setting', async () => {
  const { platform, change, read } = await office()
  const keys = Array.from({ length: 6 }, (_, count) => `sk_test_TopSecretOfStripe1${count}`)
  const answers = await Promise.all(
    keys.map((secret_key) => change('stripe', { ...stripe, secret_key })),
  )
  expect(answers.map(({ status }) => status)).toEqual(keys.map(() => 200))
  const rows = await platform.database.selectFrom('gateway_settings').select('name').execute()
  expect(rows.map(({ name }) => name).toSorted()).toEqual(
    [...Object.keys(stripe), 'test_mode'].toSorted(),
  )
  expect((await read()).status).toBe('configured')
})

test('the payments with a gateway are listed for administrators, with fee and net', async () => {
  const { admin, owner } = await office()
  const invoice = await issueInvoice(admin, owner)
  const paid = { gateway: 'stripe', currency: 'USD', amount_cents: 2900 } as const
  await rowsOf(owner.ctx, 'payments')
    .insert([
      { ...paid, status: 'succeeded', fee_cents: 114, external_id: 'ch_1', invoice_id: invoice.id },
      { ...paid, status: 'failed', failure_reason: 'Declined' },
      { ...paid, gateway: 'paypal', status: 'succeeded' },
    ])
    .execute()
  const path = '/payment_gateways/stripe/transactions'
  const { data } = await admin.get(`${path}?status=succeeded`)
  expect(data).toMatchObject([
    {
      account: { id: owner.accountId },
      invoice: { id: invoice.id },
      amount_cents: 2900,
      fee_cents: 114,
      net_cents: 2786,
      external_id: 'ch_1',
    },
  ])
  const { data: all, meta } = await admin.get(path)
  expect([meta.total_count, all[0].net_cents ?? all[1].net_cents]).toEqual([2, 2786])
  const future = new Date(Date.now() + 60_000).toISOString()
  expect((await admin.get(`${path}?created_after=${future}`)).data).toEqual([])
})
