/** All that a worker knows: where the server is, and the token that opens it. */
export interface WorkerConfig {
  url: string
  token: string
  /** Jobs run at a time. */
  concurrency: number
  logLevel: string
}

/** Reads the environment. Throws an Error whose message is one line for a terminal. */
export function readWorkerConfig(environment = process.env): WorkerConfig {
  const {
    BACKEND_API_URL,
    WORKER_TOKEN,
    WORKER_CONCURRENCY = '100',
    LOG_LEVEL = 'info',
  } = environment
  if (!BACKEND_API_URL || !URL.canParse(BACKEND_API_URL)) {
    throw new Error(
      'BACKEND_API_URL must be the address of the server, such as http://localhost:3000',
    )
  }
  if (!WORKER_TOKEN) throw new Error('WORKER_TOKEN is not set')
  const concurrency = Number(WORKER_CONCURRENCY)
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 500) {
    throw new Error('WORKER_CONCURRENCY must be a whole number from 1 to 500')
  }
  return {
    url: BACKEND_API_URL.replace(/\/$/, ''),
    token: WORKER_TOKEN,
    concurrency,
    logLevel: LOG_LEVEL,
  }
}
