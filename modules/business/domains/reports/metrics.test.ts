import { expect, test } from 'vitest'
import { marketplace } from '../../test/arrange.ts'
import { fileAt, runReportJob } from '../../test/report_files.ts'
import { pay, planOf, subscribe } from '../../test/subscriptions.ts'

test('a report of metrics has the figures of the analytics', async () => {
  const here = await marketplace()
  const { owner, worker } = here
  await subscribe(owner.ctx, await planOf(owner.ctx, { price_cents: 2900 }))
  await pay(owner.ctx, 3451)
  await worker.post('/analytics/update_revenue_snapshots', {})
  const linesOf = async (report_type: string) => {
    const { id } = (await owner.post('/reports', { report_type })).data
    await runReportJob(here, 'process_report', { request_id: id })
    const { download_url } = (await owner.get(`/reports/requests/${id}`)).data
    return (await fileAt(here, download_url)).text.trimEnd().split('\r\n')
  }
  const { data } = await owner.get('/analytics/revenue')
  const { date } = data.history.at(-1)
  expect((await linesOf('revenue')).at(-1)).toBe(`${date},2900,2900,0,0,0,0,1,3451,1,USD,true`)
  expect((await linesOf('churn')).at(-1)).toBe(`${date},0,0,0,0,0,0,0,0,USD,true`)
  expect((await linesOf('cohorts')).at(-1)).toBe(`${date.slice(0, 7)},1,0,1,100,true`)
  expect((await linesOf('executive')).at(-1)).toBe(`${date},2900,0,1,2900,0,0,3451,USD,true`)
})
