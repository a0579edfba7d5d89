import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import {
  Choice,
  Flag,
  Id,
  Nullable,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Static } from 'typebox'
import { type GatewayName, gateways } from '../../gateways/port.ts'

const answered = (description: string) => Nullable(Flag(description))

const result = {
  connected: Flag('Whether the gateway accepted the credentials'),
  error: Nullable(
    Text(1000, { description: 'Why it did not', examples: ['The API key is not valid'] }),
  ),
  account_id: Nullable(
    Text(255, { description: 'Account at the gateway', examples: ['acct_1Q2w'] }),
  ),
  business_name: Nullable(
    Text(255, { description: 'Name of the business there', examples: ['Rocket Rides'] }),
  ),
  country: Nullable(Text(2, { description: 'Its country', examples: ['DE'] })),
  currency: Nullable(Text(3, { description: 'Its default currency', examples: ['EUR'] })),
  charges_enabled: answered('Whether it can receive payments'),
  payouts_enabled: answered('Whether its balance is paid out'),
  webhook_configured: answered('Whether the gateway sends events to this installation'),
}

export const ConnectionResult = Shape('ConnectionResult', result)

export const GatewayConnectionJob = Shape('GatewayConnectionJob', {
  id: Id(),
  gateway: Choice(gateways, 'Payment gateway'),
  status: Choice(
    ['pending', 'processing', 'completed', 'failed'],
    'Status of the job: completed if the gateway was asked, whatever it answered',
  ),
  result: Nullable(Shape(result)),
  created_at: Time('When the test was requested'),
  updated_at: Time('When it last changed'),
  completed_at: Nullable(Time('When it ended')),
})

/** A test of the connection to a gateway. */
export type ConnectionJobRow = Static<typeof GatewayConnectionJob>

export async function readConnectionJob(ctx: PlatformCtx, id: string): Promise<ConnectionJobRow> {
  const job = await selectJobs(ctx).where('id', '=', id).executeTakeFirst()
  if (!job) throw fail.notFound('gateway_connection_job')
  return job as ConnectionJobRow
}

/** The latest test of a gateway that has ended. */
export async function latestConnectionJob(ctx: PlatformCtx, gateway: GatewayName) {
  const job = await selectJobs(ctx)
    .where('gateway', '=', gateway)
    .where('completed_at', 'is not', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return job as ConnectionJobRow | undefined
}

function selectJobs({ db }: PlatformCtx) {
  return db
    .selectFrom('gateway_connection_jobs')
    .select(['id', 'gateway', 'status', 'result', 'created_at', 'updated_at', 'completed_at'])
}
