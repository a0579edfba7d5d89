import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type TestUser, world } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { makePlan } from '../../test/arrange.ts'

interface Frame {
  type?: string
  message?: { type: string; subscription: { id: string; status: string } }
}

type App = Awaited<ReturnType<typeof world>>['app']

/** Subscribes to the channel as a user and waits for the confirmation. */
async function listen(app: App, user: TestUser, account_id: string) {
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const url = `ws://127.0.0.1:${port}/cable?token=${user.accessToken}`
  const socket = new WebSocket(url, ['actioncable-v1-json'])
  const frames: Frame[] = []
  socket.on('message', (data) => frames.push(JSON.parse(String(data))))
  await once(socket, 'open')
  const identifier = JSON.stringify({ channel: 'SubscriptionChannel', account_id })
  socket.send(JSON.stringify({ command: 'subscribe', identifier }))
  await expect.poll(() => frames.some(({ type }) => type?.endsWith('_subscription'))).toBe(true)
  return frames
}

test('an owner gets the changes of the subscription, and none of another account’s', async () => {
  const { app, owner, member, stranger } = await world()
  const admin = await (await world()).join('owner', 'admin')
  const other = await stranger()
  const frames = await listen(app, owner, owner.accountId)
  for (const [user, account] of [
    [owner, other.accountId],
    [await member(), owner.accountId],
  ] as const) {
    const refused = await listen(app, user, account)
    expect(refused.map(({ type }) => type)).toContain('reject_subscription')
  }
  const plan = await makePlan(admin)
  await other.post('/subscriptions', { plan_id: plan.id })
  const { data } = await owner.post('/subscriptions', { plan_id: plan.id })
  await owner.patch(`/subscriptions/${data.id}`, { quantity: 2 })
  await owner.delete(`/subscriptions/${data.id}`)
  const received = () =>
    frames.flatMap(({ message }) => message?.type?.match(/^subscription_\w+/) ?? [])
  await expect
    .poll(received)
    .toEqual(['subscription_created', 'subscription_updated', 'subscription_cancelled'])
  const ids = frames.flatMap(({ message }) => message?.subscription?.id ?? [])
  expect(new Set(ids)).toEqual(new Set([data.id]))
})
