import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { world } from '@powernode/server/test/world.ts'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

async function oneMail() {
  const here = await world()
  const admin = await here.join('owner', 'admin')
  const email = `mail-${here.owner.id}@example.com`
  await here.owner.post('/users', { name: 'Grace Hopper', email })
  const { data } = await admin.get(`/admin/mails?search=${email}`)
  const id = data[0].id as string
  const { database } = here.platform
  return {
    ...here,
    admin,
    id,
    email,
    row: () =>
      database.selectFrom('mails').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    /** Its jobs, oldest first. */
    queued: async () => {
      const { rows } = await sql<{ input: { turn: number }; run_at: Date }>`
        select data->'input' as input, start_after as run_at from pgboss.job
        where data->'input'->>'mail_id' = ${id} order by id`.execute(database)
      return rows
    },
  }
}

test('mails are stored encrypted: no link can be read from the table', async () => {
  const { platform, id, mailedToken, email } = await oneMail()
  const row = await platform.database
    .selectFrom('mails')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const token = await mailedToken(email)
  expect(token.length).toBeGreaterThan(40)
  expect(JSON.stringify(row)).not.toContain(token)
  expect(row.sealed_variables.includes(token)).toBe(false)
})

test('mails are shown rendered, only to platform administrators', async () => {
  const { admin, owner, id, mailedToken, email } = await oneMail()
  const { data } = await admin.get(`/admin/mails/${id}`)
  const token = await mailedToken(email)
  expect(data).toMatchObject({ to_address: email, status: 'queued', template: 'set_password' })
  expect(data.html).toContain(`/reset-password/${token}`)
  expect(data.text).toContain(`/reset-password/${token}`)
  expect((await owner.get(`/admin/mails/${id}`)).status).toBe(403)
})

test('a delivered mail is not sent again, whatever a late report says', async () => {
  const { worker, admin, id } = await oneMail()
  const outgoing = async () => (await worker.get(`/internal/mails/${id}`)).data
  expect(await outgoing()).toMatchObject({ delivered: false, smtp_url: null, turn: 1 })
  await worker.patch(`/internal/mails/${id}`, { status: 'failed', error: 'no such user' })
  expect((await admin.get(`/admin/mails/${id}`)).data).toMatchObject({
    status: 'failed',
    error: 'no such user',
    attempt_count: 1,
    next_attempt_at: null,
    sent_at: null,
  })
  await worker.patch(`/internal/mails/${id}`, { status: 'captured' })
  await worker.patch(`/internal/mails/${id}`, { status: 'failed', error: 'late' })
  expect((await admin.get(`/admin/mails/${id}`)).data.status).toBe('captured')
  expect(await outgoing()).toMatchObject({ delivered: true })
})

const busy = { status: 'failed', temporary: true, error: 'The mail server responded: 451 later' }

test('a temporarily refused mail is retried with growing delays for a day, and then fails', async () => {
  const { worker, id, travel, row, queued } = await oneMail()
  const start = Date.now()
  for (let turn = 1; ; turn++) {
    await worker.patch(`/internal/mails/${id}`, { ...busy, turn })
    const { status, attempt_count, next_attempt_at, error } = await row()
    expect({ attempt_count, error }).toEqual({ attempt_count: turn, error: busy.error })
    if (!next_attempt_at) {
      expect(status).toBe('failed')
      break
    }
    expect(status).toBe('deferred')
    const job = (await queued()).find((one) => one.input.turn === turn + 1)
    expect(job?.run_at).toEqual(next_attempt_at)
    travel((next_attempt_at.getTime() - Date.now()) / 60_000)
  }
  const hours = (Date.now() - start) / 3600_000
  expect(hours).toBeGreaterThan(20)
  expect(hours).toBeLessThan(28)
})

