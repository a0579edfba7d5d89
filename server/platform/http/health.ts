import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Platform } from '../platform.ts'
import { fail } from './fail.ts'
import { version } from './openapi.ts'
import { Choice, Count, Shape, Text, Time } from './shapes.ts'

const Health = Shape({
  status: Choice(['healthy'], 'The process answers'),
  timestamp: Time('When this was answered'),
  uptime_seconds: Count('Seconds since this process started'),
  version: Text(40, { description: 'Version of Powernode', examples: ['0.1.0'] }),
})

/** `/health` and `/health/live`: the process answers. `/health/ready`: it can serve. `/metrics`: Prometheus. */
export function health(app: FastifyInstance, platform: Platform): void {
  const reply = Type.Object({ success: Type.Literal(true), data: Health })
  for (const [path, operationId, summary] of [
    ['/api/v1/health', 'health.read', 'How this server is'],
    ['/api/v1/health/live', 'health.live', 'Is this process alive?'],
    ['/api/v1/health/ready', 'health.ready', 'Can this server take requests?'],
  ] as const) {
    app.get(
      path,
      {
        schema: { tags: ['health'], summary, operationId, response: { 200: reply } },
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
    async (_request, answer) => {
      answer.type(platform.metrics.contentType)
      return platform.metrics.print()
    },
  )
}

async function assertReady(platform: Platform) {
  if (platform.draining) throw fail.unavailable('This server is shutting down')
  await sql`select 1`.execute(platform.database)
}
