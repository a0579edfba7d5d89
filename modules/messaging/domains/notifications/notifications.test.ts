import { once } from 'node:events'
import { unaudited } from '@powernode/server/test/rows.ts'
import { listening, type TestUser, world } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { notifyUsers } from './notification.ts'

type World = Awaited<ReturnType<typeof world>>

const content = {
  notification_type: 'test',
  title: 'Hello',
  message: 'World',
  severity: 'info',
  category: 'test',
  action_url: null,
} as const

const notify = (person: TestUser, message = content.message as string) =>
  unaudited(person.ctx, (tx) => notifyUsers(tx, [person.id], { ...content, message }))

test('notifications are listed newest first with the unread count, and can be marked as read singly or all together', async () => {
  const { owner } = await world()
  for (const message of ['one', 'two', 'three']) {
    await notify(owner, message)
    await new Promise((later) => setTimeout(later, 2)) // of the same millisecond, either could be listed first
  }
  const { data, meta } = await owner.get('/notifications')
  expect(data.map((one: { message: string }) => one.message)).toEqual(['three', 'two', 'one'])
  expect(meta.unread_count).toBe(3)
  await owner.post(`/notifications/${data[0].id}/read`)
  await owner.post(`/notifications/${data[0].id}/read`)
  expect((await owner.get('/notifications?read=false')).meta).toMatchObject({
    total_count: 2,
    unread_count: 2,
  })
  await owner.post('/notifications/read_all')
  expect((await owner.get('/notifications?read=true')).meta).toMatchObject({
    total_count: 3,
    unread_count: 0,
  })
  expect((await owner.delete(`/notifications/${data[0].id}`)).status).toBe(200)
  expect((await owner.delete(`/notifications/${data[0].id}`)).status).toBe(404)
})

test('notifications of other users are invisible, in the same account too', async () => {
  const { owner, join } = await world()
  const colleague = await join('owner')
  await notify(owner)
  const [{ id }] = (await owner.get('/notifications')).data
  expect((await colleague.get('/notifications')).data).toEqual([])
  for (const response of [
    await colleague.post(`/notifications/${id}/read`),
    await colleague.delete(`/notifications/${id}`),
  ]) {
    expect(response.status).toBe(404)
  }
  await colleague.post('/notifications/read_all')
  expect((await owner.get('/notifications')).meta.unread_count).toBe(1)
})

test('notifications arrive live in every open tab, of any length, and only after commit', async () => {
  const here = await world()
  const tabs = [await openTab(here, here.owner), await openTab(here, here.owner)]
  await here.owner.ctx
    .transaction(async (tx) => {
      await notifyUsers(tx, [here.owner.id], { ...content, message: 'never' })
      throw new Error('no')
    })
    .catch(() => {})
  await notify(here.owner, 'x'.repeat(20_000))
  await notify(here.owner, 'short')
  for (const tab of tabs) {
    await expect.poll(() => tab.messages.length).toBe(2)
    expect(tab.messages.map(({ notification }) => notification?.message.length)).toEqual([
      20_000, 5,
    ])
  }
})

test('notifications stop when the session ends, with the reason that makes clients sign in again', async () => {
  const here = await world()
  const tab = await openTab(here, here.owner)
  await here.owner.post('/auth/logout', {})
  await expect
    .poll(() => tab.frames.at(-1))
    .toEqual({ type: 'disconnect', reason: 'unauthorized', reconnect: false })
})

interface Frame {
  type?: string
  message?: { type: string; notification?: { message: string } }
}

async function openTab({ app }: World, user: TestUser) {
  const url = (await listening(app)).replace('http', 'ws')
  const socket = new WebSocket(`${url}/cable?token=${user.accessToken}`)
  const frames: Frame[] = []
  socket.on('message', (data) => frames.push(JSON.parse(String(data))))
  await once(socket, 'open')
  const identifier = JSON.stringify({
    channel: 'NotificationChannel',
    account_id: user.accountId,
  })
  socket.send(JSON.stringify({ command: 'subscribe', identifier }))
  await expect.poll(() => frames.map((frame) => frame.type)).toContain('confirm_subscription')
  return {
    frames,
    get messages() {
      return frames.flatMap(({ message }) =>
        message?.type === 'new_notification' ? [message] : [],
      )
    },
  }
}
