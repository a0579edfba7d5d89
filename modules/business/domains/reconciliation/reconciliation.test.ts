import { beforeAll, expect, test } from 'vitest'
import { marketplace } from '../../test/arrange.ts'

let here: Awaited<ReturnType<typeof marketplace>>
beforeAll(async () => {
  here = await marketplace()
})

const body = {
  ...{ reconciliation_date: '2025-02-03', reconciliation_type: 'daily', gateway: 'stripe' },
  date_range: { start: '2025-02-03T00:00:00Z', end: '2025-02-04T00:00:00Z' },
  summary: {
    ...{ local_payments: 3, stripe_payments: 3, paypal_payments: 0 },
    ...{ discrepancies_found: 0, total_amount_variance: 0 },
  },
  ...{ discrepancies_count: 0, high_severity_count: 0, medium_severity_count: 0 },
}

const flag = (fields: object = {}) =>
  here.worker.post('/reconciliation/flags', {
    ...{
      type: 'unknown_transaction',
      provider: 'stripe',
      external_id: `ch_${crypto.randomUUID()}`,
    },
    ...fields,
  })

test('our payments are listed for at most 93 days, with dates that can be read', async () => {
  const list = (query: string, gateway = 'stripe') =>
    here.worker.get(`/reconciliation/${gateway}_payments?${query}`)
  const exact = await list('start_date=2001-01-01T00:00:00Z&end_date=2001-04-04T00:00:00Z')
  expect([exact.status, exact.data]).toEqual([200, []])
  for (const [query, field] of [
    ['start_date=2001-01-01T00:00:00Z&end_date=2001-04-04T00:00:01Z', 'end_date'],
    ['start_date=2001-01-02T00:00:00Z&end_date=2001-01-01T00:00:00Z', 'start_date'],
    ['start_date=yesterday&end_date=2001-01-01T00:00:00Z', 'start_date'],
    ['start_date=2001-01-01T00:00:00Z', 'end_date'],
    ['', 'start_date'],
  ] as const) {
    for (const gateway of ['stripe', 'paypal']) {
      const refused = await list(query, gateway)
      expect([query, refused.status]).toEqual([query, 422])
      expect(refused.errors).toHaveProperty(field)
    }
  }
})

test('a report is recorded once for a gateway, day and type; a later one replaces its figures', async () => {
  const first = await here.worker.post('/reconciliation/report', body)
  const again = await here.worker.post('/reconciliation/report', {
    ...body,
    discrepancies_count: 2,
  })
  expect([first.status, again.status]).toEqual([201, 201])
  expect(again.data.report_id).toBe(first.data.report_id)
  const { data } = await here.admin.get(`/reconciliation/reports/${first.data.report_id}`)
  expect(data).toMatchObject({
    ...{ report_date: '2025-02-03', status: 'completed', local_count: 3, open_count: 2 },
  })
  const { gateway: _, ...ofAll } = body
  const other = await here.worker.post('/reconciliation/report', ofAll)
  expect(other.data.report_id).not.toBe(first.data.report_id)
  const wrong = { start: body.date_range.end, end: body.date_range.start }
  const refused = await here.worker.post('/reconciliation/report', { ...body, date_range: wrong })
  expect([refused.status, Object.keys(refused.errors ?? {})]).toEqual([422, ['date_range']])
  const summary = { ...body.summary, stripe_payments: 2 ** 40 }
  const { errors } = await here.worker.post('/reconciliation/report', { ...body, summary })
  expect(errors).toEqual({ 'summary.stripe_payments': ['must be at most 1000000000'] })
})

test('a difference is recorded once, and what a person decided stays', async () => {
  const external_id = `ch_${here.admin.id}`
  const first = await flag({ external_id })
  const again = await flag({ transaction_id: external_id, external_id, severity: 'high' })
  expect([first.status, again.status, again.data.flag_id]).toEqual([201, 200, first.data.flag_id])
  const path = `/reconciliation/flags/${first.data.flag_id}`
  const dismissed = await here.admin.post(`${path}/dismiss`, { note: 'The shop uses the same key' })
  expect(dismissed.data).toMatchObject({
    ...{ status: 'dismissed', severity: 'high', note: 'The shop uses the same key' },
    resolved_by: { id: here.admin.id },
  })
  expect((await flag({ external_id })).data.status).toBe('dismissed')
  const resolved = await here.admin.post(`${path}/resolve`, { note: 'Again' })
  expect([resolved.status, resolved.code]).toEqual([409, 'invalid_transition'])
})

