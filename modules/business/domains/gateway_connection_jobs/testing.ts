import { randomUUIDv7 } from 'node:crypto'
import type { Ctx, PlatformCtx, PlatformTx } from '@powernode/server/platform/db/context.ts'
import { json } from '@powernode/server/platform/db/database.ts'
import { Choice, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { Failure, fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { CallCredentials, credentialsOf } from '../payment_gateways/credentials.ts'
import { requireGateway, webhookUrlOf } from '../payment_gateways/gateway.ts'
import { type ConnectionJobRow, ConnectionResult, readConnectionJob } from './connection_job.ts'
import { failedConnection } from './result.ts'

export const BegunConnectionTest = Shape('BegunConnectionTest', {
  credentials: Type.Union([CallCredentials, Type.Null()], {
    description: 'For this test; null if there is nothing left to do',
  }),
  webhook_url: Text(2048, { description: 'Where the gateway must send its events' }),
})

export const ConnectionJobChanges = Shape('ConnectionJobChanges', {
  status: Choice(['completed', 'failed'], 'How the job ended'),
  result: { ...ConnectionResult, examples: [failedConnection('The secret key is not valid')] },
})

/** Enqueues a test of the stored settings. 422 `gateway_not_configured` without credentials. */
export async function requestConnectionTest(ctx: Ctx, name: string): Promise<ConnectionJobRow> {
  const gateway = requireGateway(name)
  await credentialsOf(ctx, gateway)
  const id = randomUUIDv7()
  await ctx.transaction(async (tx) => {
    const row = { status: 'pending', created_at: tx.now(), updated_at: tx.now() } as const
    await tx.db
      .insertInto('gateway_connection_jobs')
      .values({ id, gateway, ...row })
      .execute()
    await tx.audit('payment_gateway.tested', gateway, { metadata: { connection_job_id: id } })
    await tx.enqueue('test_gateway_connection', { job_id: id })
  })
  return readConnectionJob(ctx, id)
}

/** Begins a test, also again after a worker was lost, and hands out the credentials for it. */
export async function beginConnectionTest(
  ctx: PlatformCtx,
  id: string,
): Promise<Static<typeof BegunConnectionTest>> {
  return ctx.transaction(async (tx) => {
    const job = await lockJob(tx, id)
    const webhook_url = webhookUrlOf(tx, job.gateway)
    if (job.completed_at) return { credentials: null, webhook_url }
    tx.unaudited('the request of the test is audited')
    const credentials = await credentialsOf(tx, job.gateway).catch((error: unknown) => {
      if (error instanceof Failure) return error
      throw error
    })
    if (credentials instanceof Failure) {
      await end(tx, id, 'completed', failedConnection(credentials.message))
      return { credentials: null, webhook_url }
    }
    await tx.db
      .updateTable('gateway_connection_jobs')
      .set({ status: 'processing', updated_at: tx.now() })
      .where('id', '=', id)
      .execute()
    return { credentials, webhook_url }
  })
}

/** Records the result of a test, once. A different result for one that has ended is 409 `invalid_transition`. */
export async function finishConnectionTest(
  ctx: PlatformCtx,
  id: string,
  { status, result }: Static<typeof ConnectionJobChanges>,
): Promise<ConnectionJobRow> {
  await ctx.transaction(async (tx) => {
    const job = await lockJob(tx, id)
    if (job.completed_at) {
      if (job.status !== status) throw fail.with('invalid_transition', 'The test has ended')
      return
    }
    tx.unaudited('the request of the test is audited')
    await end(tx, id, status, result)
  })
  return readConnectionJob(ctx, id)
}

/** Ends a test whose job was given up. */
export async function abandonConnectionTest(
  ctx: PlatformCtx,
  { job_id }: { job_id: string },
  reason: string,
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const job = await lockJob(tx, job_id)
    if (job.completed_at) return
    tx.unaudited('the request of the test is audited')
    await end(tx, job_id, 'failed', failedConnection(reason))
  })
}

async function end(
  tx: PlatformTx,
  id: string,
  status: 'completed' | 'failed',
  result: Static<typeof ConnectionResult>,
) {
  const error = result.error && withoutKeys(result.error)
  await tx.db
    .updateTable('gateway_connection_jobs')
    .set({
      status,
      result: json({ ...result, error }),
      completed_at: tx.now(),
      updated_at: tx.now(),
    })
    .where('id', '=', id)
    .execute()
}

/** Gateways may quote the key that they refuse. */
const withoutKeys = (text: string) => text.replace(/\b(sk|rk|whsec)_[\w*+/=-]+/g, '[redacted]')

async function lockJob({ db }: PlatformTx, id: string) {
  const job = await db
    .selectFrom('gateway_connection_jobs')
    .select(['gateway', 'status', 'completed_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!job) throw fail.notFound('gateway_connection_job')
  return job
}
