/** The parts of OpenAPI 3.1 from which inputs are generated. */
export interface Schema {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  maxItems?: number
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  anyOf?: Schema[]
}

export interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  required?: boolean
  example?: unknown
  schema: Schema
}

export interface FuzzOperation {
  security?: Record<string, string[]>[]
  operationId: string
  parameters?: Parameter[]
  requestBody?: { content: { 'application/json'?: { schema: Schema } } }
  responses: Record<string, unknown>
}

export interface FuzzDocument {
  paths: Record<string, Record<string, FuzzOperation>>
  components: {
    schemas: Record<string, Schema> & { Error: { properties: { code: { enum: string[] } } } }
  }
}

/** The public and the internal OpenAPI document of a server, merged. */
export async function readDocuments(url: string): Promise<FuzzDocument> {
  const [open, internal] = await Promise.all(
    ['openapi.json', 'internal/openapi.json'].map(async (name) => {
      const reply = await fetch(`${url}/api/v1/${name}`)
      return (await reply.json()) as FuzzDocument
    }),
  )
  return merge(open, internal) as FuzzDocument
}

/** Merges objects field by field; of other values it takes the first. */
function merge(one: unknown, other: unknown): unknown {
  if (!isObject(one) || !isObject(other)) return one ?? other
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return Object.fromEntries([...names].map((name) => [name, merge(one[name], other[name])]))
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every operation with its method and path, and with its schema references resolved. */
export function operationsOf({ paths, components: { schemas } }: FuzzDocument) {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      operation: resolveReferences(operation, schemas),
    })),
  )
}

function resolveReferences<T>(part: T, schemas: Record<string, Schema>): T {
  if (Array.isArray(part)) return part.map((item) => resolveReferences(item, schemas)) as T
  if (!part || typeof part !== 'object') return part
  const name = '$ref' in part && /^#\/components\/schemas\/(\w+)$/.exec(String(part.$ref))?.[1]
  if (name) return resolveReferences(schemas[name] as T, schemas)
  const fields = Object.entries(part).map(([key, value]) => [
    key,
    resolveReferences(value, schemas),
  ])
  return Object.fromEntries(fields) as T
}
