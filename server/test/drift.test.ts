import { readFile } from 'node:fs/promises'
import { expect, inject, test } from 'vitest'
import { committedDocuments, generateFiles } from '../generate.ts'
import { databaseUrl, query } from './database.ts'

// The committed files cover the modules that come with Powernode.
const otherModules = process.env.POWERNODE_EXTENSIONS !== undefined

test.skipIf(otherModules)(
  'schema.sql, row types, OpenAPI documents and channels are up to date (npm run generate)',
  async () => {
    const server = inject('postgresUrl')
    await query(server, 'create database drift template template')
    const files = await generateFiles(databaseUrl(server, 'drift'))
    expect(committedDocuments().filter((path) => !files.has(path))).toEqual([])
    for (const [path, text] of files) {
      expect(await readFile(path, 'utf8'), path).toBe(text)
    }
  },
)
