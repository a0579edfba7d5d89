import { expect, test } from 'vitest'
import { openModules } from '../app.ts'
import { readConfig } from '../config.ts'
import { allPermissions } from '../platform/kernel/permissions.ts'

const { resources } = await openModules(readConfig({}))
const routes = resources.flatMap((resource) => resource.routes)

test('every permission is used by a route', () => {
  const used = new Set<string | undefined>(
    routes.flatMap(({ spec }) => [spec.can, spec.worker, spec.otherAccount]),
  )
  expect(allPermissions.filter((permission) => !used.has(permission))).toEqual([])
})

test('routes have unique names and paths', () => {
  const names = routes.map((route) => route.operation)
  expect(new Set(names).size).toBe(names.length)
  const paths = routes.map((route) => `${route.method} ${route.path}`)
  expect(new Set(paths).size).toBe(paths.length)
})

test('routes have named shapes, so that generated clients have types for them', () => {
  const unnamed = routes.flatMap(({ operation, spec }) =>
    [spec.body, spec.of].filter((schema) => schema && !isNamed(schema)).map(() => operation),
  )
  expect(unnamed.filter((operation) => !mayBeUnnamed.includes(operation))).toEqual([])
})

test('each resource path has exactly one description', () => {
  const described = resources.filter(({ about }) => about).map(({ tag }) => tag)
  expect(described.toSorted()).toEqual([...new Set(resources.map(({ tag }) => tag))].toSorted())
})

test('routes describe every field of requests and responses', () => {
  const silent = routes.flatMap(({ operation, spec }) =>
    [spec.body, spec.of].flatMap((schema) => undescribed(schema, operation)),
  )
  expect([...new Set(silent)]).toEqual([])
})

/** Paths of fields without a description, including nested objects. */
function undescribed(schema: unknown, path: string): string[] {
  const {
    properties = {},
    items,
    anyOf,
  } = (schema ?? {}) as {
    properties?: Record<
      string,
      { description?: string; properties?: object; items?: object; anyOf?: object[] }
    >
    items?: object
    anyOf?: object[]
  }
  const nested = [items, ...(anyOf ?? [])].filter(Boolean)
  const fields = Object.entries(properties).flatMap(([name, field]) => {
    const composed = field.properties ?? field.items ?? field.anyOf
    const silent = field.description || composed ? [] : [`${path}.${name}`]
    return [...silent, ...undescribed(field, `${path}.${name}`)]
  })
  return [...fields, ...nested.flatMap((part) => undescribed(part, path))]
}

/** Objects whose fields are defined by browsers. */
const mayBeUnnamed = ['passkeys.beginCreate', 'auth.passkey.beginSignIn']

/** Whether a schema is a named shape, a list or union of them, or not an object. */
function isNamed(schema: object): boolean {
  const { type, title, items, anyOf } = schema as {
    type?: string
    title?: string
    items?: object
    anyOf?: object[]
  }
  if (items) return isNamed(items)
  if (anyOf) return anyOf.every(isNamed)
  return title !== undefined || ![type].flat().includes('object')
}
