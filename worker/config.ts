import {
  integer,
  logLevel,
  type Parse,
  parseWorkerToken,
  readEnvironment,
  SettingError,
  share,
  traceSampler,
  url,
} from '@powernode/contract/environment.ts'
import type { TracingSettings } from '@powernode/contract/tracing.ts'

/** The settings of a worker: the address of the server, and the token to authenticate with. */
export interface ProcessConfig {
  url: string
  token: string
  /** Jobs run concurrently. */
  concurrency: number
  logLevel: string
  tracing: TracingSettings
}

/** An invalid setting; the message is one line for a terminal. */
export class ProcessConfigError extends SettingError {}

/** Reads the environment, with defaults from `.env`. An empty value counts as unset. Throws WorkerConfigError. */
export function readProcessConfig(environment = readEnvironment()): ProcessConfig {
  /** The parsed setting, or the given default if unset. */
  function read<T>(name: string, parse: Parse<T>, unset: string): T {
    try {
      return parse(environment[name] || unset)
    } catch (error) {
      throw new ProcessConfigError(`${name} ${(error as Error).message}`)
    }
  }
  const endpoint = 'OTEL_EXPORTER_OTLP_ENDPOINT'
  return {
    url: read('BACKEND_API_URL', serverUrl, ''),
    token: read('WORKER_TOKEN', workerToken, ''),
    concurrency: read('WORKER_CONCURRENCY', integer(1, 500), '100'),
    logLevel: read('LOG_LEVEL', logLevel, 'info'),
    tracing: {
      endpoint: environment[endpoint] ? read(endpoint, url('http:', 'https:'), '') : undefined,
      sampler: read('OTEL_TRACES_SAMPLER', traceSampler, 'parentbased_always_on'),
      ratio: read('OTEL_TRACES_SAMPLER_ARG', share, '1'),
    },
  }
}

/** The address may have a path, for a proxy in front of the server. */
const serverUrl: Parse<string> = (text) => {
  const address = URL.canParse(text) ? new URL(text) : undefined
  const isPlain =
    address && !address.username && !address.password && !address.search && !address.hash
  if (isPlain && /^https?:$/.test(address.protocol)) return address.href.replace(/\/$/, '')
  throw new Error(
    'must be the address of the server, without user, query or fragment, such as http://localhost:3000',
  )
}

const workerToken: Parse<string> = (text) => {
  if (text) return parseWorkerToken(text)
  throw new Error('is not set: use the token that the server has')
}
