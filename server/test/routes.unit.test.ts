import { expect, test } from 'vitest'
import { openModules } from '../app.ts'
import { readConfig } from '../config.ts'
import { allPermissions } from '../platform/kernel/permissions.ts'

const { resources } = await openModules(readConfig({}))
const routes = resources.flatMap((resource) => resource.routes)

test('routes use every permission of the catalogue, so that none promises what does not exist', () => {
  const used = new Set<string | undefined>(
    routes.flatMap(({ spec }) => [spec.can, spec.worker, spec.elsewhere]),
  )
  expect(allPermissions.filter((permission) => !used.has(permission))).toEqual([])
})

test('routes have stable names and paths of their own', () => {
  const names = routes.map((route) => route.operation)
  expect(new Set(names).size).toBe(names.length)
  const paths = routes.map((route) => `${route.method} ${route.path}`)
  expect(new Set(paths).size).toBe(paths.length)
})

test('routes take and give named shapes, so that a generated client has types for them', () => {
  const unnamed = routes.flatMap(({ operation, spec }) =>
    [spec.body, spec.of].filter((schema) => schema && !isNamed(schema)).map(() => operation),
  )
  expect(unnamed.filter((operation) => !mayBeUnnamed.includes(operation))).toEqual([])
})

test('routes are of resources that say once what they are about', () => {
  const described = resources.filter(({ about }) => about).map(({ tag }) => tag)
  expect(described.toSorted()).toEqual([...new Set(resources.map(({ tag }) => tag))].toSorted())
})

test('routes explain every field that they take or give', () => {
  const silent = routes.flatMap(({ operation, spec }) =>
    [spec.body, spec.of].flatMap((schema) => undescribed(schema, operation)),
  )
  expect([...new Set(silent)]).toEqual([])
})

/** Paths of the fields of a schema that say nothing of themselves, those of nested objects included. */
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

/** Objects whose fields the API does not fix: what a browser is to be given. */
const mayBeUnnamed = ['passkeys.beginCreate', 'auth.passkey.beginSignIn']

/** Whether a schema is a named shape, a list of them, one of several or no object at all. */
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
