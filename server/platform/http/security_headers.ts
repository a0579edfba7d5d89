import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import helmet from 'helmet'

/** Sources of others that a page embeds. */
export interface EmbeddedSources {
  scripts: string[]
  frames: string[]
  connections: string[]
}

const NOTHING: EmbeddedSources = { scripts: [], frames: [], connections: [] }

/**
 * The security headers of every response, by Helmet. They depend only on the public address and what a page embeds, so they
 * are computed once and not for each request, as its middleware does.
 */
export function securityHeaders(
  publicUrl: string,
  { scripts, frames, connections } = NOTHING,
): Record<string, string> {
  const secure = publicUrl.startsWith('https:')
  const write = helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...scripts],
        frameSrc: ["'self'", ...frames],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", 'ws:', 'wss:', ...connections],
        fontSrc: ["'self'", 'data:'],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: secure ? [] : null,
      },
    },
    frameguard: { action: 'deny' },
    strictTransportSecurity: secure,
    crossOriginOpenerPolicy: secure,
  })
  const request = new IncomingMessage(new Socket())
  const reply = new ServerResponse(request)
  write(request, reply, () => {})
  return Object.fromEntries(
    Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]),
  )
}
