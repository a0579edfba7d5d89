import type { FastifyInstance } from 'fastify'
import { fail } from '../kernel/fail.ts'
import type { Platform } from '../kernel/platform.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Is answered under the host name of FILES_URL too. */
    servesFiles?: boolean
  }
}

/**
 * Under the host name of FILES_URL, only links to files are answered, and cookies and tokens are not read: what strangers
 * uploaded is of another origin than the app.
 */
export function confineFilesHost(app: FastifyInstance, { config }: Platform): void {
  if (!config.FILES_URL) return
  const { host } = new URL(config.FILES_URL)
  app.addHook('onRequest', (request, _reply, done) => {
    if (request.headers.host?.toLowerCase() !== host) return done()
    delete request.headers.cookie
    delete request.headers.authorization
    done(request.routeOptions.config.servesFiles ? undefined : fail.notFound('file'))
  })
}
