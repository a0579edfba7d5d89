import { expect, test } from 'vitest'
import { world } from '../../test/world.ts'

test('without a token the figures are for the machine itself and private networks, not through a proxy', async () => {
  const { app } = await world()
  const ask = async (remoteAddress: string, headers = {}) =>
    (await app.inject({ url: '/metrics', remoteAddress, headers })).statusCode
  for (const near of ['127.0.0.1', '::1', '10.1.2.3', '::ffff:192.168.1.5']) {
    expect([near, await ask(near)]).toEqual([near, 200])
  }
  for (const far of ['8.8.8.8', '::ffff:1.1.1.1', '2606:4700:4700::1111']) {
    expect([far, await ask(far)]).toEqual([far, 404])
  }
  expect(await ask('127.0.0.1', { 'x-forwarded-for': '10.0.0.1' })).toBe(404)
  expect(await ask('127.0.0.1', { forwarded: 'for=10.0.0.1' })).toBe(404)
})

test('the route is named as it is written down, whatever was asked for', async () => {
  const { app, owner } = await world()
  await owner.get(`/users/${owner.id}`)
  await owner.get('/no/such/route')
  const { body } = await app.inject({ url: '/metrics' })
  expect(body).toContain('route="/api/v1/users/:id",status="200"')
  expect(body).not.toContain(owner.id)
  expect(body).not.toContain('no/such')
})
