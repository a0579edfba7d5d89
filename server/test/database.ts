import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openModules } from '../app.ts'
import { readConfig } from '../config.ts'
import { createLog, migrateOnce } from '../main.ts'
import { startEmbedded } from '../platform/db/embedded.ts'
import { openPlatform } from '../platform/platform.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The PostgreSQL of this run. Its database `template` has the latest schema. */
    postgresUrl: string
    /** Where applications of this run keep files, each in a folder of its own. */
    dataFolder: string
  }
}

/** Starts one PostgreSQL for the whole run, with a template database that tests clone. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'powernode-test-'))
  const postgres = await startEmbedded(folder, false)
  const template = databaseUrl(postgres.url, 'template')
  await query(postgres.url, 'create database template')
  const config = readConfig({
    LOG_LEVEL: 'silent',
    POWERNODE_EXTENSIONS: process.env.POWERNODE_EXTENSIONS,
  })
  await migrateOnce(config, template)
  const composition = await openModules(config)
  const platform = await openPlatform(
    config,
    template,
    Buffer.alloc(32),
    createLog(config),
    composition,
  )
  await platform.close()
  // Scheduled jobs would otherwise run in every clone, between the jobs of a test.
  await query(template, 'delete from pgboss.schedule; delete from pgboss.job')
  project.provide('postgresUrl', postgres.url)
  project.provide('dataFolder', join(folder, 'data'))

  return async () => {
    await postgres.stop()
    await rm(folder, { recursive: true })
  }
}

export function databaseUrl(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: database }).toString()
}

export async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(text)
  await client.end()
}
