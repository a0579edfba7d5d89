import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { publicSettings, type Settings } from '../settings/catalogue.ts'

const DIST = join(import.meta.dirname, '../../../web/dist')

/**
 * Serves the built web app. All its routes return the same page, which contains the public settings; assets have a hash in
 * their name and never change. `headersOf` gives the headers that a page has instead of the usual ones.
 */
export async function serveWeb(
  app: FastifyInstance,
  settings: { readonly values: Settings },
  extensions: string[],
  headersOf: (path: string) => Record<string, string>,
): Promise<void> {
  if (!existsSync(DIST)) return
  const page = pageWith(readFileSync(join(DIST, 'index.html'), 'utf8'), extensions)
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
      return reply
        .type('text/html')
        .headers(headersOf(path))
        .header('cache-control', 'no-cache')
        .send(page(settings.values))
    })
  })
}

/** Inserts the public settings into the page; cached until they change. */
function pageWith(html: string, extensions: string[]): (settings: Settings) => string {
  let of: Settings | undefined
  let written = html
  return (settings) => {
    if (settings === of) return written
    of = settings
    const open = JSON.stringify({ ...publicSettings(settings), extensions })
    const [name, known] = [settings.system_name, open].map(escapeHtml)
    written = html
      .replace(/<title>.*<\/title>/, () => `<title>${name}</title>`)
      .replace(/(<meta name="powernode" content=")[^"]*/, (_, start) => `${start}${known}`)
    return written
  }
}

function escapeHtml(value: string) {
  return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
