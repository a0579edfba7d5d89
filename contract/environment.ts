import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'

export type Environment = Record<string, string | undefined>

/** An invalid setting; the message is one line for a terminal. */
export class SettingError extends Error {}

/** The environment variables of this process; `.env` in its folder provides defaults. Throws SettingError. */
export function readEnvironment(file = '.env'): Environment {
  return { ...readDotEnv(file), ...process.env }
}

function readDotEnv(file: string): Environment {
  try {
    return parseEnv(readFileSync(file, 'utf8'))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return {}
    throw new SettingError(`${file} cannot be read (${code}): make it a readable file or remove it`)
  }
}

/** Parses the text of a setting. Throws an Error that says what it must be. */
export type Parse<T> = (text: string) => T

export function integer(min: number, max: number): Parse<number> {
  return (value) => {
    const number = Number(value)
    if (Number.isInteger(number) && number >= min && number <= max) return number
    throw new Error(`must be a whole number from ${min} to ${max}`)
  }
}

export function url(...protocols: string[]): Parse<string> {
  return (value) => {
    if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) {
      return value.replace(/\/$/, '')
    }
    throw new Error(`must be a URL starting with ${protocols.map((p) => `${p}//`).join(' or ')}`)
  }
}

export function oneOf<const T extends string>(...choices: T[]): Parse<T> {
  return (value) => {
    const found = choices.find((choice) => choice === value)
    if (found === undefined) throw new Error(`must be one of ${choices.join(', ')}`)
    return found
  }
}

export const flag: Parse<boolean> = (value) => oneOf('true', 'false')(value) === 'true'

export const share: Parse<number> = (value) => {
  const number = Number(value)
  if (number >= 0 && number <= 1) return number
  throw new Error('must be a number from 0 to 1')
}

export const traceSampler = oneOf(
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
)
export type TraceSampler = ReturnType<typeof traceSampler>

export const logLevel = oneOf('fatal', 'error', 'warn', 'info', 'debug', 'silent')

/** A worker's token, trimmed. Throws an Error that says what it must be. */
export function parseWorkerToken(text: string): string {
  const token = text.trim()
  if (/^swt_[\w.~+/=-]{16,}$/.test(token)) return token
  throw new Error(
    'must be swt_ and at least 16 characters that a header can carry (echo swt_$(openssl rand -hex 32))',
  )
}
