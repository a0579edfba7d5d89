import { afterEach, expect, test, vi } from 'vitest'
import { batched } from './batched.ts'
import { RefusedError } from './client.ts'

afterEach(() => void vi.useRealTimers())

test('concurrent requests are sent in one batch, and each gets its own response', async () => {
  const batches: number[][] = []
  const double = batched(
    async (numbers: number[]) => {
      batches.push(numbers)
      return numbers.map((number) => number * 2)
    },
    { size: 3, waitMs: 1, busyWaitMs: 1 },
  )
  const requests = [1, 2, 3, 4, 5]
  expect(await Promise.all(requests.map(double))).toEqual([2, 4, 6, 8, 10])
  expect(batches).toEqual([
    [1, 2, 3],
    [4, 5],
  ])
})

test('after a batch of several, the next one waits longer for more', async () => {
  vi.useFakeTimers()
  const batches: number[][] = []
  const send = batched(
    async (numbers: number[]) => {
      batches.push(numbers)
      return numbers
    },
    { size: 10, waitMs: 5, busyWaitMs: 20 },
  )
  const add = async (numbers: number[], ms: number) => {
    for (const number of numbers) void send(number)
    await vi.advanceTimersByTimeAsync(ms)
  }
  await add([1, 2], 5)
  await add([3], 19)
  expect(batches).toEqual([[1, 2]])
  await add([4], 1)
  expect(batches).toEqual([
    [1, 2],
    [3, 4],
  ])
  await add([5], 20)
  await add([6], 5)
  expect(batches.slice(2)).toEqual([[5], [6]])
})

test('when the batch fails, all its requests fail, and the next batch is independent', async () => {
  let broken = true
  const send = batched(
    async (items: string[]) => {
      if (broken) throw new Error('no answer')
      return items
    },
    { size: 10, waitMs: 1, busyWaitMs: 1 },
  )
  const failed = await Promise.allSettled([send('a'), send('b')])
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  broken = false
  expect(await send('c')).toBe('c')
})

test('if the server refuses a whole batch, only the request that caused it fails', async () => {
  const send = batched(
    async (items: string[]) => {
      if (items.includes('odd')) throw new RefusedError('422 Validation failed')
      return items
    },
    { size: 10, waitMs: 1, busyWaitMs: 1 },
  )
  const requests = await Promise.allSettled([send('a'), send('odd'), send('b')])
  expect(requests.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})
