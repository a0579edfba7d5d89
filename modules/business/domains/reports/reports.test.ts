import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { issueInvoice, makePlan, marketplace } from '../../test/arrange.ts'
import { fileAt, runReportJob } from '../../test/report_files.ts'

test('a report is requested, written by a worker and downloaded by its signed link', async () => {
  const here = await marketplace()
  const { owner, admin } = here
  const invoice = await issueInvoice(admin, owner)
  const requests = await owner.post('/reports', {
    report_type: 'invoices',
    name: 'Rechnungen: Łódź',
  })
  expect(requests).toMatchObject({
    status: 201,
    headers: { location: `/api/v1/reports/requests/${requests.data.id}` },
    data: { status: 'pending', progress: 0, download_url: null, format: 'csv' },
  })
  await runReportJob(here, 'process_report', { request_id: requests.data.id })
  const { data } = await owner.get(`/reports/requests/${requests.data.id}`)
  expect(data).toMatchObject({
    ...{ status: 'completed', progress: 100, row_count: 1, all_accounts: false },
    requested_by: { id: owner.id },
  })
  const file = await fileAt(here, data.download_url)
  expect(file.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="Rechnungen_o_dz.csv"',
  })
  expect([file.sha256, file.content.length]).toEqual([data.sha256, data.size_bytes])
  const [head = '', row = '', end] = file.text.split('\r\n')
  expect([head.split(',').slice(0, 3), end]).toEqual([['id', 'invoice_number', 'account'], ''])
  expect(row.split(',').slice(0, 9)).toEqual([
    ...[invoice.id, invoice.invoice_number, 'Test Company', 'manual', 'open', 'USD'],
    ...['2900', '0', '2900'],
  ])
  const { data: notes } = await owner.get('/notifications')
  expect(notes[0]).toMatchObject({ title: 'Your report is ready', action_url: '/reports' })
  const { data: events } = await owner.get('/audit_logs?resource_type=report_request')
  expect(events.map(({ action }: { action: string }) => action)).toEqual([
    'report_request.completed',
    'report_request.created',
  ])
})

