import { ConfigError } from '../kernel/config_error.ts'
import { errorMessage, outageOf } from './outages.ts'

/** SQLSTATE, or the code of Node.js → what to do about it. */
const cures: [codes: RegExp, cure: string][] = [
  [/^28P01$/, 'correct the user or the password in DATABASE_URL'],
  [/^28000$/, 'correct the user in DATABASE_URL, or let this machine in (pg_hba.conf, sslmode)'],
  [/^3D000$/, 'create it, or correct its name in DATABASE_URL'],
  [/^42P01$/, 'it has no schema yet, or an older one: run `powernode migrate`'],
  [/^(42501|3F000)$/, 'the user of DATABASE_URL needs rights: make it the owner of the database'],
  [/^(0A000|58P01)$/, 'install the extensions that come with PostgreSQL (postgresql-contrib)'],
  [/^53100$/, 'the disk of the database is full: make room'],
  [/^25006$/, 'the database is read-only: set DATABASE_URL to the primary server'],
  [/^58030$/, 'check the disk of the database'],
  [/^53300$/, 'raise max_connections in PostgreSQL, or lower DATABASE_POOL_SIZE'],
  [/^(ENOTFOUND|EAI_AGAIN)$/, 'correct the host in DATABASE_URL'],
  [
    /CERT|SIGNATURE|ISSUER|SELF_SIGNED/,
    'its certificate is not accepted: name the authority that signed it by sslrootcert=FILE in DATABASE_URL',
  ],
]

const texts: [text: RegExp, cure: string][] = [
  [/does not support SSL/, 'leave sslmode out of DATABASE_URL, or switch TLS on in PostgreSQL'],
  [/client password must be a/, 'DATABASE_URL has no password: add it'],
]

/**
 * What is wrong with the database in one line with its cure, where an operator can mend it; undefined where the error
 * is another.
 */
export function explainDatabase(error: unknown): ConfigError | undefined {
  if (!(error instanceof Error) || error instanceof ConfigError) return undefined
  const code = String((error as { code?: string }).code ?? '')
  const message = errorMessage(error)
  const cure =
    cures.find(([codes]) => codes.test(code))?.[1] ??
    texts.find(([text]) => text.test(message))?.[1]
  if (cure) return new ConfigError(`The database cannot be used (${message}): ${cure}`)
  if (outageOf(error) !== 'unreachable') return undefined
  return new ConfigError(
    `The database cannot be reached (${message}): start it, or correct DATABASE_URL`,
  )
}
