import {
  integer,
  logLevel,
  oneOf,
  type Parse,
  parseWorkerToken,
  readEnvironment,
  SettingError,
  share,
  url,
} from '@powernode/contract/environment.ts'
import { type TracingSettings, traceSamplers } from '@powernode/contract/tracing.ts'

/** All that a worker knows: where the server is, and the token that opens it. */
export interface ProcessConfig {
  url: string
  token: string
  /** Jobs run at a time. */
  concurrency: number
  logLevel: string
  tracing: TracingSettings
}

/** A setting that cannot be used; its message is one line fit for a terminal. */
export class ProcessConfigError extends SettingError {}

/** Reads the environment, with `.env` beneath it. Empty counts as unset. Throws WorkerConfigError. */
export function readProcessConfig(environment = readEnvironment()): ProcessConfig {
  /** The setting, or what is read in its place where it is unset. */
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
      sampler: read('OTEL_TRACES_SAMPLER', oneOf(...traceSamplers), 'parentbased_always_on'),
      ratio: read('OTEL_TRACES_SAMPLER_ARG', share, '1'),
    },
  }
}

/** May have a path, where a proxy passes one on to the server. */
const serverUrl: Parse<string> = (text) => {
  const address = URL.canParse(text) ? new URL(text) : undefined
  const plain =
    address && !address.username && !address.password && !address.search && !address.hash
  if (plain && /^https?:$/.test(address.protocol)) return address.href.replace(/\/$/, '')
  throw new Error(
    'must be the address of the server, without user, query or fragment, such as http://localhost:3000',
  )
}

const workerToken: Parse<string> = (text) => {
  if (text) return parseWorkerToken(text)
  throw new Error('is not set: give the one that the server has')
}
