import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { readSecret, writeSecret } from '../data_folder.ts'
import { ConfigError } from '../kernel/config_error.ts'
import { type DatabaseUser, failureLine, runAs } from './postgres_process.ts'

/** Port and password of the embedded PostgreSQL, stored in `postgres.json`. */
export interface Access {
  /** 0 before its first start. */
  port: number
  password: string
}

export function newAccess(): Access {
  return { port: 0, password: randomBytes(24).toString('base64url') }
}

/** Undefined if the file does not exist. Throws ConfigError if it is damaged. */
export async function readAccess(dir: string): Promise<Access | undefined> {
  const path = accessFile(dir)
  const text = await readSecret(path)
  if (text === undefined) return undefined
  const access = parse(text)
  if (access) return access
  throw new ConfigError(
    `${path} is damaged: restore it from your backup, or delete it and start again, which sets a new password and keeps the data`,
  )
}

export function writeAccess(dir: string, access: Access): Promise<void> {
  return writeSecret(accessFile(dir), JSON.stringify(access))
}

export function urlOf({ port, password }: Access): string {
  return `postgres://powernode:${password}@127.0.0.1:${port}/postgres`
}

/** Sets a new password without the previous one. PostgreSQL must not be running. */
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
    throw new ConfigError(
      `PostgreSQL in ${data} did not accept a new password: ${failureLine(text)}`,
    )
  }
  return access
}

function parse(text: string): Access | undefined {
  try {
    const { port, password } = JSON.parse(text)
    const valid = Number.isInteger(port) && port >= 0 && port < 65536 && /^[\w-]+$/.test(password)
    return valid ? { port, password } : undefined
  } catch {
    return undefined
  }
}

/** The file that stores them. */
export function accessFile(dir: string): string {
  return join(dir, 'postgres.json')
}
