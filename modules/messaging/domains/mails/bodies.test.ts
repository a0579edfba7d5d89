import { world } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'

const DAY = 24 * 60

test('the contents of a delivered email are deleted after 30 days, the email after 400', async () => {
  const here = await world()
  const { worker, visitor, owner, travel } = here
  // Sessions are shorter than the retention.
  const asAdmin = () => here.join('owner', 'admin')
  await visitor.post('/auth/forgot-password', { email: owner.email })
  const find = async () => {
    const admin = await asAdmin()
    return (await admin.get(`/admin/mails?search=${encodeURIComponent(owner.email)}`)).data[0]
  }
  const mail = await find()
  await worker.patch(`/internal/mails/${mail.id}`, { status: 'failed', turn: 1, error: 'refused' })

  travel(29 * DAY)
  await worker.post('/internal/maintenance/clean_up')
  const before = await asAdmin()
  expect((await before.get(`/admin/mails/${mail.id}`)).data.text).toContain('password')

  travel(2 * DAY)
  const { data } = await worker.post('/internal/maintenance/clean_up')
  expect(data.mail_bodies).toBeGreaterThan(0)
  const after = await asAdmin()
  expect((await after.get(`/admin/mails/${mail.id}`)).data).toMatchObject({
    to_address: owner.email,
    status: 'failed',
    text: 'The contents of this email are no longer stored.',
  })
  expect(await after.post(`/admin/mails/${mail.id}/send_again`, {})).toMatchObject({
    status: 409,
    code: 'invalid_transition',
  })
  expect((await worker.post('/internal/maintenance/clean_up')).data.mail_bodies).toBe(0)

  travel(370 * DAY)
  await worker.post('/internal/maintenance/clean_up')
  expect(await find()).toBeUndefined()
})

test('the contents of an email that waits to be sent are kept', async () => {
  const here = await world()
  const { worker, visitor, owner, travel } = here
  await visitor.post('/auth/forgot-password', { email: owner.email })
  travel(60 * DAY)
  await worker.post('/internal/maintenance/clean_up')
  const { rows } = await here.platform.pool.query(
    `select length(sealed_variables) > 0 as kept from mails where to_address = $1 and status = 'queued'`,
    [owner.email],
  )
  expect(rows).toContainEqual({ kept: true })
})
