import { world } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'

const errorLine = (message: string, stack: string, reqId: string) => ({
  level: 'error',
  message,
  metadata: { reqId, err: { type: 'Error', message: 'it broke', stack } },
  logged_at: new Date().toISOString(),
})

test('an error that occurs again is counted, with its last request', async () => {
  const here = await world()
  const { worker, owner } = here
  const admin = await here.join('owner', 'admin')
  const stack = `Error: it broke\n    at break (/srv/${owner.id}.ts:12:3)\n    at run (/srv/run.ts:3:4)`
  const lines = [
    errorLine('job 41 failed', stack, 'first'),
    errorLine('job 42 failed', stack.replace('12:3', '13:9'), 'second'),
    errorLine('another failed', stack, 'third'),
    { ...errorLine('only a warning', stack, 'fourth'), level: 'warn' },
  ]
  await worker.post('/internal/system_logs', { lines })
  await worker.post('/internal/system_logs', { lines: [errorLine('job 43 failed', stack, 'last')] })
  const { data } = await admin.get('/admin/error_reports?source=worker')
  const ours = data.filter((report: { stack: string }) => report.stack?.includes('break ('))
  expect(ours).toHaveLength(2)
  expect(ours[0]).toMatchObject({
    message: 'job 43 failed: it broke',
    request_id: 'last',
    occurrence_count: 3,
    source: 'worker',
    stack,
  })
  expect(ours[1]).toMatchObject({ request_id: 'third', occurrence_count: 1 })
})

test('a line whose error is no error object is counted too', async () => {
  const here = await world()
  const { worker, owner } = here
  const admin = await here.join('owner', 'admin')
  const metadata = { err: 'text', reqId: 7 }
  const line = { ...errorLine(`odd ${owner.id}`, '', ''), metadata }
  await worker.post('/internal/system_logs', { lines: [line] })
  const [report] = (await admin.get('/admin/error_reports?source=worker')).data
  expect(report).toMatchObject({ message: `odd ${owner.id}`, stack: null, request_id: null })
})

test('errors that do not occur again are deleted', async () => {
  const { worker, travel } = await world()
  await worker.post('/internal/system_logs', { lines: [errorLine('once', 'Error\n at once', 'a')] })
  travel(31 * 24 * 60)
  const { data } = await worker.post('/internal/maintenance/clean_up')
  expect(data.error_reports).toBeGreaterThan(0)
})

test('other users do not see errors', async () => {
  const { owner } = await world()
  expect((await owner.get('/admin/error_reports')).status).toBe(403)
})
