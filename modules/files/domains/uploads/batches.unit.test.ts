import { expect, test } from 'vitest'
import { batchesOf } from './batches.ts'

async function collect(chunks: AsyncIterable<Buffer>, room: () => number, ms = 60_000) {
  const batches: string[] = []
  for await (const batch of batchesOf(chunks, room, ms)) batches.push(batch.toString())
  return batches
}

async function* chunks(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text)
}

test('what arrives is passed on in batches of the room that there is', async () => {
  expect(await collect(chunks('ab', 'c', 'defghij', 'k'), () => 4)).toEqual(['abcd', 'efgh', 'ijk'])
  const rooms = [2, 5, 5]
  expect(await collect(chunks('abcdefghijkl'), () => rooms.shift() ?? 9)).toEqual([
    ...['ab', 'cdefg', 'hijkl'],
  ])
  expect(await collect(chunks(), () => 4)).toEqual([])
})

test('what arrived is passed on when time is up, and the rest afterwards', async () => {
  const arrived = Promise.withResolvers<void>()
  async function* slow() {
    yield Buffer.from('ab')
    await arrived.promise
    yield Buffer.from('cd')
  }
  const batches: string[] = []
  for await (const batch of batchesOf(slow(), () => 100, 1)) {
    batches.push(batch.toString())
    arrived.resolve()
  }
  expect(batches).toEqual(['ab', 'cd'])
})

test('what arrived before reading failed is passed on, then it fails', async () => {
  async function* cut() {
    yield Buffer.from('ab')
    throw new Error('cut')
  }
  const batches: string[] = []
  const reading = (async () => {
    for await (const batch of batchesOf(cut(), () => 100, 60_000)) batches.push(batch.toString())
  })()
  await expect(reading).rejects.toThrow('cut')
  expect(batches).toEqual(['ab'])
})
