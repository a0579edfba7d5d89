import { isPublicAddress } from '@powernode/contract/targets.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { digestOf } from '../crypto/vault.ts'
import { fail } from '../kernel/fail.ts'
import type { Platform } from '../kernel/platform.ts'
import { version } from './openapi.ts'
import { Choice, Count, Shape, Text, Time } from './shapes.ts'

const Health = Shape('Health', {
  status: Choice(['healthy'], 'The process answers'),
  timestamp: Time('When this was answered'),
  uptime_seconds: Count('Seconds since this process started'),
  version: Text(40, { description: 'Version of Powernode', examples: ['0.1.0'] }),
})

/** `/health` and `/health/live`: the process answers. `/health/ready`: it can serve. `/metrics`: Prometheus. */
export function health(app: FastifyInstance, platform: Platform): void {
  const reply = Type.Object({ success: Type.Literal(true), data: Health })
  for (const [path, operationId, summary] of [
    ['/api/v1/health', 'health.get', 'How this server is'],
    ['/api/v1/health/live', 'health.live', 'Is this process alive?'],
    ['/api/v1/health/ready', 'health.ready', 'Can this server take requests?'],
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
          },
        }
      },
    )
  }

  app.get(
    '/metrics',
    { schema: { hide: true }, config: { quiet: true } },
    async (request, answer) => {
      assertMayMeasure(request, platform.config.METRICS_TOKEN)
      answer.type(platform.metrics.contentType)
      return platform.metrics.print()
    },
  )
}

/**
 * Whoever has the token may; without one set, whoever asks this process directly from the machine itself or a private
 * network. What came through a proxy may come from anywhere.
 */
function assertMayMeasure({ headers, socket }: FastifyRequest, token: string | undefined) {
  if (token !== undefined) {
    const given = digestOf(headers.authorization ?? '')
    if (given !== digestOf(`Bearer ${token}`)) throw fail.with('unauthorized')
    return
  }
  const relayed = headers['x-forwarded-for'] ?? headers.forwarded
  const inside = !isPublicAddress(socket.remoteAddress ?? '')
  if (relayed !== undefined || !inside) throw fail.with('not_found')
}

/** Ready is a server whose database answers and takes a write. */
async function assertReady(platform: Platform) {
  if (platform.draining) throw fail.unavailable('This server is shutting down')
  await sql`select 1`.execute(platform.database)
  await platform.writeProbe.assertWritable()
}
