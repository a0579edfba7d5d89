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

/** Names of domains that the platform has a use of its own for: in these files, or in all of them. */
const ownWords: { word: string; in?: RegExp; because: string }[] = [
  { word: 'account', because: 'what a tenant is; all that belongs to one says so' },
  { word: 'user', because: 'a kind of actor; of PostgreSQL and of machines too' },
  { word: 'worker', because: 'a kind of actor, which takes jobs' },
  { word: 'api_key', in: /^(auth|http|kernel|db)\//, because: 'a kind of actor' },
  {
    word: 'impersonation',
    in: /^(http\/admission|cable\/connection|kernel\/(actor|errors)|db\/audit)\.ts$/,
    because: 'a kind of actor',
  },
  {
    word: 'webhook',
    in: /^kernel\/audit_entry\.ts$/,
    because: 'a kind of source of audit entries',
  },
  { word: 'webhook', in: /^http\/(openapi|documents)\.ts$/, because: 'a keyword of OpenAPI' },
  { word: 'job', because: 'what the queue holds' },
  { word: 'role', because: 'holds permissions; of PostgreSQL too' },
  {
    word: 'role_permission',
    in: /^(auth\/catalogue|kernel\/permissions)\.ts$/,
    because: 'as role',
  },
  { word: 'mail', because: 'what sendMail sends' },
  { word: 'notification', because: 'what tx.notify tells; of PostgreSQL too' },
  { word: 'setting', because: 'what an administrator changes while the server runs' },
  {
    word: 'admin_setting',
    in: /^(settings\/settings|http\/admission)\.ts$/,
    because: 'the table of the settings, and the permission to end maintenance',
  },
  { word: 'audit_log', in: /^(audit|db)\//, because: 'the trail that tx.audit writes' },
  {
    word: 'health',
    in: /^(http\/|module\.ts|health\.ts)/,
    because: 'whether this server can be used',
  },
  { word: 'backup', in: /^(backup|db)\//, because: 'a copy of the database' },
  {
    word: 'rate_limiting',
    in: /^(http\/limits|platform)\.ts$/,
    because: 'the switch of the limits, in the environment and in the database',
  },
  { word: 'session', in: /^(db|backup)\//, because: 'one of PostgreSQL' },
  { word: 'subscription', in: /^(cable\/|gauges\.ts)/, because: 'one of /cable' },
  {
    word: 'service',
    in: /^(cable\/(connection|protocol)|http\/operations|kernel\/(errors|fail))\.ts$/,
    because: 'service_unavailable, as HTTP has it',
  },
  { word: 'plan', in: /^jobs\/schema\.ts$/, because: 'what pg-boss calls its migrations' },
]

/** Tables of domains that the platform reads or writes itself. */
const ownTables: Record<string, string[]> = {
  accounts: ['audit/verify.ts', 'http/admission.ts', 'http/limit_usage.ts'],
  roles: ['auth/catalogue.ts'],
  role_permissions: ['auth/catalogue.ts'],
  mails: ['mail/mail.ts'],
  admin_settings: ['settings/settings.ts'],
  rate_limiting: ['http/limits.ts'],
}

test('the platform speaks of no domain', () => {
  const names = [...domains.map(({ name }) => name), ...tables].map(singularOf)
  const spoken = platform.flatMap(({ path, text }) => {
    const said = wordsOf(text)
    const foreign = [...new Set(names)].filter(
      (name) => says(said, name) && !ownWords.some((own) => isOwn(own, name, path)),
    )
    return foreign.map((name) => `${path} speaks of ${name}`)
  })
  expect(spoken).toEqual([])
})

test('the platform queries no table of a domain but the few that are its own as well', () => {
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

test('no exception is left over', () => {
  const unused = ownWords.filter(
    (own) =>
      !platform.some(
        ({ path, text }) => (own.in?.test(path) ?? true) && says(wordsOf(text), own.word),
      ),
  )
  expect(unused).toEqual([])
})

/** All words of a text in small letters, those inside names apart: `apiKeyId` is `api key id`. */
function wordsOf(text: string): string {
  const apart = text.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/[^A-Za-z\d]+/g, ' ')
  return ` ${apart.toLowerCase()} `
}

/** Whether the words of a text have a name, in the singular or the plural. */
function says(said: string, name: string): boolean {
  const word = name.replaceAll('_', ' ')
  return [word, `${word}s`, word.replace(/y$/, 'ies')].some((form) => said.includes(` ${form} `))
}

function isOwn(own: (typeof ownWords)[number], name: string, path: string): boolean {
  return own.word === name && (own.in?.test(path) ?? true)
}

/** Tables of domains that a file names to Kysely or in SQL. */
function tablesIn(text: string): string[] {
  const built = text.matchAll(/\b(?:\w+(?:From|Into|Table|Join)|own)\(\s*['`](\w+)/g)
  const written = text.matchAll(/\b(?:from|join|into|update) (\w+)/g)
  return [...built, ...written].map(([, table = '']) => table).filter((name) => tables.has(name))
}
