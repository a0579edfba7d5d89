import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { writeClientTypes } from '@powernode/contract/client_types.ts'
import {
  type CommittedDocument,
  committedFiles,
  type DocumentName,
  filesOf,
} from '@powernode/contract/openapi.ts'
import { sql } from 'kysely'
import { buildApp, openModules } from './app.ts'
import { type Config, readConfig } from './config.ts'
import { createLog, migrateOnce } from './main.ts'
import { auditActions } from './platform/audit/classification.ts'
import { withReference } from './platform/cable/reference.ts'
import { type Database, openDatabase } from './platform/db/database.ts'
import { dumpSchema } from './platform/db/dump.ts'
import { startEmbedded } from './platform/db/embedded.ts'
import { allPermissions } from './platform/kernel/permissions.ts'
import { openPlatform } from './platform/platform.ts'
import { withTable } from './test/credential_table.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '..')
const documentNames = ['public', 'internal'] satisfies DocumentName[]

/** The committed files of the OpenAPI documents. */
export const committedDocuments = () => documentNames.flatMap(committedFiles)

/** The generated files by path: `npm run generate` writes them, and the drift test compares them. */
export async function generateFiles(databaseUrl: string): Promise<Map<string, string>> {
  const { db } = openDatabase(databaseUrl, 2)
  const files = new Map([
    [join(root, 'server/platform/db/schema.sql'), await dumpSchema(db as never)],
    [
      join(root, 'server/platform/db/rows.ts'),
      (await rowTypes(db, databaseUrl)) + (await columnNames(db)),
    ],
  ])
  await db.destroy()

  const documents = await openapi(readConfig({ LOG_LEVEL: 'silent' }), databaseUrl)
  for (const name of documentNames) {
    for (const [path, text] of filesOf(documents[name] as CommittedDocument, name))
      files.set(path, text)
  }
  files.set(join(root, 'contract/names.ts'), await names())
  const security = join(root, 'docs/security.md')
  files.set(security, withTable(await readFile(security, 'utf8')))
  files.set(join(root, 'docs/cable.md'), await cableReference())
  return files
}

/** The permissions and audited actions, for programs that do not load the domains. */
async function names() {
  await openModules(readConfig({}))
  return `// Written by \`npm run generate\`.

/** Every permission. Modules in \`extensions/\` add theirs by declaration merging. */
export interface PermissionNames {
${namesIn(allPermissions)}}

export type Permission = keyof PermissionNames

/** Every action of the audit log. Modules in \`extensions/\` add theirs by declaration merging. */
export interface AuditActionNames {
${namesIn(auditActions())}}

export type AuditAction = keyof AuditActionNames
`
}

const namesIn = (names: string[]) =>
  names
    .toSorted()
    .map((name) => `  '${name}': true\n`)
    .join('')

async function cableReference() {
  const { channels } = await openModules(readConfig({}))
  return withReference(await readFile(join(root, 'docs/cable.md'), 'utf8'), channels)
}

/** The OpenAPI documents of a server with this configuration. */
export async function openapi(config: Config, databaseUrl: string) {
  const composition = await openModules(config)
  const platform = await openPlatform(
    config,
    databaseUrl,
    Buffer.alloc(32),
    createLog(config),
    composition,
  )
  const app = await buildApp(platform)
  await app.ready()
  const documents = app.documents()
  await app.close()
  await platform.close()
  return documents
}

/**
 * The types of the rows of these tables. Columns with `CHECK (x IN (…))` become unions of these values, jsonb a
 * dictionary, bigint a number.
 */
export async function rowTypes(db: Database, databaseUrl: string, tables = '*'): Promise<string> {
  const { rows } = await sql<{
    column: string
    choices: string[]
    optional: boolean
    nullable: boolean
  }>`
    select t.relname || '.' || a.attname as column, a.atthasdef as optional,
      not a.attnotnull as nullable,
      array(select m[1] from regexp_matches(pg_get_constraintdef(k.oid), '''([^'']+)''::text', 'g') m) as choices
    from pg_constraint k
    join pg_class t on t.oid = k.conrelid
    join pg_attribute a on a.attrelid = t.oid and a.attnum = k.conkey[1]
    where k.contype = 'c' and t.relnamespace = 'public'::regnamespace and cardinality(k.conkey) = 1
      and pg_get_constraintdef(k.oid) ~ '= ANY \\(ARRAY'`.execute(db)
  const columns = Object.fromEntries(
    rows.map(({ column, choices, optional, nullable }) => {
      const words = choices.map((choice) => `'${choice}'`)
      const union = [...words, ...(nullable ? ['null'] : [])].join(' | ')
      return [column, optional ? `Generated<${union}>` : union]
    }),
  )
  const folder = await mkdtemp(join(tmpdir(), 'powernode-types-'))
  const file = join(folder, 'rows.ts')
  await run(
    join(root, 'node_modules/.bin/kysely-codegen'),
    [
      '--url',
      databaseUrl,
      '--dialect',
      'postgres',
      '--out-file',
      file,
      '--default-schema',
      'public',
      '--include-pattern',
      `public.${tables}`,
      '--exclude-pattern',
      '*.kysely_*',
      '--log-level',
      'error',
      '--overrides',
      JSON.stringify({ columns }),
      '--type-mapping',
      JSON.stringify({ jsonb: 'Record<string, unknown>', int8: 'number' }),
    ],
    { cwd: folder },
  )
  const text = await readFile(file, 'utf8')
  await rm(folder, { recursive: true })
  return text
}

async function columnNames(db: Database) {
  const { rows } = await sql<{ name: string; columns: string[] }>`
    select t.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and t.relname not like 'kysely_%'
    group by t.relname order by t.relname`.execute(db)
  const tables = rows.map(({ name, columns }) => `\n  ${name}: ${JSON.stringify(columns)},`)
  return `
/** The columns of each table, except those of extensions. */
export const columnsOf: { readonly [T in keyof DB]?: readonly (keyof DB[T])[] } = {${tables.join('')}
};
`
}

if (import.meta.main) {
  const folder = await mkdtemp(join(tmpdir(), 'powernode-generate-'))
  const postgres = await startEmbedded(folder, false)
  try {
    await migrateOnce(readConfig({}), postgres.url)
    const files = await generateFiles(postgres.url)
    for (const path of committedDocuments()) if (!files.has(path)) await rm(path)
    for (const [path, text] of files) await writeFile(path, text)
    await writeClientTypes()
  } finally {
    await postgres.stop()
    await rm(folder, { recursive: true })
  }
}
