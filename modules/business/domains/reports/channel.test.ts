import { once } from 'node:events'
import { listening, type TestUser } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { marketplace } from '../../test/arrange.ts'
import { runReportJob } from '../../test/report_files.ts'

interface Frame {
  type?: string
  message?: { type: string; report: { id: string; status: string; progress: number } }
}

test('those who may read reports get their progress, and none of another account’s', async () => {
  const here = await marketplace()
  const { app, owner, member, stranger } = here
  const url = (await listening(app)).replace('http', 'ws')
  const listen = async (user: TestUser, account_id: string) => {
    const socket = new WebSocket(`${url}/cable?token=${user.accessToken}`, ['actioncable-v1-json'])
    const frames: Frame[] = []
    socket.on('message', (data) => frames.push(JSON.parse(String(data))))
    await once(socket, 'open')
    const identifier = JSON.stringify({ channel: 'ReportChannel', account_id })
    socket.send(JSON.stringify({ command: 'subscribe', identifier }))
    await expect.poll(() => frames.some(({ type }) => type?.endsWith('_subscription'))).toBe(true)
    return frames
  }
  const other = await stranger()
  const frames = await listen(owner, owner.accountId)
  for (const [user, account] of [
    [owner, other.accountId],
    [await member(), owner.accountId],
  ] as const) {
    const refused = await listen(user, account)
    expect(refused.map(({ type }) => type)).toContain('reject_subscription')
  }
  await other.post('/reports', { report_type: 'invoices' })
  const { id } = (await owner.post('/reports', { report_type: 'invoices' })).data
  await runReportJob(here, 'process_report', { request_id: id })
  const received = () =>
    frames.flatMap(({ message }) =>
      message ? [[message.report.id, message.report.status, message.report.progress]] : [],
    )
  await expect.poll(received).toEqual([
    [id, 'pending', 0],
    [id, 'processing', 0],
    [id, 'processing', 99],
    [id, 'completed', 100],
  ])
})
