import { readFileSync } from 'node:fs'
import { join } from 'node:path'
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
  test('a domain reaches rows through its context alone, never by the database or its pool', () => {
    const direct =
      /platform\.(database|pool)\b|\{.*\b(database|pool)\b.*\} = .*platform\b|platform: \{.*\b(database|pool)\b/
    expect(domains.filter(({ text }) => direct.test(text)).map(({ path }) => path)).toEqual([
      'modules/background/domains/workers/principal.ts', // one statement finds a worker and notes that it called
      'modules/integrations/domains/api_keys/key_usage.ts', // counts of all keys, written beside any request
    ])
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
