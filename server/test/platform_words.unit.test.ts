import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadModules } from '../modules.ts'
import { singularOf } from '../platform/kernel/nouns.ts'
import { isTest, root, sources } from './sources.ts'

const FOLDER = 'server/platform/'
const platform = sources
  .filter(({ path }) => path.startsWith(FOLDER) && !isTest(path))
  .map(({ path, text }) => ({ path: path.slice(FOLDER.length), text }))
  .filter(({ path }) => path !== 'db/rows.ts') // generated

const isModule = (name: string) => existsSync(join(root, 'modules', name, 'module.ts'))
const modules = await loadModules(readdirSync(join(root, 'modules')).filter(isModule))
const domains = modules.flatMap((module) => module.domains)
const tables = new Set<string>(domains.flatMap(({ tables = [] }) => tables))

/** Names of domains that the platform uses with its own meaning, in these files or in all. */
const ownWords: { word: string; in?: RegExp; because: string }[] = [
  { word: 'account', because: 'the tenant' },
  { word: 'user', because: 'a kind of actor; also in PostgreSQL and operating systems' },
  { word: 'worker', because: 'a kind of actor, which leases jobs' },
  { word: 'api_key', in: /^(auth|http|kernel|db)\//, because: 'a kind of actor' },
  {
    word: 'impersonation',
    in: /^(http\/admission|cable\/connection|kernel\/(actor|errors)|db\/audit)\.ts$/,
    because: 'a kind of actor',
  },
  {
    word: 'webhook',
    in: /^kernel\/audit_entry\.ts$/,
    because: 'a source of audit entries',
  },
  { word: 'webhook', in: /^http\/(openapi|documents)\.ts$/, because: 'a keyword of OpenAPI' },
  { word: 'job', because: 'the content of the queue' },
  { word: 'role', because: 'a set of permissions; also in PostgreSQL' },
  {
    word: 'role_permission',
    in: /^(auth\/catalogue|kernel\/permissions)\.ts$/,
    because: 'as role',
  },
  { word: 'mail', because: 'what sendMail sends' },
  { word: 'notification', because: 'what tx.notify sends; also in PostgreSQL' },
  { word: 'report', because: 'a verb; also what a verification found' },
  { word: 'setting', because: 'what administrators change at run time' },
  {
    word: 'admin_setting',
    in: /^(settings\/settings|http\/admission)\.ts$/,
    because: 'the table of the settings, and the permission to end maintenance',
  },
  { word: 'audit_log', in: /^(audit|db)\//, because: 'the trail that tx.audit writes' },
  {
    word: 'health',
    in: /^(http\/|module\.ts|health\.ts)/,
    because: 'the status of this server',
  },
  { word: 'backup', in: /^((backup|db)\/|module\.ts)/, because: 'a copy of the database' },
  {
    word: 'rate_limiting',
    in: /^(http\/limits|platform)\.ts$/,
    because: 'enables the limits, in the environment and in the database',
  },
  { word: 'session', in: /^(db|backup)\//, because: 'a session of PostgreSQL' },
  { word: 'subscription', in: /^(cable\/|gauges\.ts)/, because: 'a subscription to /cable' },
  {
    word: 'service',
    in: /^(cable\/(connection|protocol)|http\/operations|kernel\/(errors|fail))\.ts$/,
    because: 'service_unavailable, as HTTP has it',
  },
  { word: 'file', because: 'what disks, downloads and forms have' },
  {
    word: 'storage',
    in: /^(crypto\/(passwords|vault)|db\/outages|http\/(operations|outages)|kernel\/errors)\.ts$/,
    because: 'what the database has: storage_unavailable',
  },
  { word: 'storage', in: /^crypto\/passwords\.ts$/, because: 'the title of a document of OWASP' },
  { word: 'upload', because: 'a body that is read as a stream' },
  { word: 'page', because: 'a part of a list, and what a browser shows' },
  { word: 'plan', in: /^jobs\/schema\.ts$/, because: 'what pg-boss calls its migrations' },
]

/** Tables of domains that the platform reads or writes itself. */
const ownTables: Record<string, string[]> = {
  accounts: ['audit/verify.ts', 'http/admission.ts', 'http/limit_usage.ts', 'jobs/console.ts'],
  roles: ['auth/catalogue.ts'],
  role_permissions: ['auth/catalogue.ts'],
  mails: ['mail/mail.ts'],
  admin_settings: ['settings/settings.ts'],
  rate_limiting: ['http/limits.ts'],
}

test('the platform does not mention domains', () => {
  const names = [...domains.map(({ name }) => name), ...tables].map(singularOf)
  const mentions = platform.flatMap(({ path, text }) => {
    const words = wordsOf(text)
    const foreign = [...new Set(names)].filter(
      (name) => mentionsWord(words, name) && !ownWords.some((own) => isOwn(own, name, path)),
    )
    return foreign.map((name) => `${path} mentions ${name}`)
  })
  expect(mentions).toEqual([])
})

test('the platform queries no tables of domains, except those listed', () => {
  const queried = platform.flatMap(({ path, text }) =>
    [...new Set(tablesIn(text))].map((table) => ({ table, path })),
  )
  const foreign = queried.filter(({ table, path }) => !ownTables[table]?.includes(path))
  expect(foreign).toEqual([])
  const needed = Object.entries(ownTables).flatMap(([table, paths]) =>
    paths.map((path) => ({ table, path })),
  )
  expect(queried).toEqual(expect.arrayContaining(needed))
})

test('every listed exception is used', () => {
  const unused = ownWords.filter(
    (own) =>
      !platform.some(
        ({ path, text }) => (own.in?.test(path) ?? true) && mentionsWord(wordsOf(text), own.word),
      ),
  )
  expect(unused).toEqual([])
})

/** All words of a text in lower case, with names split: `apiKeyId` becomes `api key id`. */
function wordsOf(text: string): string {
  const apart = text.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/[^A-Za-z\d]+/g, ' ')
  return ` ${apart.toLowerCase()} `
}

/** Whether the words of a text contain a name, in the singular or plural. */
function mentionsWord(words: string, name: string): boolean {
  const word = name.replaceAll('_', ' ')
  return [word, `${word}s`, word.replace(/y$/, 'ies')].some((form) => words.includes(` ${form} `))
}

function isOwn(own: (typeof ownWords)[number], name: string, path: string): boolean {
  return own.word === name && (own.in?.test(path) ?? true)
}

/** Tables of domains that a file uses with Kysely or in SQL. */
function tablesIn(text: string): string[] {
  const built = text.matchAll(/\b(?:\w+(?:From|Into|Table|Join)|own)\(\s*['`](\w+)/g)
  const written = text.matchAll(/\b(?:from|join|into|update) (\w+)/g)
  return [...built, ...written].map(([, table = '']) => table).filter((name) => tables.has(name))
}
