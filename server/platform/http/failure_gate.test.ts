import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { world } from '../../test/world.ts'
import { createFailureGate } from './failure_gate.ts'
import { createThrottles } from './throttles.ts'

const LIMIT = 3

/** A gate on real counters, and a way to delay what the next look at them reports. */
async function openGate() {
  const { platform } = await world()
  const throttles = createThrottles(platform.pool)
  const delays: Promise<void>[] = []
  const enter = createFailureGate({
    ...throttles,
    async look(name, identity) {
      const [delay, count] = [delays.shift(), await throttles.look(name, identity)]
      await delay
      return count
    },
  })
  const identity = crypto.randomUUID()
  return {
    delayNext() {
      const { promise, resolve } = Promise.withResolvers<void>()
      delays.push(promise)
      return resolve
    },
    attempt: () => enter('password_link', identity, () => LIMIT),
    async guess() {
      const settle = await enter('password_link', identity, () => LIMIT)
      if (typeof settle === 'function') await settle(true)
      return typeof settle === 'function'
    },
  }
}

test('counts that were read before the first failure and arrive after it permit no more failures', async () => {
  const { delayNext, attempt, guess } = await openGate()
  const open = await attempt() // keeps the counts in memory
  const arrivals = [delayNext(), delayNext()]
  const late = [guess(), guess()]
  expect([await guess(), await guess()]).toEqual([true, true])
  for (const arrive of arrivals) arrive()
  await setImmediate()
  if (typeof open === 'function') await open(true)
  expect([...(await Promise.all(late)), await guess()]).toEqual([false, false, false])
})

test('a count that was read before all failures and arrives when all attempts have ended permits none', async () => {
  const { delayNext, guess } = await openGate()
  const arrive = delayNext()
  const late = guess()
  expect([await guess(), await guess(), await guess()]).toEqual([true, true, true])
  arrive()
  expect(await late).toBe(false)
})
