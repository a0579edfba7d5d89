import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { openHash, openNativeHash } from './hashing.ts'

const CONTENT = Buffer.from('First floor, second floor'.repeat(100))

test('a hash goes on from its saved state as if it had not been interrupted', async () => {
  const expected = createHash('sha256').update(CONTENT).digest('hex')
  const native = openNativeHash()
  native.update(CONTENT)
  expect([native.state(), native.digest()]).toEqual([null, expected])
  let state: Buffer | undefined
  for (let at = 0; at < CONTENT.length; at += 333) {
    const hash = await openHash(state)
    hash?.update(CONTENT.subarray(at, at + 333))
    state = hash?.state() ?? undefined
  }
  expect(state).toHaveLength(116)
  expect((await openHash(state))?.digest()).toBe(expected)
})

test('a state of another version of the library is not taken', async () => {
  expect(await openHash(Buffer.alloc(116))).toBe(undefined)
})
