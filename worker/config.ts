import {
  type Environment,
  parseWorkerToken,
  readEnvironment,
  SettingError,
} from '@powernode/contract/environment.ts'
import { type TracingSettings, traceSamplers } from '@powernode/contract/tracing.ts'

/** All that a worker knows: where the server is, and the token that opens it. */
export interface WorkerConfig {
  url: string
  token: string
  /** Jobs run at a time. */
  concurrency: number
  logLevel: string
  tracing: TracingSettings
}

/** A setting that cannot be used; its message is one line fit for a terminal. */
export class WorkerConfigError extends SettingError {}

/** Reads the environment, with `.env` beneath it. Empty counts as unset. Throws WorkerConfigError. */
export function readWorkerConfig(environment = readEnvironment()): WorkerConfig {
  const {
    BACKEND_API_URL,
    WORKER_TOKEN,
    WORKER_CONCURRENCY = '100',
    LOG_LEVEL = 'info',
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_TRACES_SAMPLER = 'parentbased_always_on',
    OTEL_TRACES_SAMPLER_ARG = '1',
  } = withoutEmpty(environment)
  const concurrency = Number(WORKER_CONCURRENCY)
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 500) {
    throw new WorkerConfigError('WORKER_CONCURRENCY must be a whole number from 1 to 500')
  }
  const sampler = traceSamplers.find((one) => one === OTEL_TRACES_SAMPLER)
  const ratio = Number(OTEL_TRACES_SAMPLER_ARG)
  if (!sampler || !(ratio >= 0 && ratio <= 1)) {
    throw new WorkerConfigError(
      `OTEL_TRACES_SAMPLER must be one of ${traceSamplers.join(', ')}, OTEL_TRACES_SAMPLER_ARG from 0 to 1`,
    )
  }
  return {
    url: readUrl(BACKEND_API_URL),
    token: readToken(WORKER_TOKEN),
    concurrency,
    logLevel: LOG_LEVEL,
    tracing: { endpoint: endpoint?.replace(/\/$/, ''), sampler, ratio },
  }
}

function withoutEmpty(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
}

/** May have a path, where a proxy passes one on to the server. */
function readUrl(text = ''): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const plain = url && !url.username && !url.password && !url.search && !url.hash
  if (plain && /^https?:$/.test(url.protocol)) return url.href.replace(/\/$/, '')
  throw new WorkerConfigError(
    'BACKEND_API_URL must be the address of the server, without user, query or fragment, such as http://localhost:3000',
  )
}

function readToken(text?: string): string {
  if (!text)
    throw new WorkerConfigError('WORKER_TOKEN is not set: give the one that the server has')
  try {
    return parseWorkerToken(text)
  } catch (error) {
    throw new WorkerConfigError(`WORKER_TOKEN ${(error as Error).message}`)
  }
}
