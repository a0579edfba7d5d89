import { request } from 'node:http'
import { expect, test } from 'vitest'
import { listening, world } from '../../test/world.ts'

/** Sends a request with these raw headers, which `fetch` would join. */
async function send(url: string, headers: string[]) {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; code?: string }>()
  const { host } = new URL(url)
  request(url, { headers: ['Host', host, ...headers] }, (response) => {
    let text = ''
    response.on('data', (part) => {
      text += part
    })
    response.on('end', () => {
      resolve({ status: response.statusCode ?? 0, code: JSON.parse(text).code })
    })
  })
    .on('error', reject)
    .end()
  return promise
}

test('exactly one credential is accepted', async () => {
  const { app, owner, keyOf } = await world()
  const { value } = await keyOf(owner, ['users.read'])
  const url = `${await listening(app)}/api/v1/users`
  const bearer = `Bearer ${owner.accessToken}`
  expect((await send(url, ['Authorization', bearer])).status).toBe(200)
  for (const headers of [
    ['Authorization', bearer, 'authorization', bearer],
    ['Authorization', bearer, 'Authorization', 'Basic YTpi'],
    ['Authorization', `${bearer} x`],
    ['Authorization', `${bearer}, ${bearer}`],
    ['X-API-Key', value, 'Authorization', bearer],
  ]) {
    expect(await send(url, headers)).toEqual({ status: 401, code: 'unauthorized' })
  }
  expect((await send(url, ['X-API-Key', value, 'X-API-Key', value])).status).toBe(401)
})
