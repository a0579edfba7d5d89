import { isDeepStrictEqual } from 'node:util'
import { type JsonValue, mapInside } from './bounds.ts'

/** The schemas that a document refers to, by name. */
export type Components = Record<string, JsonValue>

/**
 * Moves every named shape of a schema to `components` and replaces it with a reference. Throws if two different shapes have
 * the same name.
 */
export function hoistShapes<T>(schema: T, components: Components): T {
  if (!schema || typeof schema !== 'object') return schema
  const given = schema as unknown as JsonValue
  const { title, ...content } = {
    ...given,
    ...mapInside(given, (one) => hoistShapes(one, components)),
  }
  if (typeof title !== 'string') return content as T
  const types = [content.type].flat()
  keep(title, { ...content, type: 'object' }, components)
  const reference = { $ref: `#/components/schemas/${title}` }
  return (types.includes('null') ? { anyOf: [reference, { type: 'null' }] } : reference) as T
}

function keep(name: string, content: JsonValue, components: Components) {
  const known = components[name]
  if (known && !isDeepStrictEqual(known, content)) {
    throw new Error(`two different shapes are named ${name}`)
  }
  components[name] = content
}