test('an administrator investigates a difference, and resolving it ends the investigation', async () => {
  const { data } = await flag()
  const path = `/reconciliation/flags/${data.flag_id}`
  const first = await here.admin.post(`${path}/investigate`, { notes: 'Asked Stripe' })
  const again = await here.admin.post(`${path}/investigate`, {})
  expect([first.data.status, again.status]).toEqual(['investigating', 200])
  const opened = { reconciliation_flag_id: data.flag_id }
  const same = await here.worker.post('/reconciliation/investigations', opened)
  expect(same.status).toBe(200)
  expect((await here.admin.post(`${path}/resolve`, { note: 'Refunded' })).data).toMatchObject({
    status: 'resolved',
  })
  const stays = await here.worker.post('/reconciliation/investigations', opened)
  expect(stays.data).toEqual(same.data)
})

test('what names nothing that exists is refused, and nothing is written', async () => {
  const unknown = '019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90'
  const post = (path: string, fields: object) => here.worker.post(`/reconciliation/${path}`, fields)
  const correction = {
    ...{ type: 'create_missing_payment', provider: 'stripe', amount: 100, currency: 'USD' },
    provider_payment_id: `ch_correction_${here.owner.id}`,
  }
  const refusals: [string, object, string][] = [
    ['flags', { type: 'missing_payment' }, 'external_id'],
    ['flags', { type: 'missing_payment', external_id: 'ch_1' }, 'provider'],
    ['flags', { type: 'missing_payment', local_payment_id: unknown }, 'local_payment_id'],
    ['flags', { type: 'other', provider: 'stripe', external_id: 'ch_1' }, 'type'],
    ['corrections', correction, 'account_id'],
    ['corrections', { ...correction, account_id: unknown }, 'account_id'],
    ['corrections', { ...correction, type: 'refund' }, 'type'],
    ['corrections', { ...correction, amount: 0 }, 'amount'],
    ['investigations', {}, 'type'],
    ['investigations', { reconciliation_flag_id: unknown }, 'reconciliation_flag_id'],
  ]
  for (const [path, fields, field] of refusals) {
    const refused = await post(path, fields)
    expect([path, fields, refused.status]).toEqual([path, fields, 422])
    expect(refused.errors).toHaveProperty(field)
  }
  const logged = { ...correction, account_id: here.owner.accountId }
  const first = await post('corrections', logged)
  const again = await post('corrections', logged)
  expect([first.status, again.status, again.data]).toEqual([201, 200, first.data])
})

test('a day in the future is not compared, nor one that is not a day', async () => {
  const run = (date: string) =>
    here.admin.post('/reconciliation/reports', { gateway: 'stripe', date })
  expect((await run('2999-01-01')).errors).toHaveProperty('date')
  expect((await run('2025-01-32')).status).toBe(422)
})

test('accounts and their owners see nothing of it', async () => {
  for (const path of ['reports', 'flags']) {
    expect((await here.owner.get(`/reconciliation/${path}`)).status).toBe(403)
    expect((await here.worker.get(`/reconciliation/${path}`)).status).toBe(403)
  }
  for (const path of ['report', 'corrections', 'flags', 'investigations']) {
    expect((await here.owner.post(`/reconciliation/${path}`, {})).status).toBe(403)
    expect((await here.admin.post(`/reconciliation/${path}`, {})).status).toBe(403)
  }
  const query = 'start_date=2025-01-01T00:00:00Z&end_date=2025-01-02T00:00:00Z'
  expect((await here.admin.get(`/reconciliation/stripe_payments?${query}`)).status).toBe(403)
})
