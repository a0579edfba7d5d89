import { createLogSink } from '@powernode/contract/log_lines.ts'
import { rowsOf } from '@powernode/server/test/rows.ts'
import { type TestUser, world } from '@powernode/server/test/world.ts'
import { pino } from 'pino'
import { beforeAll, expect, test } from 'vitest'
import { storeSystemLogs } from './system_log.ts'

let here: Awaited<ReturnType<typeof world>>
let admin: TestUser

beforeAll(async () => {
  here = await world()
  admin = await here.join('owner', 'admin')
})

const read = async (query: string) => (await admin.get(`/admin_settings/system_logs?${query}`)).data

const lines = (...messages: string[]) =>
  messages.map((message) => ({
    level: 'error' as const,
    message,
    metadata: {},
    logged_at: new Date().toISOString(),
  }))

test('log lines of the server are stored with their fields and can be filtered, without each request', async () => {
  const sink = createLogSink((batch) => storeSystemLogs(here.platform.system(), 'server', batch))
  const log = pino({ level: 'debug' }, sink)
  log.debug('too fine')
  log.info({ path: '/', status: 200 }, 'request')
  log.info('server noted')
  log.warn({ job: 'deliver\u0000_mail', path: 'C:\\u0000', half: '\ud83d', id: 7 }, 'server warned')
  log.error(new Error('server failed'))
  await sink.close()

  const stored = await read('source=server')
  expect(stored.map((line: { message: string }) => line.message).sort()).toEqual([
    'server failed',
    'server noted',
    'server warned',
  ])
  expect(await read('source=server&level=error')).toHaveLength(1)
  const [warned] = await read('source=server&search=server%20warned')
  expect(warned).toMatchObject({
    level: 'warn',
    metadata: { job: 'deliver\ufffd_mail', path: 'C:\\u0000', half: '\ufffd', id: 7 },
  })
  const [failed] = await read('level=error&search=server')
  expect(failed.metadata.err.stack).toContain('Error: server failed')
})

test('a worker sends its lines, and invalid lines are refused', async () => {
  const send = (body: object) => here.worker.post('/internal/system_logs', body)
  expect((await send({ lines: lines('from the worker') })).status).toBe(200)
  expect((await read('source=worker&search=from%20the'))[0].level).toBe('error')
  expect((await send({ lines: [] })).status).toBe(422)
  const { data } = await send({
    lines: [{ ...lines('x')[0], level: 'debug' }, ...lines('x'.repeat(1001), 'kept all the same')],
  })
  expect(data).toMatchObject({ kept_count: 1, refused: [{ index: 0 }, { index: 1 }] })
})

test('a flood of lines is limited, and undeliverable lines are dropped', async () => {
  const accepted: string[] = []
  let open = false
  const sink = createLogSink(async (batch) => {
    if (!open) throw new Error('closed')
    accepted.push(...batch.map((line) => line.message))
  })
  const log = pino({ level: 'info' }, sink)
  for (let n = 0; n < 2000; n++) log.info(`line ${n}`)
  await sink.close()
  open = true
  await sink.close()
  expect(accepted).toHaveLength(500)
  expect(accepted[0]).toBe('line 0')
})

test('health explains each problem and its solution, and is 200 even with problems', async () => {
  const { status, data } = await admin.get('/admin_settings/health')
  expect(status).toBe(200)
  expect(data.database).toMatchObject({ status: 'healthy', reason: null })
  expect(data.mail.reason).toContain('SMTP_URL')
  await here.worker.post('/worker/leases', { slots: 0 })
  expect((await admin.get('/admin_settings/health')).data.worker.status).toBe('healthy')
  here.travel(10)
  const later = (await admin.get('/admin_settings/health')).data
  expect(later.worker).toMatchObject({
    status: 'error',
    reason: expect.stringContaining('powernode worker'),
  })
  expect(later.status).toBe('error')
})

test('failed emails are reported with the last reason', async () => {
  await rowsOf(admin.ctx, 'mails')
    .update({ status: 'failed', error: '550 no such mailbox' })
    .execute()
  const { mail } = (await admin.get('/admin_settings/health')).data
  expect(mail).toMatchObject({ status: 'warning', reason: expect.stringContaining('550 no such') })
})

test('lines are deleted after seven days', async () => {
  await storeSystemLogs(here.platform.system(), 'server', lines('old'))
  expect(await read('search=old')).toHaveLength(1)
  here.travel(8 * 24 * 60)
  await here.worker.post('/internal/maintenance/clean_up')
  const { rows } = await here.platform.pool.query("select from system_logs where message = 'old'")
  expect(rows).toEqual([])
})
