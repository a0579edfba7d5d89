import { randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { Count, Flag, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { Failure, fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Static } from 'typebox'
import type { Driver } from './driver.ts'
import { driverOf } from './drivers.ts'
import { readStorage } from './storage.ts'

const PROBE = Buffer.from('Powernode tests whether this storage can be used.')

export const StorageTest = Shape('StorageTest', {
  connected: Flag('An object could be written, read and removed'),
  message: Text(300, { description: 'The result in words' }),
  latency_ms: Count('Milliseconds that it took', [4]),
})

/** Writes, reads and removes an object. Throws 422 that says what failed. */
export async function testStorage(ctx: Ctx, id: string): Promise<Static<typeof StorageTest>> {
  const storage = await readStorage(ctx, id)
  const started = performance.now()
  const driver = driverOf(ctx, { ...storage, account_id: ctx.account.id })
  const problem = await problemOf(driver)
  const latency_ms = Math.round(performance.now() - started)
  await ctx.transaction(async (tx) => {
    await tx
      .own('storage')
      .update({ health_status: problem ? 'failed' : 'healthy', last_tested_at: tx.now() })
      .where('id', '=', id)
      .execute()
    await tx.audit('storage.tested', id, { metadata: { result: problem ?? 'healthy' } })
  })
  if (problem) throw fail.invalid({ base: [problem] })
  return {
    connected: true,
    message: `Files can be written and read (${latency_ms} ms)`,
    latency_ms,
  }
}

/** Why a storage cannot be used, in words. */
export async function problemOf(driver: Driver): Promise<string | undefined> {
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
