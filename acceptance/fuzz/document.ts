/** As much of OpenAPI 3.1 as inputs are made from. */
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

/** What a server documents for everybody and for its workers, as one document. */
export async function readDocuments(url: string): Promise<FuzzDocument> {
  const [open, internal] = await Promise.all(
    ['openapi.json', 'internal/openapi.json'].map(async (name) => {
      const reply = await fetch(`${url}/api/v1/${name}`)
      return (await reply.json()) as FuzzDocument
    }),
  )
  return merged(open, internal) as FuzzDocument
}

/** Both, field by field; of two values that are no objects the first. */
function merged(one: unknown, other: unknown): unknown {
  if (!isObject(one) || !isObject(other)) return one ?? other
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return Object.fromEntries([...names].map((name) => [name, merged(one[name], other[name])]))
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every operation of the document with where it is, and with the schemas that its parts refer to in their place. */
export function operationsOf({ paths, components: { schemas } }: FuzzDocument) {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      operation: resolved(operation, schemas),
    })),
  )
}

function resolved<T>(part: T, schemas: Record<string, Schema>): T {
  if (Array.isArray(part)) return part.map((one) => resolved(one, schemas)) as T
  if (!part || typeof part !== 'object') return part
  const name = '$ref' in part && /^#\/components\/schemas\/(\w+)$/.exec(String(part.$ref))?.[1]
  if (name) return resolved(schemas[name] as T, schemas)
  const fields = Object.entries(part).map(([key, value]) => [key, resolved(value, schemas)])
  return Object.fromEntries(fields) as T
}
