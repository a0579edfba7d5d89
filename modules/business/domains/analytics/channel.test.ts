import { once } from 'node:events'
import { listening, type TestUser } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { marketplace } from '../../test/arrange.ts'
import { change, planOf, subscribe } from '../../test/subscriptions.ts'
import { announceLive } from './announcing.ts'

interface Frame {
  type?: string
  message?: {
    type: string
    data: { account_id: string | null; current_metrics: { mrr_cents: number } }
  }
}

test('figures are announced after changes, at most once a second, to those who may see them', async () => {
  const { app, owner, admin, member, stranger, platform } = await marketplace()
  const announcing = announceLive(platform.system())
  const url = (await listening(app)).replace('http', 'ws')
  const listen = async (user: TestUser, account_id?: string) => {
    const socket = new WebSocket(`${url}/cable?token=${user.accessToken}`, ['actioncable-v1-json'])
    const frames: Frame[] = []
    socket.on('message', (data) => frames.push(JSON.parse(String(data))))
    await once(socket, 'open')
    const identifier = JSON.stringify({
      channel: 'AnalyticsChannel',
      ...(account_id && { account_id }),
    })
    socket.send(JSON.stringify({ command: 'subscribe', identifier }))
    await expect.poll(() => frames.some(({ type }) => type?.endsWith('_subscription'))).toBe(true)
    return frames
  }
  for (const [user, account] of [
    [owner, (await stranger()).accountId],
    [owner, undefined],
    [await member(), owner.accountId],
  ] as const) {
    expect((await listen(user, account)).map(({ type }) => type)).toContain('reject_subscription')
  }
  const [own, all] = [await listen(owner, owner.accountId), await listen(admin)]
  const figures = (frames: Frame[]) =>
    frames.flatMap(({ message }) =>
      message?.data ? [[message.data.account_id, message.data.current_metrics.mrr_cents]] : [],
    )
  const id = await subscribe(owner.ctx, await planOf(owner.ctx, { price_cents: 2900 }))
  for (const quantity of [2, 3, 4]) await change(owner.ctx, id, { quantity })
  await expect.poll(() => figures(own), { timeout: 5000 }).toEqual([[owner.accountId, 11_600]])
  await expect.poll(() => figures(all).map(([account]) => account)).toEqual([null])
  await announcing.close()
})
