import { randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { Count, Flag, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { Failure, fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Static } from 'typebox'
import type { Driver } from './driver.ts'
import { openDriver, readPlace } from './drivers.ts'
import { announceRecovery } from './failing.ts'
import { lockStorage, readStorage } from './storage.ts'

const PROBE = Buffer.from('Powernode tests whether this storage can be used.')
const TEST_MS = 20_000

export const StorageTest = Shape('StorageTest', {
  connected: Flag('An object could be written, read and removed'),
  message: Text(300, { description: 'The result in words' }),
  latency_ms: Count('Milliseconds that it took', [4]),
})

/** Writes, reads and removes an object. Throws 422 that says what failed. A storage that failed and passes is active again. */
export async function testStorage(ctx: Ctx, id: string): Promise<Static<typeof StorageTest>> {
  await readStorage(ctx, id)
  const driver = openDriver(ctx.platform, await readPlace(ctx, id))
  const started = performance.now()
  const problem = await problemOf(driver)
  const latency_ms = Math.round(performance.now() - started)
  await ctx.transaction(async (tx) => {
    const storage = await lockStorage(tx, id)
    await recordResult(tx, id, problem, { last_tested_at: tx.now() })
    await tx.audit('storage.tested', id, { metadata: { result: problem ?? 'healthy' } })
    if (!problem && storage.status === 'failed') await announceRecovery(tx, storage)
  })
  if (problem) throw fail.invalid({ base: [problem] })
  return {
    connected: true,
    message: `Files can be written and read (${latency_ms} ms)`,
    latency_ms,
  }
}

/** Records the result of a test or a check. */
export async function recordResult(
  tx: Tx,
  id: string,
  problem: string | undefined,
  columns: { last_tested_at: Date } | { last_checked_at: Date; failed_checks: number },
): Promise<void> {
  await tx
    .own('storage')
    .update({
      ...columns,
      health_status: problem ? 'failed' : 'healthy',
      problem: problem ?? null,
      ...(!problem && { failed_checks: 0 }),
    })
    .where('id', '=', id)
    .execute()
}

/** Why a storage cannot be used, in words. */
export async function problemOf(driver: Driver): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string>()
  const timer = setTimeout(resolve, TEST_MS, 'The storage did not respond in time')
  try {
    return await Promise.race([problemOfUse(driver), promise])
  } finally {
    clearTimeout(timer)
  }
}

async function problemOfUse(driver: Driver): Promise<string | undefined> {
  const key = `test/${randomUUID()}`
  try {
    await driver.write(
      key,
      (async function* () {
        yield PROBE
      })(),
    )
    const read = await buffer(await driver.read(key))
    await driver.remove(key)
    return read.equals(PROBE) ? undefined : 'The storage returned other bytes than were written'
  } catch (error) {
    await driver.remove(key).catch(() => {})
    if (error instanceof Failure) return error.message
    throw error
  }
}
