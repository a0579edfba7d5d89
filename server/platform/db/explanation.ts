import { ConfigError } from '../kernel/config_error.ts'
import { errorMessage, outageOf } from './outages.ts'

/** SQLSTATE or Node.js error code → how to fix it. */
const fixesByCode: [codes: RegExp, fix: string][] = [
  [/^28P01$/, 'correct the user or the password in DATABASE_URL'],
  [
    /^28000$/,
    'correct the user in DATABASE_URL, or allow this machine to connect (pg_hba.conf, sslmode)',
  ],
  [/^3D000$/, 'create it, or correct its name in DATABASE_URL'],
  [/^42P01$/, 'it has no schema yet, or an older one: run `powernode migrate`'],
  [
    /^(42501|3F000)$/,
    'the user of DATABASE_URL lacks privileges: make it the owner of the database',
  ],
  [/^(0A000|58P01)$/, 'install the extensions that come with PostgreSQL (postgresql-contrib)'],
  [/^53100$/, 'the disk of the database is full: free up space'],
  [/^25006$/, 'the database is read-only: set DATABASE_URL to the primary server'],
  [/^58030$/, 'check the disk of the database'],
  [/^53300$/, 'raise max_connections in PostgreSQL, or lower DATABASE_POOL_SIZE'],
  [/^(ENOTFOUND|EAI_AGAIN)$/, 'correct the host in DATABASE_URL'],
  [
    /CERT|SIGNATURE|ISSUER|SELF_SIGNED/,
    'its certificate is not trusted: set the certificate of its authority with sslrootcert=FILE in DATABASE_URL',
  ],
]

const fixesByMessage: [text: RegExp, fix: string][] = [
  [/does not support SSL/, 'remove sslmode from DATABASE_URL, or enable TLS in PostgreSQL'],
  [/client password must be a/, 'DATABASE_URL has no password: add it'],
]

/**
 * Explains in one line why the database cannot be used and how to fix it; undefined for other errors.
 */
export function explainDatabase(error: unknown): ConfigError | undefined {
  if (!(error instanceof Error) || error instanceof ConfigError) return undefined
  const code = String((error as { code?: string }).code ?? '')
  const message = errorMessage(error)
  const fix =
    fixesByCode.find(([codes]) => codes.test(code))?.[1] ??
    fixesByMessage.find(([text]) => text.test(message))?.[1]
  if (fix) return new ConfigError(`The database cannot be used (${message}): ${fix}`)
  if (outageOf(error) !== 'unreachable') return undefined
  return new ConfigError(
    `The database cannot be reached (${message}): start it, or correct DATABASE_URL`,
  )
}
