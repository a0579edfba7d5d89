import { expect, test } from 'vitest'
import { world } from './world.ts'

const content = {
  notification_type: 'report_ready',
  title: 'Your report is ready',
  message: 'Open it.',
  severity: 'success',
  category: 'reports',
}

test('a worker reads recipients in any account, but no credentials', async () => {
  const { owner, worker } = await world()
  const invited = await owner.post('/invitations', { email: `guest-${owner.id}@example.com` })
  expect((await worker.get(`/internal/users/${owner.id}`)).data).toMatchObject({
    id: owner.id,
    email: owner.email,
    account_id: owner.accountId,
    email_verified: true,
  })
  expect((await worker.get(`/internal/accounts/${owner.accountId}`)).data).toMatchObject({
    id: owner.accountId,
    owner: { id: owner.id, email: owner.email },
  })
  const { data } = await worker.get(`/internal/invitations/${invited.data.id}`)
  expect(data).toMatchObject({ account_name: 'Test Company', inviter_name: owner.name })
  expect(Object.keys(data)).not.toContain('token')
})

test('a worker notifies one user or all users of an account, once per Idempotency-Key', async () => {
  const { owner, member, worker, stranger } = await world()
  const other = await stranger()
  const person = await member()
  const sent = await worker.post('/notifications', { ...content, user_id: person.id })
  expect([sent.status, sent.data]).toEqual([201, { ids: [person.id], count: 1 }])
  const toAccount = { ...content, account_id: owner.accountId }
  const key = { 'idempotency-key': `sent-${owner.id}` }
  await worker.post('/notifications', toAccount, key)
  await worker.post('/notifications', toAccount, key)
  expect((await person.get('/notifications')).meta.total_count).toBe(2)
  expect((await owner.get('/notifications')).meta.total_count).toBe(1)
  expect((await other.get('/notifications')).meta.total_count).toBe(0)
})

test('a notification without a valid recipient is refused on the field', async () => {
  const { worker } = await world()
  const unknown = '019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90'
  const answer = await worker.post('/notifications', { ...content, user_id: unknown })
  expect(answer.errors).toHaveProperty('user_id')
  expect((await worker.post('/notifications', content)).errors).toHaveProperty('base')
  const both = { ...content, user_id: unknown, account_id: unknown }
  expect((await worker.post('/notifications', both)).errors).toHaveProperty('base')
})
