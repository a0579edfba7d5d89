import { setTimeout as sleep } from 'node:timers/promises'
import { isPublicAddress } from '@powernode/contract/targets.ts'
import { version } from '@powernode/contract/version.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { digestOf } from '../crypto/vault.ts'
import { fail } from '../kernel/fail.ts'
import type { Platform } from '../kernel/platform.ts'
import { Choice, Count, ListOf, Shape, Text, Time } from './shapes.ts'

const READY_MS = 5000

const Health = Shape('Health', {
  status: Choice(['healthy'], 'The process responds'),
  timestamp: Time('Time of this response'),
  uptime_seconds: Count('Seconds since this process started'),
  version: Text(40, { description: 'Version of Powernode', examples: ['0.1.0'] }),
  degraded: ListOf(Choice(['redis'], 'What the server works without for now'), {
    description: 'Parts that are down and have a fallback; load balancers can ignore them',
    examples: [[]],
  }),
})

/** `/health` and `/health/live`: the process responds. `/health/ready`: it can serve requests. `/metrics`: Prometheus. */
export function health(app: FastifyInstance, platform: Platform): void {
  const reply = Type.Object({ success: Type.Literal(true), data: Health })
  for (const [path, operationId, summary] of [
    ['/api/v1/health', 'health.get', 'Get the status of this server'],
    ['/api/v1/health/live', 'health.live', 'Check that this process is alive'],
    ['/api/v1/health/ready', 'health.ready', 'Check that this server can serve requests'],
  ] as const) {
    app.get(
      path,
      {
        schema: {
          tags: ['health'],
          summary,
          operationId,
          security: [],
          response: { 200: reply },
        },
        config: { quiet: true },
      },
      async () => {
        if (path.endsWith('ready')) await assertReady(platform)
        return {
          success: true as const,
          data: {
            status: 'healthy' as const,
            timestamp: new Date(),
            uptime_seconds: Math.floor(process.uptime()),
            version,
            degraded: platform.redis?.up === false ? ['redis' as const] : [],
          },
        }
      },
    )
  }

  app.get(
    '/metrics',
    { schema: { hide: true }, config: { quiet: true } },
    async (request, response) => {
      assertMetricsAccess(request, platform.config.METRICS_TOKEN)
      response.type(platform.metrics.contentType)
      return platform.metrics.print()
    },
  )
}

/**
 * Requires METRICS_TOKEN. If it is unset, allows only direct requests from the same machine or a private network; a request
 * through a proxy may come from anywhere.
 */
function assertMetricsAccess({ headers, socket }: FastifyRequest, token: string | undefined) {
  if (token !== undefined) {
    const given = digestOf(headers.authorization ?? '')
    if (given !== digestOf(`Bearer ${token}`)) throw fail.with('unauthorized')
    return
  }
  const forwarded = headers['x-forwarded-for'] ?? headers.forwarded
  const isPrivate = !isPublicAddress(socket.remoteAddress ?? '')
  if (forwarded !== undefined || !isPrivate) throw fail.with('not_found')
}

/** A server is ready if its database responds in time and can write. */
async function assertReady(platform: Platform) {
  if (platform.draining === 'stopping') throw fail.unavailable('This server is shutting down')
  const checks = sql`select 1`
    .execute(platform.database)
    .then(() => platform.writeProbe.assertWritable())
  // A frozen database keeps its connections open and never responds.
  const late = sleep(READY_MS, undefined, { ref: false }).then(() => {
    throw fail.unavailable('The database does not respond')
  })
  await Promise.race([checks, late])
}
