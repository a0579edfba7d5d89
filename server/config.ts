import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import {
  type Environment,
  flag,
  integer,
  logLevel,
  type Parse,
  parseWorkerToken,
  readEnvironment,
  share,
  traceSampler,
  url,
} from '@powernode/contract/environment.ts'
import { trustedProxies } from './platform/kernel/addresses.ts'
import { ConfigError } from './platform/kernel/config_error.ts'
import type { EnvironmentSetting, EnvironmentValues } from './platform/kernel/environment.ts'

const text: Parse<string> = (value) => value
const words: Parse<string[]> = (value) =>
  value
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)

/** Scheme, host and optional port, as browsers write an origin. */
const origin: Parse<string> = (value) => {
  const parsed = URL.canParse(value) ? new URL(value) : undefined
  if (parsed && /^https?:$/.test(parsed.protocol) && parsed.href === `${parsed.origin}/`) {
    return parsed.origin
  }
  throw new Error(
    'must be a URL starting with http:// or https://, without user, path, query or fragment, such as https://powernode.example.com',
  )
}

/** `address` or `Name <address>`. */
const sender: Parse<string> = (value) => {
  if (/^([^<>]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(value)) return value
  throw new Error('must be an email address, such as Powernode <no-reply@example.com>')
}

const origins: Parse<string[]> = (value) => words(value).map(origin)

const sslModes = ['disable', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify']

/** Delimiters in the user or password must be percent-encoded. */
const databaseUrl: Parse<string> = (value) => {
  const bad = new Error(
    'is not a valid URL: percent-encode @ : / ? # % in its user and password as %40 %3A …',
  )
  if (/^postgres(ql)?:/.test(value) && !URL.canParse(value)) throw bad
  const read = url('postgres:', 'postgresql:')(value)
  const { username, password, pathname, search, searchParams, hash } = new URL(value)
  try {
    decodeURIComponent(`${username}${password}${pathname}`)
  } catch {
    throw bad
  }
  const mode = searchParams.get('sslmode')
  if (mode && !sslModes.includes(mode))
    throw new Error(`has sslmode=${mode}, which must be one of ${sslModes.join(', ')}`)
  if (hash || pathname.includes('@') || (search.includes('@') && !username)) throw bad
  for (const name of ['sslrootcert', 'sslcert', 'sslkey']) {
    const file = searchParams.get(name)
    if (file && !existsSync(file))
      throw new Error(`names a file that does not exist: ${name}=${file}`)
  }
  return read
}

/** A number of processes; `auto` is the number of cores. */
const processes: Parse<number> = (value) =>
  value === 'auto' ? availableParallelism() : integer(1, 64)(value)

const token: Parse<string> = (value) => {
  if (/^[\w.~+/=-]{16,}$/.test(value)) return value
  throw new Error(
    'must have at least 16 characters, all valid in an HTTP header (openssl rand -hex 32)',
  )
}

/** Parses the key from a setting or a file. Throws an Error that states the expected format. */
export const parseMasterKey: Parse<Buffer> = (value) => {
  const key = Buffer.from(value, 'base64')
  // Buffer skips characters that are not base64; a mistyped key must not become a different key.
  if (key.length === 32 && key.toString('base64') === value.trim().padEnd(44, '=')) return key
  throw new Error('must be 32 bytes in base64 (openssl rand -base64 32)')
}

/**
 * The settings of the platform with their parsers and defaults; domains declare more. A test compares `.env.example` with
 * all of them.
 */
export const settings = {
  PORT: { parse: integer(0, 65535), default: 3000 },
  HOST: { parse: text, default: 'localhost' },
  SERVER_PROCESSES: { parse: processes, default: 1 },
  PUBLIC_URL: { parse: origin, default: undefined },
  FILES_URL: { parse: origin, default: undefined },
  DATABASE_URL: { parse: databaseUrl, default: undefined },
  DATABASE_POOL_SIZE: { parse: integer(2, 200), default: 10 },
  POWERNODE_DATA_DIR: { parse: (value: string) => resolve(value), default: resolve('.powernode') },
  // Empty means no extensions.
  POWERNODE_EXTENSIONS: { parse: words, default: ['business'], mayBeEmpty: true },
  POWERNODE_MASTER_KEY: { parse: parseMasterKey, default: undefined },
  POWERNODE_ADMIN_EMAIL: { parse: text, default: undefined },
  POWERNODE_ADMIN_PASSWORD: { parse: text, default: undefined },
  IMPERSONATION_MINUTES: { parse: integer(5, 480), default: 60 },
  IMPERSONATION_NOTICE: { parse: flag, default: true },
  REGISTRATION_ENABLED: { parse: flag, default: true },
  REDIS_URL: { parse: url('redis:', 'rediss:'), default: undefined },
  DRAIN_SECONDS: { parse: integer(0, 300), default: 5 },
  WORKER_TOKEN: { parse: parseWorkerToken, default: undefined },
  SMTP_URL: { parse: url('smtp:', 'smtps:'), default: undefined },
  MAIL_FROM: { parse: sender, default: 'Powernode <no-reply@localhost>' },
  AUDIT_RETENTION_MIN_DAYS: { parse: integer(1, 3650), default: 90 },
  CORS_ORIGINS: { parse: origins, default: [] as string[] },
  TRUST_PROXY: { parse: trustedProxies, default: 0 },
  WEBHOOK_ALLOW_PRIVATE_TARGETS: { parse: flag, default: false },
  DISABLE_RATE_LIMITING: {
    parse: flag,
    default: false,
    refusedInProduction: (disabled: boolean) => disabled && 'must not be true',
  },
  METRICS_TOKEN: { parse: token, default: undefined },
  OTEL_EXPORTER_OTLP_ENDPOINT: { parse: url('http:', 'https:'), default: undefined },
  OTEL_TRACES_SAMPLER: { parse: traceSampler, default: 'parentbased_always_on' },
  OTEL_TRACES_SAMPLER_ARG: { parse: share, default: 1 },
  LOG_LEVEL: { parse: logLevel, default: 'info' },
} as const

type DeclaredSettings = Record<string, EnvironmentSetting>

/** The parsed settings, plus the public address of the installation. */
export type Config = EnvironmentValues<typeof settings> & {
  readonly publicUrl: string
  /** The public address of links to files: another one of the same server, if FILES_URL is set. */
  readonly filesUrl: string
  /** Whether NODE_ENV is production. */
  readonly isProduction: boolean
  /** Reads settings that domains declare, from the same environment. Throws ConfigError, as `readConfig`. */
  readDeclared<S extends DeclaredSettings>(declared: S): EnvironmentValues<S>
}

/**
 * Reads the environment, which overrides `.env`. Throws ConfigError with the setting and the expected value.
 * An empty value counts as unset, except for POWERNODE_EXTENSIONS.
 */
export function readConfig(environment = readEnvironment()): Config {
  const config = valuesOf(settings, environment)
  // Passkeys need a host name, not an IP address.
  const host = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(config.HOST)
    ? 'localhost'
    : config.HOST
  const publicUrl = config.PUBLIC_URL ?? `http://${bracketed(host)}:${config.PORT}`
  if (config.FILES_URL && new URL(config.FILES_URL).host === new URL(publicUrl).host) {
    throw new ConfigError('FILES_URL must have another host than PUBLIC_URL')
  }
  return Object.freeze({
    ...config,
    publicUrl,
    filesUrl: config.FILES_URL ?? publicUrl,
    isProduction: environment.NODE_ENV === 'production',
    readDeclared: (declared) => valuesOf(declared, environment),
  })
}

function valuesOf<S extends DeclaredSettings>(declared: S, environment: Environment) {
  const values = Object.entries(declared).map(([name, setting]) => {
    const text = environment[name]
    const unset = text === undefined || (text === '' && !setting.mayBeEmpty)
    return [name, unset ? setting.default : parsed(name, setting, text, environment)]
  })
  return Object.fromEntries(values) as EnvironmentValues<S>
}

function parsed(name: string, setting: EnvironmentSetting, text: string, environment: Environment) {
  const { NODE_ENV } = environment
  let value: unknown
  try {
    value = setting.parse(text)
  } catch (error) {
    throw new ConfigError(`${name} ${(error as Error).message}`)
  }
  const refusal = NODE_ENV === 'production' && setting.refusedInProduction?.(value)
  if (refusal) throw new ConfigError(`${name} ${refusal} if NODE_ENV is production`)
  const missing = value !== false && setting.needs?.find((needed) => !environment[needed])
  if (missing) throw new ConfigError(`${name} needs ${missing}: set both or none`)
  return value
}

/** A host or address as written in a URL. */
export function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}
