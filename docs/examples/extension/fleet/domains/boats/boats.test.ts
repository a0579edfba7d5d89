import { world } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'

test('a boat can be added, found, renamed, retired and deleted', async () => {
  const { owner } = await world()
  const { status, data: boat } = await owner.post('/boats', { name: 'Aurora' })
  expect(status).toBe(201)
  expect(boat).toMatchObject({ name: 'Aurora', status: 'active', painted_at: null })
  expect((await owner.get('/boats?search=auro')).data).toEqual([boat])
  const changes = { name: 'Borealis', status: 'retired' }
  expect((await owner.patch(`/boats/${boat.id}`, changes)).data).toMatchObject(changes)
  expect((await owner.get('/boats?status=active')).data).toEqual([])
  expect((await owner.delete(`/boats/${boat.id}`)).status).toBe(200)
  expect((await owner.get(`/boats/${boat.id}`)).status).toBe(404)
})

test('a name can be used once in an account, in any case', async () => {
  const { owner, stranger } = await world()
  await owner.post('/boats', { name: 'Aurora' })
  const { status, errors } = await owner.post('/boats', { name: 'AURORA' })
  expect([status, errors]).toEqual([422, { name: ['is already taken'] }])
  expect((await (await stranger()).post('/boats', { name: 'Aurora' })).status).toBe(201)
})

test('painting a boat twice emails the owner once', async () => {
  const { owner, worker, mailsTo } = await world()
  const { data: boat } = await owner.post('/boats', { name: 'Aurora' })
  for (const _ of [1, 2]) {
    expect((await worker.post(`/internal/boats/${boat.id}/paint`)).status).toBe(200)
  }
  expect((await owner.get(`/boats/${boat.id}`)).data.painted_at).not.toBeNull()
  const mails = await mailsTo(owner.email)
  expect(mails.filter(({ template }) => template === 'boat_painted')).toHaveLength(1)
})
