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
import { type ApiClient, dataOf, FinalError, RefusedError, requireAccepted } from './client.ts'
import type { ProcessConfig } from './config.ts'

const WAIT_SECONDS = 20
const HEARTBEAT_MS = (LEASE_SECONDS * 1000) / 3
/** How long a result may wait to be sent with others. */
const GATHER_MS = 10
const RECONNECT_MS = 1000
const MAX_SLOTS = 500
/**
 * As many jobs are leased ahead of free slots as started and ended within this time, so that slots are filled while a request
 * is on its way, and the jobs wait about as long. While all jobs take longer, none wait here that an idle worker could run.
 */
const AHEAD_MS = 100
/** A job leased ahead that has waited for longer, behind jobs that take long, is released to other workers. */
const MAX_WAIT_MS = 1000
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
  const running = new Map<string, Attempt & { abort: AbortController; done: Promise<unknown> }>()
  /** Leased ahead, in the order in which they start. */
  let waiting: (LeasedJob & { since: number })[] = []
  /** When short jobs ended, at most AHEAD_MS ago. */
  let endTimes: number[] = []
  let jobEnded = Promise.withResolvers<void>()
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
  const heartbeat = setInterval(() => void report({ heartbeat: true }), HEARTBEAT_MS)
  const releasing = setInterval(() => {
    const overdue = Date.now() - MAX_WAIT_MS
    void release(waiting.filter(({ since }) => since < overdue))
  }, MAX_WAIT_MS)

  return {
    async stop(graceMs: number) {
      stopping.abort()
      jobEnded.resolve()
      clearInterval(releasing)
      await leasing
      await release(waiting)
      const all = Promise.all([...running.values()].map((job) => job.done))
      await Promise.race([all, sleep(graceMs, undefined, { ref: false })])
      clearInterval(heartbeat)
      clearTimeout(gathering)
      await report()
    },
  }

  async function leaseLoop() {
    while (!stopping.signal.aborted) {
      endTimes = endTimes.filter((time) => time > Date.now() - AHEAD_MS)
      const capacity = atOnce + Math.min(atOnce, endTimes.length)
      const slots = Math.min(capacity - running.size - waiting.length, MAX_SLOTS)
      if (slots <= 0) {
        await jobEnded.promise
        continue
      }
      try {
        const leased = await reportAndLease({ slots, waitSeconds: WAIT_SECONDS })
        for (const job of leased) accept(job)
        startNext()
      } catch (error) {
        if (stopping.signal.aborted) return
        log.warn({ reason: (error as Error).message }, 'cannot lease jobs')
        await sleep(RECONNECT_MS, undefined, { ref: false })
      }
    }
  }

  /**
   * Reports finished jobs, with `heartbeat` also those held, and leases up to `slots` jobs. Reports that could not be sent
   * are kept for the next call.
   */
  async function reportAndLease({ slots = 0, waitSeconds = 0, heartbeat = false }) {
    const signal = slots > 0 ? stopping.signal : undefined
    const held = heartbeat || serverUnavailable ? [...running.values(), ...waiting] : []
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
            running: held.map(attemptOf),
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
      if (lost.length > 0) waiting = waiting.filter(({ id }) => !lost.includes(id))
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

  async function report({ heartbeat = false } = {}) {
    if (!heartbeat) gathering = undefined
    if (finished.length === 0 && running.size + waiting.length === 0) return
    await reportAndLease({ heartbeat }).catch((error: Error) =>
      log.warn({ reason: error.message }, 'report delayed'),
    )
    if (finished.length > 0)
      gathering ??= setTimeout(() => void report(), serverUnavailable ? RECONNECT_MS : GATHER_MS)
  }

  /** Returns jobs that have not started to their queues. If that fails, their leases expire. */
  async function release(jobs: LeasedJob[]) {
    if (jobs.length === 0) return
    waiting = waiting.filter((job) => !jobs.includes(job))
    const body = { slots: 0, finished: jobs.map((job) => ({ ...attemptOf(job), released: true })) }
    await leases
      .POST('/api/v1/worker/leases', { body: body as LeaseRequest })
      .then(requireAccepted)
      .catch((error: Error) => log.warn({ reason: error.message }, 'leases were not released'))
  }

  function accept(job: LeasedJob) {
    const { id, name, attempt } = job
    const held = running.get(id) ?? waiting.find((one) => one.id === id)
    if (held) {
      // The server considered it lost, for example after an outage. Its result counts for this attempt.
      held.attempt = attempt
    } else if (Object.hasOwn(handlers, name)) {
      waiting.push({ ...job, since: Date.now() })
    } else {
      log.warn({ job: name, id }, 'no handler for this job; another worker can run it')
      // An older server, which does not know `unknown`, treats it as a failure.
      const error = `This worker has no handler for the job ${name}`
      finished.push({ id, name, attempt, error, unknown: true })
      gathering ??= setTimeout(() => void report(), GATHER_MS)
    }
  }

  function startNext() {
    if (stopping.signal.aborted) return
    for (const job of waiting.splice(0, Math.max(0, atOnce - running.size))) start(job)
  }

  function start<N extends JobName>(job: Attempt & Pick<LeasedJob<N>, 'name' | 'input' | 'trace'>) {
    const { id, name, attempt } = job
    const abort = new AbortController()
    // Costs much less than a signal of its own, combined with this one.
    const timeout = setTimeout(
      () => abort.abort(new DOMException('The job took too long', 'TimeoutError')),
      jobDefinitions[name].timeoutSeconds * 1000,
    ).unref()
    const work = { api, outcomes, log, signal: abort.signal }
    const entry = { id, name, attempt, abort, started: Date.now(), done: Promise.resolve() }
    const span = { kind: SpanKind.CONSUMER, attributes: attributesOf(job), parent: job.trace }
    entry.done = inSpan(`process ${name}`, span, () => handlers[name](job.input, work))
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
        clearTimeout(timeout)
        running.delete(id)
        if (Date.now() - entry.started < AHEAD_MS) endTimes.push(Date.now())
        startNext()
        jobEnded.resolve()
        jobEnded = Promise.withResolvers()
        gathering ??= setTimeout(() => void report(), GATHER_MS)
      })
    running.set(id, entry)
  }
}

const attemptOf = ({ id, name, attempt }: Attempt) => ({ id, name, attempt })

function attributesOf({ id, name, attempt }: Attempt) {
  const attributes = jobAttributes('process', jobDefinitions[name].queue, name)
  return { ...attributes, 'messaging.message.id': id, 'powernode.job.attempt': attempt }
}
