import type { Client, TestUser } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'
import { issueInvoice, marketplace } from '../../test/arrange.ts'
import { runReportJob } from '../../test/report_files.ts'

const content = Buffer.from('id\r\n').toString('base64')

/** Requests a report, and does the calls of a worker one by one. */
async function requested(owner: TestUser, worker: Client, input: object = {}) {
  const { data } = await owner.post('/reports', { report_type: 'invoices', ...input })
  const path = `/internal/report_requests/${data.id}`
  return {
    id: data.id as string,
    read: async () => (await owner.get(`/reports/requests/${data.id}`)).data,
    begin: async () => (await worker.post(`${path}/begin`)).data,
    add: async (turn: number, part: number, fields: object = {}) =>
      worker.post(`${path}/parts`, {
        ...{ turn, part, content, row_count: part, progress: 50 },
        ...fields,
      }),
    end: (status: string, turn: number, fields: object = {}) =>
      worker.patch(`/reports/requests/${data.id}`, { status, turn, ...fields }),
  }
}

test('a worker that was killed between two parts leaves nothing: the next one writes the same file', async () => {
  const here = await marketplace()
  const { owner, admin, worker } = here
  await issueInvoice(admin, owner)
  const whole = await requested(owner, worker)
  await runReportJob(here, 'process_report', { request_id: whole.id })
  const killed = await requested(owner, worker)
  const { turn } = await killed.begin()
  await killed.add(turn, 1, { content: Buffer.from('half of a f').toString('base64') })
  await runReportJob(here, 'process_report', { request_id: killed.id })
  const [one, other] = [await whole.read(), await killed.read()]
  expect(other.status).toBe('completed')
  expect([other.sha256, other.size_bytes]).toEqual([one.sha256, one.size_bytes])
})

test('of two workers the one that began last writes the file', async () => {
  const { owner, worker } = await marketplace()
  const report = await requested(owner, worker)
  const first = await report.begin()
  const second = await report.begin()
  expect([first.turn, second.turn]).toEqual([1, 2])
  expect((await report.add(1, 1)).data).toEqual({ accepted: false })
  expect((await report.end('completed', 1)).code).toBe('conflict')
  expect((await report.end('failed', 1)).code).toBe('conflict')
  const added = await Promise.all([report.add(2, 1), report.add(2, 1), report.add(2, 1)])
  expect(added.map(({ data }) => data)).toEqual(Array(3).fill({ accepted: true }))
  expect((await report.add(2, 3)).data).toEqual({ accepted: false })
  const ends = await Promise.all([report.end('completed', 2), report.end('completed', 2)])
  expect(ends.map(({ status, data }) => [status, data.status])).toEqual(
    Array(2).fill([200, 'completed']),
  )
  expect(await report.begin()).toBeNull()
  expect(await report.read()).toMatchObject({ status: 'completed', size_bytes: 4 })
  expect((await owner.get('/notifications')).meta.total_count).toBe(1)
})

test('a report that is being written can be cancelled, once, and its worker stops', async () => {
  const { owner, worker } = await marketplace()
  const report = await requested(owner, worker)
  const { turn } = await report.begin()
  await report.add(turn, 1)
  const cancel = () => owner.post(`/reports/requests/${report.id}/cancel`)
  expect((await cancel()).data.status).toBe('cancelled')
  expect((await report.add(turn, 2)).data).toEqual({ accepted: false })
  expect((await report.end('completed', turn)).code).toBe('invalid_transition')
  expect(await report.begin()).toBeNull()
  expect((await cancel()).code).toBe('invalid_transition')
  const parts = owner.ctx.own('report_request_parts').select().select('part')
  expect(await parts.where('report_request_id', '=', report.id).execute()).toEqual([])
})

test('a report that failed says why, and can be retried', async () => {
  const here = await marketplace()
  const { owner, worker } = here
  const report = await requested(owner, worker)
  const retry = () => owner.post(`/reports/requests/${report.id}/retry`)
  expect((await retry()).code).toBe('invalid_transition')
  const { turn } = await report.begin()
  await report.end('failed', turn, { error: 'No room' })
  expect(await report.read()).toMatchObject({ status: 'failed', error: 'No room', progress: 0 })
  expect((await owner.get('/notifications')).data[0]).toMatchObject({ severity: 'error' })
  expect((await retry()).data).toMatchObject({ status: 'pending', error: null })
  await runReportJob(here, 'process_report', { request_id: report.id })
  expect((await report.read()).status).toBe('completed')
})