test('20,000 rows are read in pages of 1,000, each by its cursor, and none twice', async () => {
  const here = await marketplace()
  const { owner, admin, platform } = here
  await issueInvoice(admin, owner)
  await sql`insert into payments (id, account_id, gateway, amount_cents, currency, status, external_id, created_at)
    select gen_random_uuid(), ${owner.accountId}, 'manual', n, 'USD', 'succeeded', n::text,
      now() - interval '1 hour' + n / 3 * interval '1.003 milliseconds'
    from generate_series(1, 20000) n`.execute(owner.ctx.acrossAccounts({ because: 'a test' }))
  const pages: number[] = []
  const { id } = (await owner.post('/reports', { report_type: 'payments' })).data
  let after = ''
  for (;;) {
    const { data } = await here.worker.get(
      `/internal/report_requests/${id}/rows${after && `?cursor=${after}`}`,
    )
    pages.push(data.rows.length)
    if (!data.next) break
    after = data.next
  }
  expect(pages).toEqual(Array(20).fill(1000))
  const plan = await sql<{ 'QUERY PLAN': string }>`explain select id from payments
    where account_id = ${owner.accountId} and (created_at, id) > (now() - interval '2 hours', ${id})
    order by created_at, id limit 1001`.execute(platform.database)
  expect(plan.rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('payments_account')
  await runReportJob(here, 'process_report', { request_id: id })
  const { data } = await owner.get(`/reports/requests/${id}`)
  expect(data).toMatchObject({ status: 'completed', row_count: 20_000 })
  const lines = (await fileAt(here, data.download_url)).text.trimEnd().split('\r\n').slice(1)
  expect(new Set(lines.map((line) => line.slice(0, 36))).size).toBe(20_000)
  const parts = owner.ctx.own('report_request_parts').select().select('part')
  expect((await parts.where('report_request_id', '=', id).execute()).length).toBe(20)
})

test('rows created after the request are not in its file, and its days are in UTC', async () => {
  const here = await marketplace()
  const { owner, admin, worker, travel } = here
  const first = await issueInvoice(admin, owner)
  const requested = async (range: object = {}) =>
    (await owner.post('/reports', { report_type: 'invoices', ...range })).data
  const report = await requested()
  travel(1)
  await issueInvoice(admin, owner)
  const { data } = await worker.get(`/internal/report_requests/${report.id}/rows`)
  expect(data.rows.map(([id]: string[]) => id)).toEqual([first.id])
  const day = first.created_at.slice(0, 10)
  const before = new Date(Date.parse(day) - 1).toISOString().slice(0, 10)
  for (const [range, count] of [
    [{ start_date: day, end_date: day }, 1],
    [{ start_date: before, end_date: before }, 0],
  ] as const) {
    const { id } = await requested(range)
    const page = await worker.get(`/internal/report_requests/${id}/rows`)
    expect(page.data.rows.length).toBeGreaterThanOrEqual(count)
    if (count === 0) expect(page.data.rows).toEqual([])
  }
})

test('a report of all accounts needs the permission, and is hidden from those without it', async () => {
  const here = await marketplace()
  const { owner, admin, worker, stranger, join } = here
  const other = await stranger()
  const [mine, theirs] = [await issueInvoice(admin, owner), await issueInvoice(admin, other)]
  const body = { report_type: 'invoices', all_accounts: true }
  expect((await owner.post('/reports', body)).code).toBe('forbidden')
  for (const report_type of ['ledger', 'plans']) {
    expect((await owner.post('/reports', { report_type })).code).toBe('forbidden')
    const { errors } = await admin.post('/reports', { report_type })
    expect(errors).toEqual({ all_accounts: ['must be true for this type'] })
  }
  const colleague = await join('owner', 'admin')
  const { id } = (await colleague.post('/reports', body)).data
  await runReportJob(here, 'process_report', { request_id: id })
  const { data } = await colleague.get(`/reports/requests/${id}`)
  const { text } = await fileAt(here, data.download_url)
  expect([text.includes(mine.id), text.includes(theirs.id)]).toEqual([true, true])
  expect((await owner.get(`/reports/requests/${id}`)).status).toBe(404)
  expect((await owner.get('/reports/requests')).meta.total_count).toBe(0)
  expect((await colleague.get('/reports/requests')).meta.total_count).toBe(1)
  for (const path of ['cancel', 'retry']) {
    expect((await owner.post(`/reports/requests/${id}/${path}`)).status).toBe(404)
  }
  expect((await worker.get(`/reports/requests/${id}`)).data).toMatchObject({
    account: { id: owner.accountId },
    download_url: null,
  })
})

test('a report lists only rows that its requester may see elsewhere', async () => {
  const { owner, join } = await marketplace()
  const { data: roles } = await owner.post('/roles', {
    ...{ name: 'clerk', display_name: 'Clerk' },
    permissions: ['reports.read', 'reports.create', 'invoices.read'],
  })
  expect(roles.id).toBeDefined()
  const clerk = await join()
  await owner.post(`/users/${clerk.id}/roles/${roles.id}`)
  const { data: types } = await clerk.get('/reports')
  expect(types.map(({ report_type }: { report_type: string }) => report_type)).toEqual([
    ...['invoices', 'credit_notes'],
  ])
  expect((await clerk.post('/reports', { report_type: 'payments' })).code).toBe('forbidden')
  expect((await clerk.post('/reports', { report_type: 'invoices' })).status).toBe(201)
  await owner.post('/reports', { report_type: 'payments' })
  expect((await clerk.get('/reports/requests')).meta.total_count).toBe(1)
})

test('every type is written as CSV and as PDF', async () => {
  const here = await marketplace()
  const { owner, admin, act } = here
  const plan = await makePlan(admin, { price_cents: 2900 })
  await owner.post('/subscriptions', { plan_id: plan.id })
  const invoice = await issueInvoice(admin, owner)
  await act('credit_notes', invoice, {
    amount_cents: 100,
    reason: 'goodwill',
    description: 'Sorry',
  })
  await act('mark_paid', invoice, { reference: '=cmd|0' })
  const { data: types } = await admin.get('/reports')
  expect(types).toHaveLength(12)
  const texts: Record<string, string> = {}
  for (const { report_type, all_accounts_only: all_accounts } of types) {
    const requester = all_accounts ? admin : owner
    for (const format of ['csv', 'pdf']) {
      const body = { report_type, format, all_accounts }
      const { id } = (await requester.post('/reports', body)).data
      await runReportJob(here, 'process_report', { request_id: id })
      const { data } = await requester.get(`/reports/requests/${id}`)
      expect([report_type, format, data.status, data.error]).toEqual([
        ...[report_type, format, 'completed', null],
      ])
      const file = await fileAt(here, data.download_url)
      if (format === 'csv') texts[report_type] = file.text
      else expect(file.text.slice(0, 5)).toBe('%PDF-')
    }
  }
  expect(texts.payments).toContain(",'=cmd|0,")
  expect(texts.plans).toContain(plan.id)
  expect(texts.subscriptions).toContain(plan.name)
  expect(texts.executive).toMatch(/^date,mrr_cents,growth_rate,/)
  expect(texts.ledger).toMatch(/,receivable,2900,USD\r\n/)
  expect(texts.ledger).toMatch(/,sales,-2900,USD\r\n/)
})

test('an invalid request is refused, and nothing is written', async () => {
  const { owner } = await marketplace()
  for (const [body, field] of [
    [{}, 'report_type'],
    [{ report_type: 'nosuch' }, 'report_type'],
    [{ report_type: 'invoices', format: 'xlsx' }, 'format'],
    [{ report_type: 'invoices', name: 'a\nb' }, 'name'],
    [{ report_type: 'invoices', start_date: '2026-02-30' }, 'start_date'],
    [{ report_type: 'invoices', start_date: '2026-03-02', end_date: '2026-03-01' }, 'start_date'],
    [{ report_type: 'invoices', start_date: '2024-01-01', end_date: '2026-01-02' }, 'end_date'],
  ] as const) {
    const { status, errors } = await owner.post('/reports', body)
    expect([status, Object.keys(errors ?? {})]).toEqual([422, [field]])
  }
  expect((await owner.get('/reports/requests')).meta.total_count).toBe(0)
})

test('a small export is downloaded at once; a large one is refused with the way out', async () => {
  const { owner, admin, app, stranger } = await marketplace()
  const invoice = await issueInvoice(admin, owner)
  const theirs = await issueInvoice(admin, await stranger())
  const get = (path: string, token = owner.accessToken) =>
    app.inject({ url: `/api/v1${path}`, headers: { authorization: `Bearer ${token}` } })
  const file = await get('/analytics/export?report_type=invoices')
  expect(file.headers['content-type']).toBe('text/csv; charset=utf-8')
  expect([file.body.includes(invoice.id), file.body.includes(theirs.id)]).toEqual([true, false])
  expect((await owner.get('/analytics/export?report_type=invoices&all_accounts=true')).code).toBe(
    'forbidden',
  )
  const { data } = await admin.post('/workers', { name: `Exports ${owner.id}` })
  const all = await get('/analytics/export?report_type=invoices', data.token)
  expect([all.body.includes(invoice.id), all.body.includes(theirs.id)]).toEqual([true, true])
  expect((await get('/analytics/export')).body).toMatch(/^date,mrr_cents,/)
  expect((await owner.get('/audit_logs?action=report.exported')).meta.total_count).toBe(2)
  await sql`insert into payments (id, account_id, gateway, amount_cents, currency, status)
    select gen_random_uuid(), ${owner.accountId}, 'manual', n, 'USD', 'succeeded'
    from generate_series(1, 5001) n`.execute(owner.ctx.acrossAccounts({ because: 'a test' }))
  const { status, errors } = await owner.get('/analytics/export?report_type=payments')
  expect([status, Object.keys(errors ?? {})]).toEqual([422, ['start_date']])
  const requests = await owner.post('/analytics/export', { report_type: 'payments' })
  expect([requests.status, requests.data.status]).toEqual([201, 'pending'])
})
