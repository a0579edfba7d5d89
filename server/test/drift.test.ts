import { readFile } from 'node:fs/promises'
import { expect, inject, test } from 'vitest'
import { generateFiles } from '../generate.ts'
import { databaseUrl, query } from './database.ts'

test('schema.sql, row types, OpenAPI document, client types and channels follow from the code (npm run generate)', async () => {
  const server = inject('postgresUrl')
  await query(server, 'create database drift template template')
  for (const [path, text] of await generateFiles(databaseUrl(server, 'drift'))) {
    expect(await readFile(path, 'utf8'), path).toBe(text)
  }
})
