import type { FastifyInstance } from 'fastify'
import type { Route } from './route.ts'
import { takeUploads } from './upload.ts'

type TakeBodies = (app: FastifyInstance) => void

/** Registers the body parser of a route whose body is not JSON; needs a separate Fastify scope. */
export function bodyParserOf({ kind, spec }: Route): TakeBodies | undefined {
  if (kind === 'upload') return (app) => takeUploads(app, spec)
  if (kind === 'inbound') return (app) => takeBytes(app, (bytes) => bytes)
  return spec.anyBody ? (app) => takeBytes(app, () => undefined) : undefined
}

function takeBytes(app: FastifyInstance, parse: (bytes: Buffer) => unknown) {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, async (_: unknown, bytes: Buffer) =>
    parse(bytes),
  )
}
