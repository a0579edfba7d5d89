import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Operation } from './operations.ts'

type Operations = Record<string, Operation>

/** The parts of an OpenAPI document that are used here. */
export interface ServedDocument {
  info: { title: string; version: string; description?: string }
  tags: { name: string; description: string }[]
  paths: Record<string, Operations>
  webhooks: Record<string, Operations>
  components: Record<string, Record<string, unknown>>
}

/** A document with only the operations that `part` returns, their tags, and the components that they refer to. */
export function documentOf(
  whole: ServedDocument,
  part: (operation: Operation) => Operation | undefined,
): ServedDocument {
  const paths = Object.entries(whole.paths).flatMap(([path, operations]) => {
    const kept = Object.entries(operations).flatMap(([method, given]) => {
      const operation = part(given)
      return operation ? [[method, operation] as const] : []
    })
    return kept.length > 0 ? [[path, Object.fromEntries(kept)] as const] : []
  })
  const parts = { paths: Object.fromEntries(paths), webhooks: whole.webhooks }
  const operations = [parts.paths, parts.webhooks].flatMap(Object.values).flatMap(Object.values)
  const tags = new Set((operations as Operation[]).flatMap((operation) => operation.tags))
  const { webhooks, ...rest } = { ...whole, ...parts }
  return {
    ...rest,
    ...(Object.keys(webhooks).length > 0 && { webhooks }),
    tags: whole.tags.filter(({ name }) => tags.has(name)),
    components: used(whole.components, parts, operations as Operation[]),
  } as ServedDocument
}

/** The components that are used, each kind sorted by name. */
function used(all: ServedDocument['components'], parts: object, operations: Operation[]) {
  const names = new Set<string>()
  gather(parts, all, names)
  for (const scheme of operations.flatMap(({ security }) => security)) {
    for (const name of Object.keys(scheme)) names.add(`securitySchemes/${name}`)
  }
  const kinds = Object.entries(all).map(([kind, named]) => {
    const kept = Object.entries(named).filter(([name]) => names.has(`${kind}/${name}`))
    return [kind, Object.fromEntries(kept.toSorted(([a], [b]) => (a < b ? -1 : 1)))] as const
  })
  return Object.fromEntries(kinds.filter(([, named]) => Object.keys(named).length > 0))
}

/** Adds to `names` everything that a part refers to, directly or indirectly. */
function gather(part: unknown, all: ServedDocument['components'], names: Set<string>) {
  if (!part || typeof part !== 'object') return
  for (const [key, value] of Object.entries(part)) {
    if (key !== '$ref' || typeof value !== 'string') {
      gather(value, all, names)
      continue
    }
    const [kind = '', name = ''] = value.split('/').slice(2)
    if (names.has(`${kind}/${name}`)) continue
    names.add(`${kind}/${name}`)
    gather(all[kind]?.[name], all, names)
  }
}

/** Serves the documents, each generated at the first request. Clients may cache them for five minutes and then revalidate. */
export function serveDocuments(app: FastifyInstance): void {
  for (const [path, name] of [
    ['/api/v1/openapi.json', 'public'],
    ['/api/v1/internal/openapi.json', 'internal'],
  ] as const) {
    let cached: { text: string; etag: string } | undefined
    const options = { schema: { hide: true }, config: { quiet: true } }
    app.get(path, options, async (request, reply) => {
      cached ??= withTag(JSON.stringify(app.documents()[name]))
      const { text, etag } = cached
      reply.header('cache-control', 'public, max-age=300').header('etag', etag)
      const known = request.headers['if-none-match']?.split(/,\s*/) ?? []
      if (known.includes(etag)) return reply.code(304).send()
      return reply.type('application/json; charset=utf-8').send(text)
    })
  }
}

/** The ETag is weak, because compressed responses have the same one. */
function withTag(text: string) {
  return { text, etag: `W/"${createHash('sha256').update(text).digest('base64url')}"` }
}
