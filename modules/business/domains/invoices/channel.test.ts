import { once } from 'node:events'
import { listening, type TestUser } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { issueInvoice, marketplace } from '../../test/arrange.ts'

interface Frame {
  type?: string
  message?: { type: string; invoice: { id: string; status: string } }
}

test('an owner gets the changes of invoices, and none of another account’s', async () => {
  const { app, owner, member, stranger, admin, act } = await marketplace()
  const url = (await listening(app)).replace('http', 'ws')
  const listen = async (user: TestUser, account_id: string) => {
    const socket = new WebSocket(`${url}/cable?token=${user.accessToken}`, ['actioncable-v1-json'])
    const frames: Frame[] = []
    socket.on('message', (data) => frames.push(JSON.parse(String(data))))
    await once(socket, 'open')
    const identifier = JSON.stringify({ channel: 'InvoiceChannel', account_id })
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
  await issueInvoice(admin, other)
  const invoice = await issueInvoice(admin, owner)
  await act('mark_paid', invoice, { reference: 'Wire' })
  const received = () =>
    frames.flatMap(({ message }) => (message?.invoice ? [[message.type, message.invoice.id]] : []))
  await expect.poll(received).toEqual([
    ['invoice_created', invoice.id],
    ['invoice_finalized', invoice.id],
    ['invoice_paid', invoice.id],
  ])
})
