import { rowsOf } from '@powernode/server/test/rows.ts'
import { confirmed } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'
import { marketplace } from '../../test/arrange.ts'
import { fileAt, runReportJob, signedInAgain } from '../../test/report_files.ts'

type Here = Awaited<ReturnType<typeof marketplace>>

async function schedule({ owner }: Here, fields: object = {}) {
  const { data, errors } = await owner.post('/scheduled_reports', {
    ...{ report_type: 'invoices', frequency: 'daily', recipient_ids: [owner.id] },
    ...fields,
  })
  expect(errors).toBeUndefined()
  return data as { id: string; next_run_at: string }
}

/** Runs the schedule of the test, and returns the reports that it requested. */
async function run(here: Here, id: string) {
  await here.worker.post(`/internal/scheduled_reports/${id}/run`)
  const owner = await signedInAgain(here, here.owner)
  const { data } = await owner.get(`/reports/requests?scheduled_report_id=${id}`)
  return data as { id: string; start_date: string; end_date: string; status: string }[]
}

const dayBefore = (at: string, days = 1) =>
  new Date(Date.parse(at) - days * 86_400_000).toISOString().slice(0, 10)

const minutesUntil = (at: string) => (Date.parse(at) - Date.now()) / 60_000 + 1

test('a schedule runs when it is due and not before, and once however often it is asked', async () => {
  const here = await marketplace()
  const { travel, owner } = here
  const { id, next_run_at } = await schedule(here)
  expect(next_run_at.slice(11)).toBe('08:00:00.000Z')
  expect(await run(here, id)).toEqual([])
  travel(minutesUntil(next_run_at))
  expect(await run(here, id)).toHaveLength(1)
  const [report, ...more] = await run(here, id)
  const day = dayBefore(next_run_at)
  expect([report, more]).toMatchObject([{ start_date: day, end_date: day }, []])
  const { data } = await (await signedInAgain(here, owner)).get(`/scheduled_reports/${id}`)
  expect(Date.parse(data.next_run_at) - Date.parse(next_run_at)).toBe(86_400_000)
  expect(data.last_run_at).not.toBeNull()
})

test('missed days are made up for by one report, which covers them all', async () => {
  const here = await marketplace()
  const { id, next_run_at } = await schedule(here)
  here.travel(minutesUntil(next_run_at) + 4 * 24 * 60)
  const reports = await run(here, id)
  expect(reports).toMatchObject([
    { start_date: dayBefore(next_run_at), end_date: dayBefore(next_run_at, -3) },
  ])
})

test('the schedules of a suspended account wait until it is active again', async () => {
  const here = await marketplace()
  const { admin, owner, travel } = here
  const { id, next_run_at } = await schedule(here)
  await admin.post('/admin_settings/suspend_account', { account_id: owner.accountId })
  travel(minutesUntil(next_run_at))
  const missed = await here.worker.post(`/internal/scheduled_reports/${id}/run`)
  expect(missed.data).toEqual({ report_request_id: null })
  const again = await signedInAgain(here, admin)
  await again.post('/admin_settings/activate_account', { account_id: owner.accountId })
  expect(await run(here, id)).toHaveLength(1)
})

test('the job runs what is due in every account, one by one', async () => {
  const here = await marketplace()
  const { id, next_run_at } = await schedule(here)
  const paused = await schedule(here)
  await here.owner.patch(`/scheduled_reports/${paused.id}`, { status: 'paused' })
  const early = await here.worker.get('/reports/scheduled?per_page=100')
  expect(early.data.some((one: { id: string }) => one.id === id)).toBe(false)
  here.travel(minutesUntil(next_run_at))
  const due = await here.worker.get('/reports/scheduled?sort=next_run_at')
  expect(due.meta.total_count).toBeGreaterThanOrEqual(1)
  await runReportJob(here, 'run_scheduled_reports', {})
  const owner = await signedInAgain(here, here.owner)
  const reports = async (of: string) =>
    (await owner.get(`/reports/requests?scheduled_report_id=${of}`)).data.length
  expect([await reports(id), await reports(paused.id)]).toEqual([1, 0])
})

