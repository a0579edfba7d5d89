import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clientTypes } from '@powernode/contract/client_types.ts'
import { readEnvironment } from '@powernode/contract/environment.ts'
import { type CommittedDocument, type DocumentName, onlyTags } from '@powernode/contract/openapi.ts'
import { readConfig } from './config.ts'
import { openapi, rowTypes } from './generate.ts'
import { migrateOnce } from './main.ts'
import { loadModules } from './modules.ts'
import { openDatabase } from './platform/db/database.ts'
import { startEmbedded } from './platform/db/embedded.ts'
import type { Module } from './platform/module.ts'

const FOLDER = join(import.meta.dirname, '../extensions')
const HEADER = '// Written by `npm run generate`.\n\n'

/** The types that a module in `extensions/` adds to those of Powernode, by file name. */
async function filesOf(
  { domains }: Module,
  documents: Record<DocumentName, CommittedDocument>,
  databaseUrl: string,
): Promise<Record<string, string>> {
  const tags = new Set(domains.flatMap(({ routes = [] }) => routes.map(({ tag }) => tag)))
  const permissions = domains.flatMap(({ contract }) => Object.keys(contract?.permissions ?? {}))
  const actions = domains.flatMap(({ contract }) => Object.keys(contract?.audit ?? {}))
  const tables = domains.flatMap((domain) => domain.tables ?? [])
  return {
    'names.ts': names({ PermissionNames: permissions, AuditActionNames: actions }),
    'rows.ts': await rows(tables, databaseUrl),
    'public.ts': await paths('public', onlyTags(documents.public, tags)),
    'internal.ts': await paths('internal', onlyTags(documents.internal, tags)),
  }
}

function names(interfaces: Record<string, string[]>) {
  const entries = (list: string[]) => list.toSorted().map((name) => `    '${name}': true\n`)
  const merged = Object.entries(interfaces).map(
    ([name, list]) => `  interface ${name} {\n${entries(list).join('')}  }\n`,
  )
  return `${HEADER}declare module '@powernode/contract/names.ts' {
${merged.join('')}}

export {}
`
}

/** Takes the tables of the module out of what kysely-codegen writes, and adds them to those of Powernode. */
async function rows(tables: string[], databaseUrl: string) {
  if (tables.length === 0) return `${HEADER}export {}\n`
  const { db } = openDatabase(databaseUrl, 1)
  const text = await rowTypes(db, databaseUrl, `(${tables.join('|')})`)
  await db.destroy()
  const [own = '', all = ''] = text
    .slice(text.indexOf('export interface'))
    .split('export interface DB')
  const helpers = ['Generated', 'Timestamp'].filter((name) => new RegExp(`\\b${name}\\b`).test(own))
  return `${HEADER}import type { ${helpers.join(', ')} } from '@powernode/server/platform/db/rows.ts'

${own.trim()}

declare module '@powernode/server/platform/db/rows.ts' {
  interface DB${all.trimEnd().replaceAll('\n', '\n  ')}
}
`
}

async function paths(name: DocumentName, document: CommittedDocument) {
  return `${await clientTypes(document)}
type OwnPaths = paths

declare module '@powernode/contract/generated/${name}.d.ts' {
  interface paths extends OwnPaths {}
}
`
}

const { POWERNODE_EXTENSIONS } = readEnvironment()
const config = readConfig({ LOG_LEVEL: 'silent', POWERNODE_EXTENSIONS })
const extensions = config.POWERNODE_EXTENSIONS.filter((name) => existsSync(join(FOLDER, name)))
if (extensions.length > 0) {
  const folder = await mkdtemp(join(tmpdir(), 'powernode-generate-'))
  const postgres = await startEmbedded(folder, false)
  try {
    await migrateOnce(config, postgres.url)
    const documents = (await openapi(config, postgres.url)) as Record<
      DocumentName,
      CommittedDocument
    >
    for (const module of await loadModules(extensions)) {
      const generated = join(FOLDER, module.name, 'generated')
      await mkdir(generated, { recursive: true })
      const files = await filesOf(module, documents, postgres.url)
      for (const [name, text] of Object.entries(files)) await writeFile(join(generated, name), text)
    }
  } finally {
    await postgres.stop()
    await rm(folder, { recursive: true })
  }
}
