import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'

export type Environment = Record<string, string | undefined>

/** A setting that cannot be used; its message is one line fit for a terminal. */
export class SettingError extends Error {}

/** The variables of this process, with those of `.env` in its folder beneath them. Throws SettingError. */
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

/** A worker's token without the blanks around it. Throws an Error that says what it must be. */
export function parseWorkerToken(text: string): string {
  const token = text.trim()
  if (/^swt_[\w.~+/=-]{16,}$/.test(token)) return token
  throw new Error(
    'must be swt_ and at least 16 characters that a header can carry (echo swt_$(openssl rand -hex 32))',
  )
}
