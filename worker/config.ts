/** All that a worker knows: where the server is, and the token that opens it. */
export interface WorkerConfig {
  url: string
  token: string
  /** Jobs run at a time. */
  concurrency: number
  logLevel: string
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
  return {
    url: BACKEND_API_URL.replace(/\/$/, ''),
    token: WORKER_TOKEN,
    concurrency,
    logLevel: LOG_LEVEL,
  }
}