test('each recipient who may see the report gets a link of their own by email', async () => {
  const here = await marketplace()
  const { owner, join, member, mailsTo, travel } = here
  const colleague = await join('billing_admin')
  await confirmed(colleague)
  const outsider = await member()
  await confirmed(outsider)
  const unconfirmed = await join('billing_admin')
  await rowsOf(owner.ctx, 'users')
    .update({ email_verified_at: null })
    .where('id', '=', unconfirmed.id)
    .execute()
  const recipients = [owner, colleague, outsider, unconfirmed]
  const { id, next_run_at } = await schedule(here, {
    recipient_ids: recipients.map((user) => user.id),
  })
  travel(minutesUntil(next_run_at))
  const [report] = await run(here, id)
  await runReportJob(here, 'process_report', { request_id: report?.id ?? '' })
  const sent = await Promise.all(
    recipients.map(async ({ email }) => {
      const mails = await mailsTo(email)
      return mails.filter(({ template }) => template === 'scheduled_report').length
    }),
  )
  expect(sent).toEqual([1, 1, 0, 0])
  const [mail] = (await mailsTo(colleague.email)).filter(
    ({ template }) => template === 'scheduled_report',
  )
  const link = /https?:\/\/\S+\/download\?[\w=&-]+/.exec(JSON.stringify(mail))?.[0] ?? ''
  expect(link).toContain(`user_id=${colleague.id}`)
  expect((await fileAt(here, link)).status).toBe(200)
})

test('recipients must be users of the account', async () => {
  const here = await marketplace()
  const { owner, admin, stranger } = here
  const other = await stranger()
  for (const recipient_ids of [[other.id], [owner.id, admin.id], []]) {
    const body = { report_type: 'invoices', frequency: 'daily', recipient_ids }
    const { status, errors } = await owner.post('/scheduled_reports', body)
    expect([status, Object.keys(errors ?? {})]).toEqual([422, ['recipient_ids']])
  }
  const { id } = await schedule(here)
  const changed = await owner.patch(`/scheduled_reports/${id}`, { recipient_ids: [other.id] })
  expect(changed.status).toBe(422)
})

test('a schedule whose creator may no longer see its reports is paused, and whoever activates it takes it over', async () => {
  const here = await marketplace()
  const { owner, join, travel } = here
  const creator = await join('billing_admin')
  const { data } = await creator.post('/scheduled_reports', {
    ...{ report_type: 'invoices', frequency: 'daily', recipient_ids: [owner.id] },
  })
  await owner.patch(`/users/${creator.id}`, { roles: ['member'] })
  travel(minutesUntil(data.next_run_at))
  expect(await run(here, data.id)).toEqual([])
  const later = await signedInAgain(here, owner)
  const read = async () => (await later.get(`/scheduled_reports/${data.id}`)).data
  expect(await read()).toMatchObject({ status: 'paused', created_by: { id: creator.id } })
  await later.patch(`/scheduled_reports/${data.id}`, { status: 'active' })
  const resumed = await read()
  expect(resumed).toMatchObject({ status: 'active', created_by: { id: owner.id } })
  travel(minutesUntil(resumed.next_run_at))
  expect(await run(here, data.id)).toHaveLength(1)
})

test('a schedule is changed and deleted; its reports stay', async () => {
  const here = await marketplace()
  const { id, next_run_at } = await schedule(here)
  here.travel(minutesUntil(next_run_at))
  const [report] = await run(here, id)
  const owner = await signedInAgain(here, here.owner)
  const { data } = await owner.patch(`/scheduled_reports/${id}`, {
    ...{ frequency: 'monthly', name: 'Each month', format: 'pdf' },
  })
  expect(data).toMatchObject({ frequency: 'monthly', name: 'Each month', format: 'pdf' })
  expect(data.next_run_at.slice(7)).toBe('-01T08:00:00.000Z')
  expect((await owner.delete(`/scheduled_reports/${id}`)).status).toBe(200)
  expect((await owner.get(`/scheduled_reports/${id}`)).status).toBe(404)
  const kept = await owner.get(`/reports/requests/${report?.id}`)
  expect(kept.data.scheduled_report_id).toBeNull()
})
