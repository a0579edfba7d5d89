import { setTimeout as sleep } from 'node:timers/promises'
import { SpanKind } from '@opentelemetry/api'
import type { paths } from '@powernode/contract/generated/internal.d.ts'
import {
  type JobInput,
  type JobName,
  jobDefinitions,
  LEASE_SECONDS,
  type LeasedJob,
} from '@powernode/contract/jobs.ts'
import { sanitizeText } from '@powernode/contract/text.ts'
import { inSpan, jobAttributes } from '@powernode/contract/tracing.ts'
import type { Logger } from 'pino'
import { type ApiClient, dataOf, FinalError, RefusedError } from './client.ts'
import type { ProcessConfig } from './config.ts'

const WAIT_SECONDS = 20
const HEARTBEAT_MS = (LEASE_SECONDS * 1000) / 3
/** How long a result may wait to be sent with others. */
const GATHER_MS = 10
const RECONNECT_MS = 1000
const MAX_SLOTS = 500
/** How many outcomes fit into one request, with reasons of maximum length. */
const MAX_OUTCOMES = 200
const MAX_REASON = 1000

/** The context of a handler. Stop when `signal` aborts: the lease was lost or the timeout has passed. */
export interface JobContext {
  api: ApiClient
  /** For reporting what must not be repeated: retries while the server is unavailable. */
  outcomes: ApiClient
  log: Logger
  signal: AbortSignal
}

export type HandlersOf<Names extends JobName> = {
  [N in Names]: (input: JobInput<N>, work: JobContext) => Promise<void>
}

/** A handler for every job of the catalogue. Each may run twice, so it must be idempotent. */
export type Handlers = HandlersOf<JobName>

type LeaseRequest =
  paths['/api/v1/worker/leases']['post']['requestBody']['content']['application/json']

interface Attempt {
  id: string
  name: JobName
  attempt: number
}
type Outcome = Attempt & {
  error?: string
  final?: boolean
  /** This worker has no handler for it. */
  unknown?: boolean
  /** Its error was refused once. */
  errorRemoved?: boolean
}

