import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { sql } from 'kysely'
import { readSecret, writeSecret } from '../data_folder.ts'
import { ConfigError } from '../kernel/config_error.ts'
import { openDatabase } from './database.ts'
import { type DatabaseUser, failureLine, runAs } from './postgres_process.ts'

const WRONG_PASSWORD = '28P01'

/** How the embedded PostgreSQL is reached: what `postgres.json` keeps. */
export interface Access {
  /** 0 before its first start. */
  port: number
  password: string
}

export function newAccess(): Access {
  return { port: 0, password: randomBytes(24).toString('base64url') }
}

/** Undefined where there is none. Throws ConfigError for a damaged one. */
export async function readAccess(dir: string): Promise<Access | undefined> {
  const path = pathOf(dir)
  const text = await readSecret(path)
  if (text === undefined) return undefined
  const access = parse(text)
  if (access) return access
  throw new ConfigError(
    `${path} is damaged: put it back from your backup, or delete it and start again, which sets a new password and keeps the data`,
  )
}

export function writeAccess(dir: string, access: Access): Promise<void> {
  return writeSecret(pathOf(dir), JSON.stringify(access))
}

export function urlOf({ port, password }: Access): string {
  return `postgres://powernode:${password}@127.0.0.1:${port}/postgres`
}

/** Throws ConfigError where the password that is kept in `dir` is not that of the server, which runs. */
export async function provePassword(dir: string, url: string): Promise<void> {
  const { db } = openDatabase(url, 1)
  try {
    await sql`select 1`.execute(db)
  } catch (error) {
    if ((error as { code?: string }).code !== WRONG_PASSWORD) return // those who use it will say what it is
    const path = pathOf(dir)
    throw new ConfigError(
      `The password in ${path} is not that of the database: delete ${path}, and the next start makes a new password`,
    )
  } finally {
    await db.destroy()
  }
}

/** Gives the database a new password without knowing the former one. PostgreSQL must not run. */
export async function resetAccess(
  postgres: string,
  user: DatabaseUser,
  data: string,
  signal?: AbortSignal,
): Promise<Access> {
  const access = newAccess()
  const input = `alter role powernode password '${access.password}'\n`
  const args = ['--single', '-j', '-D', data, 'postgres']
  const { code, text } = await runAs(user, postgres, args, { signal, input: `${input};\n\n` })
  if (code !== 0 || /\bERROR:/.test(text)) {
    throw new ConfigError(`PostgreSQL in ${data} takes no new password: ${failureLine(text)}`)
  }
  return access
}

function parse(text: string): Access | undefined {
  try {
    const { port, password } = JSON.parse(text)
    const good = Number.isInteger(port) && port >= 0 && port < 65536 && /^[\w-]+$/.test(password)
    return good ? { port, password } : undefined
  } catch {
    return undefined
  }
}

function pathOf(dir: string) {
  return join(dir, 'postgres.json')
}