test('jobs of earlier turns and their late failures change nothing', async () => {
  const { worker, id, row, queued } = await oneMail()
  await worker.patch(`/internal/mails/${id}`, { ...busy, turn: 1 })
  await worker.patch(`/internal/mails/${id}`, { ...busy, turn: 1 })
  await worker.patch(`/internal/mails/${id}`, { status: 'failed', turn: 1, error: 'for good' })
  expect(await row()).toMatchObject({ status: 'deferred', turn: 2, attempt_count: 1 })
  expect((await queued()).map(({ input }) => input.turn)).toEqual([1, 2])
  expect((await worker.get(`/internal/mails/${id}`)).data.turn).toBe(2)
  // A mail that was delivered after all is not sent a second time.
  await worker.patch(`/internal/mails/${id}`, { status: 'sent', turn: 1 })
  expect((await worker.get(`/internal/mails/${id}`)).data.delivered).toBe(true)
})

test('deferred and failed mails can be resent once; others cannot', async () => {
  const { worker, admin, owner, id, queued, row } = await oneMail()
  const again = () => admin.post(`/admin/mails/${id}/send_again`)
  expect((await again()).code).toBe('invalid_transition')
  await worker.patch(`/internal/mails/${id}`, { ...busy, turn: 1 })
  const waiting = (await admin.get('/admin/mails?status=deferred')).data
  expect(waiting).toContainEqual(
    expect.objectContaining({ id, error: busy.error, next_attempt_at: expect.any(String) }),
  )
  expect((await owner.post(`/admin/mails/${id}/send_again`)).status).toBe(403)
  const responses = await Promise.all([again(), again(), again()])
  expect(responses.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  expect(await row()).toMatchObject({ status: 'queued', attempt_count: 0, next_attempt_at: null })
  expect((await queued()).map(({ input }) => input.turn)).toEqual([1, 2, 3])
  await worker.patch(`/internal/mails/${id}`, { status: 'failed', turn: 3, error: 'no such user' })
  expect((await again()).data).toMatchObject({ status: 'queued' })
  await worker.patch(`/internal/mails/${id}`, { status: 'sent', turn: 4 })
  expect((await again()).code).toBe('invalid_transition')
  const { meta } = await admin.get(`/audit_logs?action=mail.sent_again&resource_id=${id}`)
  expect(meta.total_count).toBe(2)
})

test('mails are listed from a day on', async () => {
  const { admin, id, email, row } = await oneMail()
  const { created_at } = await row()
  const listed = async (day: Date) => {
    const query = `search=${email}&date_from=${day.toISOString().slice(0, 10)}`
    return (await admin.get(`/admin/mails?${query}`)).data.map((mail: { id: string }) => mail.id)
  }
  expect(await listed(created_at)).toEqual([id])
  expect(await listed(new Date(created_at.getTime() + DAY_MS))).toEqual([])
  expect((await admin.get('/admin/mails?date_from=yesterday')).errors).toHaveProperty('date_from')
})

test('deferred and failed mails cause a warning on the health page and count for the alert', async () => {
  const { worker, admin, id, owner } = await oneMail()
  const mailPart = async () => (await admin.get('/admin_settings/health')).data.mail
  await worker.patch(`/internal/mails/${id}`, { ...busy, turn: 1 })
  expect(await mailPart()).toMatchObject({
    status: 'warning',
    reason: expect.stringContaining(busy.error),
  })
  const email = `both-${owner.id}@example.com`
  await owner.post('/users', { name: 'Both', email })
  const [other] = (await admin.get(`/admin/mails?search=${email}`)).data
  await worker.patch(`/internal/mails/${other.id}`, { status: 'failed', error: 'no such user' })
  const { reason } = await mailPart()
  expect(reason).toMatch(
    /[1-9]\d* emails? failed in the last 24 hours, [1-9]\d* emails? waiting for a retry/,
  )
  expect(reason).toMatch(/\. Last error: \S/)
  await worker.patch(`/internal/mails/${id}`, { status: 'sent', turn: 2 })
})
