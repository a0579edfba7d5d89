import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const DIST = join(import.meta.dirname, '../../../web/dist')

/** Serves the built web app. Its own routes all answer with the page; assets carry a hash and never change. */
export async function serveWeb(app: FastifyInstance): Promise<void> {
  if (!existsSync(DIST)) return
  await app.register(async (scope) => {
    await scope.register(fastifyStatic, {
      root: DIST,
      wildcard: false,
      index: false,
      preCompressed: true,
      setHeaders: (reply, path) => {
        const forever = path.includes('/assets/')
        reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
    scope.get('/*', { schema: { hide: true }, config: { quiet: true } }, (request, reply) => {
      const path = request.url.split('?')[0] ?? ''
      if (/^\/+(api|cable)(\/|$)/i.test(path) || path.includes('.')) {
        return reply.callNotFound()
      }
      return reply.sendFile('index.html')
    })
  })
}