/** Leases jobs and runs them until `stop` is called, which waits for running jobs to finish. */
export function startRunner(
  config: ProcessConfig,
  connect: { api: () => ApiClient; leases: () => ApiClient; outcomes: () => ApiClient },
  handlers: Handlers,
  log: Logger,
) {
  const running = new Map<string, Attempt & { abort: AbortController; done: Promise<void> }>()
  const stopping = new AbortController()
  const leases = connect.leases()
  const outcomes = connect.outcomes()
  let api = connect.api()
  let serverUnavailable = false
  /** Concurrent jobs: our own setting, unless an operator has set another. */
  let atOnce = config.concurrency
  let finished: Outcome[] = []
  /** How many outcomes are sent together. */
  let maxReported = MAX_OUTCOMES
  /** Whether the server is of an older version and refuses the list of known jobs. */
  let sendsKnownJobs = true
  let gathering: NodeJS.Timeout | undefined

  const leasing = leaseLoop()
  const heartbeat = setInterval(() => void report(), HEARTBEAT_MS)

  return {
    async stop(graceMs: number) {
      stopping.abort()
      await leasing
      const all = Promise.all([...running.values()].map((job) => job.done))
      await Promise.race([all, sleep(graceMs, undefined, { ref: false })])
      clearInterval(heartbeat)
      clearTimeout(gathering)
      await report()
    },
  }

  async function leaseLoop() {
    while (!stopping.signal.aborted) {
      const slots = Math.min(atOnce - running.size, MAX_SLOTS)
      if (slots <= 0) {
        await Promise.race([...running.values()].map((job) => job.done))
        continue
      }
      try {
        const leased = await reportAndLease(slots, WAIT_SECONDS, stopping.signal)
        for (const job of leased) start(job)
      } catch (error) {
        if (stopping.signal.aborted) return
        log.warn({ reason: (error as Error).message }, 'cannot lease jobs')
        await sleep(RECONNECT_MS, undefined, { ref: false })
      }
    }
  }

  /**
   * Reports finished and running jobs, and leases up to `slots` jobs. Reports that could not be sent are kept for the
   * next call.
   */
  async function reportAndLease(slots: number, waitSeconds: number, signal?: AbortSignal) {
    const ended = finished.splice(0, maxReported)
    const knows = sendsKnownJobs && slots > 0 && { knows: Object.keys(handlers) }
    try {
      const {
        jobs: leased,
        lost,
        concurrency,
        refused = [], // a server of an older version leaves it out
      } = dataOf(
        await leases.POST('/api/v1/worker/leases', {
          // The document lists the jobs that come with Powernode; extensions have more.
          body: {
            slots,
            wait_seconds: waitSeconds,
            ...knows,
            finished: ended.map(({ errorRemoved: _, ...outcome }) => outcome),
            running: [...running.values()].map(({ id, name, attempt }) => ({ id, name, attempt })),
          } as LeaseRequest,
          ...(signal && { signal }),
        }),
      )
      for (const { index, reason } of refused) dropError(ended[index], reason)
      if (finished.length === 0) maxReported = MAX_OUTCOMES
      // The server is available again: reset the breaker, whose open state would only delay jobs.
      if (serverUnavailable) {
        api = connect.api()
        sendsKnownJobs = true
      }
      serverUnavailable = false
      atOnce = concurrency ?? config.concurrency
      for (const id of lost) running.get(id)?.abort.abort()
      return leased
    } catch (error) {
      const refused = error instanceof RefusedError
      if (refused && knows && /\bknows\b/.test(error.message)) {
        sendsKnownJobs = false
        finished = [...ended, ...finished]
        throw error
      }
      // The server responds but refuses the report: send outcomes one at a time to find the invalid one.
      maxReported = refused ? 1 : maxReported
      if (refused && ended.length === 1) dropError(ended[0], error.message)
      else finished = [...ended, ...finished]
      serverUnavailable ||= !signal?.aborted && !refused
      throw error
    }
  }

  /** A refused outcome is sent once more without its error, and then dropped. */
  function dropError(outcome: Outcome | undefined, reason: string) {
    if (!outcome) return
    const { errorRemoved, error, unknown: _, ...attempt } = outcome
    log.error({ job: outcome.name, id: outcome.id, reason }, 'the server refused an outcome')
    if (errorRemoved || error === undefined) return
    finished.push({ ...attempt, error: 'The reason could not be recorded', errorRemoved: true })
  }

  async function report() {
    gathering = undefined
    if (finished.length === 0 && running.size === 0) return
    await reportAndLease(0, 0).catch((error: Error) =>
      log.warn({ reason: error.message }, 'report delayed'),
    )
    if (finished.length > 0)
      gathering ??= setTimeout(() => void report(), serverUnavailable ? RECONNECT_MS : GATHER_MS)
  }

  function start<N extends JobName>(
    job: Attempt & Pick<LeasedJob<N>, 'name' | 'trace'> & { input: unknown },
  ) {
    const { id, name, attempt } = job
    const runningAttempt = running.get(id)
    if (runningAttempt) {
      // Still running: the server considered it lost, for example after an outage. Its result counts for this attempt.
      runningAttempt.attempt = attempt
      return
    }
    if (!Object.hasOwn(handlers, name)) {
      log.warn({ job: name, id }, 'no handler for this job; another worker can run it')
      // An older server, which does not know `unknown`, treats it as a failure.
      const error = `This worker has no handler for the job ${name}`
      finished.push({ id, name, attempt, error, unknown: true })
      gathering ??= setTimeout(() => void report(), GATHER_MS)
      return
    }
    const abort = new AbortController()
    const time = AbortSignal.timeout(jobDefinitions[name].timeoutSeconds * 1000)
    const work = { api, outcomes, log, signal: AbortSignal.any([abort.signal, time]) }
    const entry = { id, name, attempt, abort, done: Promise.resolve() }
    const span = { kind: SpanKind.CONSUMER, attributes: attributesOf(job), parent: job.trace }
    entry.done = inSpan(`process ${name}`, span, () =>
      handlers[name](job.input as JobInput<N>, work),
    )
      .then(
        () => finished.push({ id, name, attempt: entry.attempt }),
        (error: Error) => {
          const reason = sanitizeText(error.message, MAX_REASON) || 'failed'
          log.error({ job: name, id, attempt: entry.attempt, reason }, 'job failed')
          const final = error instanceof FinalError
          finished.push({ id, name, attempt: entry.attempt, error: reason, final })
        },
      )
      .then(() => {
        if (running.get(id) === entry) running.delete(id)
        gathering ??= setTimeout(() => void report(), GATHER_MS)
      })
    running.set(id, entry)
  }
}

function attributesOf({ id, name, attempt }: Attempt) {
  const attributes = jobAttributes('process', jobDefinitions[name].queue, name)
  return { ...attributes, 'messaging.message.id': id, 'powernode.job.attempt': attempt }
}
