import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { json } from 'node:stream/consumers'
import { CONTENT, idOf, sha256, tusClient, uploader } from '@powernode/modules/files/test/tus.ts'
import { listening, type TestUser } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'
import { findUpload } from './upload.ts'

/** An upload whose requests a test sends piece by piece. */
async function sending() {
  const here = await uploader()
  const url = await listening(here.app)
  const path = await here.start()
  const { ctx } = here.owner
  return {
    ...here,
    path,
    /** Opens a PATCH of the whole file that has not sent anything. */
    open(user: TestUser = here.owner) {
      const call = request(`${url}${path}`, {
        method: 'PATCH',
        agent: false,
        headers: {
          authorization: `Bearer ${user.accessToken}`,
          'tus-resumable': '1.0.0',
          'upload-offset': 0,
          'content-type': 'application/offset+octet-stream',
          'content-length': CONTENT.length,
        },
      })
      return { call, reply: replyTo(call) }
    },
    /** Waits until a request has the lock. */
    isLocked: () =>
      expect.poll(async () => (await findUpload(ctx, idOf(path))).lock_token).not.toBe(null),
  }
}

function replyTo(call: ClientRequest): Promise<IncomingMessage> {
  const reply = new Promise<IncomingMessage>((resolve, reject) => {
    call.once('response', resolve).once('error', reject)
  })
  reply.catch(() => {}) // some tests break it
  return reply
}

test('a request that wants an upload stops the one that sends it, and goes on where that stopped', async () => {
  const { owner, tus, path, open, isLocked } = await sending()
  const { call, reply } = open()
  call.write(CONTENT.subarray(0, 10))
  await isLocked()
  const { headers } = await tus.head(path)
  expect(headers['upload-offset']).toBe('10')
  const stopped = await reply
  expect([stopped.statusCode, stopped.headers['upload-offset']]).toEqual([204, '10'])
  call.destroy()
  const last = await tus.patch(path, 10, CONTENT.subarray(10))
  const { data } = await owner.get(`/files/${last.headers['powernode-file-id']}`)
  expect(data.checksum_sha256).toBe(sha256(CONTENT))
})

test('what arrived before the connection broke is kept', async () => {
  const { owner, tus, path, open, isLocked } = await sending()
  const { call } = open()
  call.write(CONTENT.subarray(0, 7))
  await isLocked()
  call.destroy()
  expect((await tus.head(path)).headers['upload-offset']).toBe('7')
  const last = await tus.patch(path, 7, CONTENT.subarray(7))
  const { data } = await owner.get(`/files/${last.headers['powernode-file-id']}`)
  expect(data.checksum_sha256).toBe(sha256(CONTENT))
})

test('who loses the permission while sending is stopped, and nothing more is kept', async () => {
  const { app, owner, join, path, open, isLocked } = await sending()
  const developer = await join('developer')
  const { call, reply } = open(developer)
  call.write(CONTENT.subarray(0, 10))
  await isLocked()
  expect((await owner.patch(`/users/${developer.id}`, { roles: ['member'] })).status).toBe(200)
  call.end(CONTENT.subarray(10))
  const refused = await reply
  expect(refused.statusCode).toBe(403)
  expect(await json(refused)).toMatchObject({ success: false, code: 'forbidden' })
  const { headers } = await tusClient(app, owner).head(path)
  expect(headers['upload-offset']).toBe('0')
})

test('who is suspended while sending is stopped', async () => {
  const { owner, join, path, open, isLocked } = await sending()
  const developer = await join('developer')
  const { call, reply } = open(developer)
  call.write(CONTENT.subarray(0, 10))
  await isLocked()
  expect((await owner.put(`/users/${developer.id}/suspend`)).status).toBe(200)
  call.end(CONTENT.subarray(10))
  expect((await reply).statusCode).toBe(401)
  expect((await findUpload(owner.ctx, idOf(path))).offset).toBe(0)
})
