import { expect, test } from 'vitest'
import { world } from '../../test/world.ts'

async function oneMail() {
  const here = await world()
  const admin = await here.join('owner', 'admin')
  const email = `mail-${here.owner.id}@example.com`
  await here.owner.post('/users', { name: 'Grace Hopper', email })
  const { data } = await admin.get(`/admin/mails?search=${email}`)
  return { ...here, admin, id: data[0].id as string, email }
}

test('rest sealed: no link can be read from the table', async () => {
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

test('are shown rendered to administrators of the platform only', async () => {
  const { admin, owner, id, mailedToken, email } = await oneMail()
  const { data } = await admin.get(`/admin/mails/${id}`)
  const token = await mailedToken(email)
  expect(data).toMatchObject({ to_address: email, status: 'queued', template: 'set_password' })
  expect(data.html).toContain(`/reset-password/${token}`)
  expect(data.text).toContain(`/reset-password/${token}`)
  expect((await owner.get(`/admin/mails/${id}`)).status).toBe(403)
})

test('once handed over are not handed over again, whatever a late report says', async () => {
  const { worker, admin, id } = await oneMail()
  const outgoing = async () => (await worker.get(`/internal/mails/${id}`)).data
  expect(await outgoing()).toMatchObject({ delivered: false, smtp_url: null })
  await worker.patch(`/internal/mails/${id}`, { status: 'failed', error: 'no route' })
  expect((await admin.get(`/admin/mails/${id}`)).data).toMatchObject({
    status: 'failed',
    sent_at: null,
  })
  await worker.patch(`/internal/mails/${id}`, { status: 'captured' })
  await worker.patch(`/internal/mails/${id}`, { status: 'failed', error: 'late' })
  expect((await admin.get(`/admin/mails/${id}`)).data.status).toBe('captured')
  expect(await outgoing()).toMatchObject({ delivered: true })
})
