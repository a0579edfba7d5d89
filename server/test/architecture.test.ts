import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openModules } from '../app.ts'
import { readConfig, settings } from '../config.ts'
import { loadModules } from '../modules.ts'
import { allPermissions } from '../platform/kernel/permissions.ts'
import { cyclesOf } from './cycles.ts'
import { mayCrossAccounts } from './exceptions.ts'
import { importsOf, isTest, root, sources } from './sources.ts'

const isWeb = (path: string) => /^(modules|extensions)\/\w+\/domains\/\w+\/web\//.test(path)
const moduleOf = (path: string) => path.split('/')[1] ?? ''
const isHandler = (path: string) => path.endsWith('/handlers.ts')

const { resources } = await openModules(readConfig({}))
const MAX_LINES = 300

const domains = sources.filter(
  ({ path }) => /^(modules|extensions)\/\w+\/domains\//.test(path) && !isTest(path) && !isWeb(path),
)

/** The modules that are always there: each may use those before it. */
const order = [
  'identity',
  'messaging',
  'integrations',
  'audit',
  'background',
  'monitoring',
  'administration',
]

describe('imports flow one way', () => {
  test('no file imports itself through others, not even for a type', () => {
    expect(cyclesOf(sources)).toEqual([])
  })

  test('the kernel of the platform uses itself and the contract, nothing else of ours', () => {
    const kernel = sources.filter(({ path }) => path.startsWith('server/platform/kernel/'))
    expect(kernel.length).toBeGreaterThan(0)
    expect(importsOf(kernel, /^(?!server\/platform\/kernel\/|contract\/)/)).toEqual([])
  })

  test('the platform knows no module, and nothing in the server knows the worker or the web app', () => {
    const platform = sources.filter(
      ({ path }) => path.startsWith('server/platform/') && !isTest(path),
    )
    expect(importsOf(platform, /^(modules|server\/(app|main))/)).toEqual([])
    const server = sources.filter(({ path }) => path.startsWith('server/'))
    expect(importsOf(server, /^(worker|web|bin)\//)).toEqual([])
    const product = server.filter(({ path }) => !isTest(path))
    expect(importsOf(product, /^acceptance\//)).toEqual([])
  })

  test('modules that others can be without are loaded by name, by one file of the server and one of the worker', () => {
    const loaders = sources.filter(
      ({ path, text }) => !isTest(path) && /import\((?!['"])/.test(text),
    )
    expect(loaders.map(({ path }) => path).sort()).toEqual([
      'server/modules.ts',
      'server/platform/db/postgres_process.ts', // the PostgreSQL of this machine's kind
      'worker/catalogue.ts',
    ])
    const others = sources.filter(({ path }) => !/^(modules\/business|extensions|web)\//.test(path))
    expect(
      importsOf(
        others.filter(({ path }) => !isTest(path)),
        /^(extensions|modules\/business)\//,
      ),
    ).toEqual([])
  })

  test('a module uses those below it and itself; what its worker does sees only contract and worker', () => {
    const modules = sources.filter(
      ({ path }) => /^(modules|extensions)\//.test(path) && !isTest(path),
    )
    for (const source of modules.filter(({ path }) => !isWeb(path))) {
      const [, name = ''] = source.path.split('/')
      const below = order.includes(name) ? order.slice(0, order.indexOf(name)) : order
      const server = `server/(platform|config)|modules/(${[...below, name].join('|')})|extensions/${name}`
      const may = isHandler(source.path) ? `worker|modules/${name}` : server
      expect(importsOf([source], new RegExp(`^(?!(${may}|contract)(/|\\.|$))`))).toEqual([])
    }
  })

  test('worker, web app and acceptance suite see only the contract', () => {
    const outside = sources.filter(({ path }) => /^(worker|web|acceptance)\//.test(path))
    for (const own of ['worker', 'web', 'acceptance']) {
      const files = outside.filter(({ path }) => path.startsWith(`${own}/`))
      expect(importsOf(files, new RegExp(`^(?!${own}/|contract/)`))).toEqual([])
    }
  })

  test('the web app names no module and no domain: what they bring is found by its path', () => {
    const naming = sources.filter(
      ({ path, text }) =>
        path.startsWith('web/src/') && !isTest(path) && /(modules|extensions)\//.test(text),
    )
    expect(naming.map(({ path }) => path)).toEqual([
      'web/src/app/features.ts', // looks for web/feature.tsx in every domain
    ])
  })

  test('pages of one domain never import those of another', () => {
    const across = sources
      .filter(({ path }) => isWeb(path))
      .flatMap((source) => {
        const own = source.path.replace(/\/web\/.*/, '/web/')
        return importsOf([source], new RegExp(`^(?!web/src/|contract/|${own})`))
      })
    expect(across).toEqual([])
  })
})

describe('the environment', () => {
  test('is read in one place, and handed to children by `up`', () => {
    const readers = sources.filter(({ path, text }) => {
      return (
        text.includes('process.env') && !isTest(path) && /^(server|worker|bin|contract)/.test(path)
      )
    })
    expect(readers.map(({ path }) => path).sort()).toEqual([
      'bin/commands/up.ts',
      'contract/environment.ts',
    ])
  })

  test('is described whole in .env.example', () => {
    const described = readFileSync(join(root, '.env.example'), 'utf8').matchAll(/^#? ?([A-Z_]+)=/gm)
    const names = [...described].map(([, name]) => name)
    const known = [...Object.keys(settings), 'BACKEND_API_URL', 'WORKER_CONCURRENCY']
    expect(names.sort()).toEqual(known.sort())
  })
})

describe('tenant isolation', () => {
  test('only the listed files reach across accounts', () => {
    const crossing = domains.filter(({ text }) =>
      /acrossAccounts\(|platform\.(database|pool)/.test(text),
    )
    expect(crossing.map(({ path }) => path).sort()).toEqual(Object.keys(mayCrossAccounts).sort())
  })

  test('a domain’s SQL text writes nothing', () => {
    const writing = domains.filter(({ text }) =>
      /sql[^`]*`[^`]*\b(insert into|update \w+ set|delete from)\b/i.test(text),
    )
    expect(writing.map(({ path }) => path)).toEqual([])
  })
})

describe('a domain', () => {
  test('writes its own tables alone, and calls the functions of others', async () => {
    const loaded = await loadModules([...new Set(domains.map(({ path }) => moduleOf(path)))])
    const tables = new Map<string, string[]>(
      loaded.flatMap((module) =>
        module.domains.map(({ name, tables = [] }) => [`${module.name}/domains/${name}`, tables]),
      ),
    )
    const foreign = domains.flatMap(({ path, text }) => {
      const folder = path.split('/').slice(1, 4).join('/')
      return tablesWritten(text)
        .filter((table) => !tables.get(folder)?.includes(table))
        .map((table) => `${path} writes ${table}`)
    })
    expect(foreign).toEqual([])
  })

  test('leaves replying to platform/http', () => {
    const replying = domains.filter(({ text }) =>
      /reply\.(send|code|status)\(|success: (true|false)/.test(text),
    )
    expect(replying.map(({ path }) => path)).toEqual([])
  })
})

describe('routes', () => {
  const routes = resources.flatMap((resource) => resource.routes)

  test('use every permission of the catalogue, so that none promises what does not exist', () => {
    const used = new Set<string | undefined>(
      routes.flatMap(({ spec }) => [spec.can, spec.worker, spec.elsewhere]),
    )
    expect(allPermissions.filter((permission) => !used.has(permission))).toEqual([])
  })

  test('have stable names and paths of their own', () => {
    const names = routes.map((route) => route.operation)
    expect(new Set(names).size).toBe(names.length)
    const paths = routes.map((route) => `${route.method} ${route.path}`)
    expect(new Set(paths).size).toBe(paths.length)
  })

  test('take and give named shapes, so that a generated client has types for them', () => {
    const unnamed = routes.flatMap(({ operation, spec }) =>
      [spec.body, spec.of].filter((schema) => schema && !isNamed(schema)).map(() => operation),
    )
    expect(unnamed.filter((operation) => !mayBeUnnamed.includes(operation))).toEqual([])
  })

  test('are of resources that say once what they are about', () => {
    const described = resources.filter(({ about }) => about).map(({ tag }) => tag)
    expect(described.toSorted()).toEqual([...new Set(resources.map(({ tag }) => tag))].toSorted())
  })

  test('explain every field that they take or give', () => {
    const silent = routes.flatMap(({ operation, spec }) =>
      [spec.body, spec.of].flatMap((schema) => undescribed(schema, operation)),
    )
    expect([...new Set(silent)]).toEqual([])
  })
})

describe('files', () => {
  test(`have at most ${MAX_LINES} lines`, () => {
    const long = sources.filter(({ path, text }) => !generated(path) && lines(text) > MAX_LINES)
    expect(long.map(({ path, text }) => `${path}: ${lines(text)}`)).toEqual([])
  })

  test('have half of them under 100 lines', () => {
    const counts = sources.filter(({ path }) => !generated(path)).map(({ text }) => lines(text))
    const sorted = counts.sort((a, b) => a - b)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(100)
  })

  test('name their tests uniquely', () => {
    const repeated = sources
      .filter(({ path }) => isTest(path))
      .flatMap(({ path, text }) => {
        const names = [...text.matchAll(/\btest\(\s*(['"`])(.+?)\1,/g)].map(([, , name]) => name)
        return names
          .filter((name, index) => names.indexOf(name) !== index)
          .map((name) => `${path}: ${name}`)
      })
    // The guards say the same of many routes, each in a describe of its own.
    expect(repeated.filter((line) => !line.startsWith('server/test/guards'))).toEqual([])
  })
})

/** The tables that a file writes: through `own()`, or by one of Kysely's builders. */
function tablesWritten(text: string): string[] {
  const own = text.matchAll(/\.own\(\s*'(\w+)'\s*\)\s*\.(?:insert|update|delete)\(/g)
  const built = text.matchAll(
    /\.(?:insertInto|replaceInto|updateTable|deleteFrom|mergeInto)\(\s*'(\w+)/g,
  )
  return [...own, ...built].map(([, table = '']) => table)
}

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

function lines(text: string) {
  return text.split('\n').length
}

function generated(path: string) {
  return (
    path === 'server/platform/db/rows.ts' ||
    path.startsWith('contract/generated/') ||
    path.endsWith('.stub.d.ts')
  )
}
