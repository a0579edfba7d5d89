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
export class WorkerConfigError extends Error {}

/** Reads the environment, or throws WorkerConfigError. */
export function readWorkerConfig(environment = process.env): WorkerConfig {
  const {
    BACKEND_API_URL,
    WORKER_TOKEN,
    WORKER_CONCURRENCY = '100',
    LOG_LEVEL = 'info',
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_TRACES_SAMPLER = 'parentbased_always_on',
    OTEL_TRACES_SAMPLER_ARG = '1',
  } = environment
  if (!BACKEND_API_URL || !URL.canParse(BACKEND_API_URL)) {
    throw new WorkerConfigError(
      'BACKEND_API_URL must be the address of the server, such as http://localhost:3000',
    )
  }
  if (!WORKER_TOKEN) throw new WorkerConfigError('WORKER_TOKEN is not set')
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
    url: BACKEND_API_URL.replace(/\/$/, ''),
    token: WORKER_TOKEN,
    concurrency,
    logLevel: LOG_LEVEL,
    tracing: { endpoint: endpoint?.replace(/\/$/, ''), sampler, ratio },
  }
}
