import { createHash } from 'node:crypto'
import Fastify, { type FastifyInstance } from 'fastify'

let viewer: Promise<FastifyInstance> | undefined

/**
 * The API reference page at `/api/docs`. The viewer keeps several megabytes of browser code in memory, so it runs in a
 * separate server that is created when the page is first opened. It loads nothing from other hosts.
 */
export function docs(app: FastifyInstance): void {
  const options = { schema: { hide: true }, config: { quiet: true } }
  app.get('/api/docs', options, (_request, reply) => reply.redirect('/api/docs/'))
  app.get('/api/docs/', options, async (_request, reply) => {
    const page = await (await openViewer()).inject('/api/docs/')
    const inline = [...page.body.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)]
    const hashes = inline.map(([, script = '']) => `'sha256-${sha256(script)}'`)
    reply.header(
      'content-security-policy',
      `default-src 'self'; script-src 'self' ${hashes.join(' ')}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'`,
    )
    return reply.type('text/html; charset=utf-8').send(page.body)
  })
  app.get('/api/docs/js/scalar.js', options, async (_request, reply) => {
    const script = await (await openViewer()).inject('/api/docs/js/scalar.js')
    reply.header('cache-control', 'public, max-age=3600')
    return reply.type('text/javascript; charset=utf-8').send(script.rawPayload)
  })
}

function openViewer() {
  viewer ??= (async () => {
    const { default: scalar } = await import('@scalar/fastify-api-reference')
    const server = Fastify()
    await server.register(scalar, {
      routePrefix: '/api/docs',
      configuration: {
        url: '/api/v1/openapi.json',
        withDefaultFonts: false,
        telemetry: false,
        agent: { disabled: true },
        showDeveloperTools: 'never',
      },
    })
    return server
  })()
  return viewer
}

function sha256(text: string) {
  return createHash('sha256').update(text).digest('base64')
}
