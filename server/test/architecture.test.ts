import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { describe, expect, test } from 'vitest'
import { settings } from '../config.ts'
import { loadModules } from '../modules.ts'
import { cyclesOf } from './cycles.ts'
import { importsOf, isTest, root, sources } from './sources.ts'

const isWeb = (path: string) => /^(modules|extensions)\/\w+\/domains\/\w+\/web\//.test(path)
const moduleOf = (path: string) => path.split('/')[1] ?? ''
const isHandler = (path: string) => path.endsWith('/handlers.ts')

const MAX_LINES = 300

const domains = sources.filter(
  ({ path }) => /^(modules|extensions)\/\w+\/domains\//.test(path) && !isTest(path) && !isWeb(path),
)

/** The required modules: each may use those before it. */
const order = [
  'identity',
  'messaging',
  'integrations',
  'audit',
  'background',
  'monitoring',
  'administration',
  'files',
  'content',
]

describe('imports go in one direction', () => {
  test('no file imports itself through others, including type imports', () => {
    expect(cyclesOf(sources)).toEqual([])
  })

  test('the kernel of the platform imports only itself and the contract', () => {
    const kernel = sources.filter(({ path }) => path.startsWith('server/platform/kernel/'))
    expect(kernel.length).toBeGreaterThan(0)
    expect(importsOf(kernel, /^(?!server\/platform\/kernel\/|contract\/)/)).toEqual([])
  })

  test('the platform imports no module, and the server imports neither worker nor web app', () => {
    const platform = sources.filter(
      ({ path }) => path.startsWith('server/platform/') && !isTest(path),
    )
    expect(importsOf(platform, /^(modules|server\/(app|main))/)).toEqual([])
    const server = sources.filter(({ path }) => path.startsWith('server/'))
    expect(importsOf(server, /^(worker|web|bin)\//)).toEqual([])
    const product = server.filter(({ path }) => !isTest(path))
    expect(importsOf(product, /^acceptance\//)).toEqual([])
  })

  test('optional modules are loaded by name, in one file of the server and one of the worker', () => {
    const loaders = sources.filter(
      ({ path, text }) => !isTest(path) && /import\((?!['"])/.test(text),
    )
    expect(loaders.map(({ path }) => path).sort()).toEqual([
      'server/modules.ts',
      'server/platform/db/postgres_process.ts', // the PostgreSQL for this platform
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

  test('a module imports only itself and modules below it; its handlers import only contract and worker', () => {
    const modules = sources.filter(
      ({ path }) => /^(modules|extensions)\//.test(path) && !isTest(path),
    )
    for (const source of modules.filter(({ path }) => !isWeb(path))) {
      const [, name = ''] = source.path.split('/')
      const below = order.includes(name) ? order.slice(0, order.indexOf(name)) : order
      const server = `server/(platform|config)|modules/(${[...below, name].join('|')})|extensions/${name}`
      const may = isHandler(source.path) ? `worker|(modules|extensions)/${name}` : server
      expect(importsOf([source], new RegExp(`^(?!(${may}|contract)(/|\\.|$))`))).toEqual([])
    }
  })

  test('worker, web app and acceptance tests import only the contract', () => {
    const outside = sources.filter(({ path }) => /^(worker|web|acceptance)\//.test(path))
    for (const own of ['worker', 'web', 'acceptance']) {
      const files = outside.filter(({ path }) => path.startsWith(`${own}/`))
      expect(importsOf(files, new RegExp(`^(?!${own}/|contract/)`))).toEqual([])
    }
  })

  test('the web app names no module or domain: their features are found by path', () => {
    const naming = sources.filter(
      ({ path, text }) =>
        path.startsWith('web/src/') && !isTest(path) && /(modules|extensions)\//.test(text),
    )
    expect(naming.map(({ path }) => path)).toEqual([
      'web/src/app/features.ts', // looks for web/feature.tsx in every domain
      'web/src/app/home/parts.ts', // looks for web/home.ts
      'web/src/app/palette/allRecords.ts', // looks for web/records.ts in every domain
      'web/src/ui/activity/activities.ts', // looks for web/activity.ts
      'web/src/ui/states/states.ts', // looks for web/states.ts
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
  test('is read in one place, and passed to child processes by `up`', () => {
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

  test('.env.example means the same to a shell as to Powernode', () => {
    const text = readFileSync(join(root, '.env.example'), 'utf8')
    const settingsOnly = text.replace(/^# ?(?=[A-Z_]+=)/gm, '')
    const script = 'set -aeu; eval "$1"; env -0'
    const read = spawnSync('env', ['-i', '/bin/sh', '-c', script, 'sh', settingsOnly], {
      encoding: 'utf8',
    })
    expect(read.stderr).toBe('')
    const seen = Object.fromEntries(
      read.stdout.split('\0').flatMap((line) => {
        const [name = '', ...rest] = line.split('=')
        return /^[A-Z]/.test(name) && name !== 'PWD' ? [[name, rest.join('=')]] : []
      }),
    )
    expect(seen).toEqual({ ...parseEnv(settingsOnly) })
  })

  test('is completely described in .env.example', async () => {
    const described = readFileSync(join(root, '.env.example'), 'utf8').matchAll(
      /^#? ?([A-Z0-9_]+)=/gm,
    )
    const names = [...described].map(([, name]) => name)
    const loaded = await loadModules([...new Set(domains.map(({ path }) => moduleOf(path)))])
    const declared = loaded.flatMap((module) =>
      module.domains.map(({ environment }) => environment),
    )
    const all = Object.assign({ BACKEND_API_URL: 0, WORKER_CONCURRENCY: 0 }, settings, ...declared)
    const known = Object.keys(all)
    expect(names.sort()).toEqual(known.sort())
  })
})

describe('tenant isolation', () => {
  test('a domain accesses rows only through its context, never with the database or its pool', () => {
    const direct =
      /platform\.(database|pool)\b|\{.*\b(database|pool)\b.*\} = .*platform\b|platform: \{.*\b(database|pool)\b/
    expect(domains.filter(({ text }) => direct.test(text)).map(({ path }) => path)).toEqual([
      'modules/background/domains/workers/principal.ts', // one statement finds a worker and records its request
      'modules/integrations/domains/api_keys/key_usage.ts', // counts of all keys, written outside requests
    ])
  })

  test('the SQL text of a domain does not write', () => {
    const writing = domains.filter(({ text }) =>
      /sql[^`]*`[^`]*\b(insert into|update \w+ set|delete from)\b/i.test(text),
    )
    expect(writing.map(({ path }) => path)).toEqual([])
  })
})

describe('a domain', () => {
  test('writes only its own tables, and calls functions of other domains', async () => {
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

  test('leaves responses to platform/http', () => {
    const replying = domains.filter(({ text }) =>
      /reply\.(send|code|status)\(|success: (true|false)/.test(text),
    )
    expect(replying.map(({ path }) => path)).toEqual([])
  })
})

describe('files', () => {
  test(`have at most ${MAX_LINES} lines`, () => {
    const long = sources.filter(({ path, text }) => !generated(path) && lines(text) > MAX_LINES)
    expect(long.map(({ path, text }) => `${path}: ${lines(text)}`)).toEqual([])
  })

  test('have a median of at most 100 lines', () => {
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
    // The guards repeat titles for many routes, each in its own describe.
    expect(repeated.filter((line) => !line.startsWith('server/test/guards'))).toEqual([])
  })
})

/** The tables that a file writes: with `own()`, or with Kysely's query builders. */
function tablesWritten(text: string): string[] {
  const own = text.matchAll(/\.own\(\s*'(\w+)'\s*\)\s*\.(?:insert|update|delete)\(/g)
  const built = text.matchAll(
    /\.(?:insertInto|replaceInto|updateTable|deleteFrom|mergeInto)\(\s*'(\w+)/g,
  )
  return [...own, ...built].map(([, table = '']) => table)
}

function lines(text: string) {
  return text.split('\n').length
}

function generated(path: string) {
  return (
    path === 'server/platform/db/rows.ts' ||
    path === 'contract/names.ts' ||
    path.includes('/generated/') ||
    path.endsWith('.stub.d.ts')
  )
}
