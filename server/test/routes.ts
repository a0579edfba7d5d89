import { sql } from 'kysely'
import { openModules } from '../app.ts'
import { readConfig } from '../config.ts'
import { isOpen, type Route } from '../platform/http/route.ts'
import type { Platform } from '../platform/kernel/platform.ts'
import type { Client, TestResponse } from './world.ts'

const { resources, optional } = await openModules(readConfig())

/** Whether the tests run with the business extension or without extensions. */
export const withBusiness = optional.includes('business')

/** All routes, for tests that cover every route. */
export const named = resources
  .flatMap((resource) => resource.routes)
  .map((route) => ({ route, name: `${route.method} ${route.path}` }))

export const guarded = named.filter(({ route }) => !isOpen(route.spec))

/** An id that no record has. */
export const UNKNOWN = '019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90'

/** Calls a route with an id or token in its path, and by default with the example body of its documentation. */
export function send(
  client: Client,
  route: Route,
  id = UNKNOWN,
  body?: unknown,
): Promise<TestResponse> {
  const path = route.path.replace('/api/v1', '').replace(':version', '1').replace(/:\w+/g, id)
  if (route.method === 'GET') return client.get(`${path}?${requiredQuery(route)}`)
  if (route.method === 'DELETE') return client.delete(path)
  if (route.kind === 'upload') return sendBytes(client, route, path)
  const method = route.method.toLowerCase() as 'post' | 'put' | 'patch'
  return client[method](path, body ?? (route.spec.body ? exampleBody(route) : undefined))
}

/** Calls an upload with bytes of the first type that it accepts. */
export function sendBytes(
  client: Client,
  { method, spec: { types = [] } }: Route,
  path: string,
  headers: Record<string, string> = {},
): Promise<TestResponse> {
  const all = { 'content-type': types[0] ?? '', ...headers }
  return method === 'PATCH' ? client.patch(path, 'text', all) : client.post(path, 'text', all)
}

const DAY_MS = 86_400_000

/** What the query must have: the start and the end of a range that includes now, and so the examples, or a text. */
export function requiredQuery({ spec: { requires = [], query = {} } }: Route): string {
  const values = requires.map((name, index) => {
    const { format, examples = [] } = query[name] as { format?: string; examples?: unknown[] }
    if (format === 'text') return [name, String(examples[0])]
    return [name, new Date(Date.now() + (index === 0 ? -DAY_MS : DAY_MS)).toISOString()]
  })
  return new URLSearchParams(values).toString()
}

/** The smallest body from the examples in the documentation. */
export function exampleBody(route: Route): Record<string, unknown> {
  const { properties = {}, required = [] } = (route.spec.body ?? {}) as {
    properties?: Record<string, { examples?: unknown[]; minimum?: number }>
    required?: string[]
  }
  const names = required.length > 0 ? required : Object.keys(properties).slice(0, 1)
  return Object.fromEntries(
    names.map((name) => [
      name,
      properties[name]?.examples?.[0] ?? properties[name]?.minimum ?? 'text',
    ]),
  )
}

/** The number of rows in each table, except for one that is written later from memory. */
export async function rowCounts({ database }: Platform) {
  const { rows } = await sql<{ counts: Record<string, number> }>`
    select jsonb_object_agg(t.relname, (xpath('/row/c/text()',
      query_to_xml('select count(*) as c from ' || quote_ident(t.relname), false, true, '')))[1]::text) as counts
    from pg_class t where t.relnamespace = 'public'::regnamespace and t.relkind = 'r'
      and t.relname <> 'api_key_usage'`.execute(database)
  return rows[0]?.counts
}
