import type { CounterDefinition } from '@powernode/contract/declare.ts'
import type { JobName } from '@powernode/contract/jobs.ts'
import type { NamesOf } from '@powernode/contract/registry.ts'
import { requireUnusedNames } from '@powernode/contract/taken.ts'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { metricsPrinter } from './process_metrics.ts'
import { createSampler, type Sample } from './sample.ts'

const REQUEST_SECONDS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30]
const JOB_SECONDS = [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 1800]

/** Gauges of prom-client whose names end in `_total`, which `promtool check metrics` refuses. */
const MISNAMED = ['active_handles', 'active_requests', 'active_resources']

/** The counters of the domains. */
export type CounterName = NamesOf<'counters'>
const counters = {} as Record<CounterName, CounterDefinition>

/** Registers the counters of a domain; throws if a name is already registered. */
export function addCounters(more: Record<string, CounterDefinition>): void {
  requireUnusedNames('counter', more, counters)
  Object.assign(counters, more)
}

interface Reading {
  labels?: Record<string, string>
  value: number
}

interface EndedRequest {
  method: string
  /** Its template. */
  route: string
  status: number
  sampled: boolean
  /** It waited for something to happen, such as a lease of jobs, or it was a probe or a file of the web app. */
  kind?: 'wait' | 'static' | undefined
}

/** Metrics of this process. Labels have a fixed set of values: routes, jobs, outcomes; never ids. */
export interface Metrics {
  requestStarted(): void
  /** Also called if the client disconnected before the response. */
  requestGone(): void
  /** `sampled` requests also count in the metrics of each minute. */
  requestEnded(of: EndedRequest, seconds: number): void
  /** A worker leased a job that had been ready for `waitedSeconds`. */
  jobLeased(job: JobName, waitedSeconds: number): void
  jobEnded(job: JobName, outcome: 'completed' | 'failed', seconds: number): void
  /** Increments a counter of a domain. */
  count(name: CounterName, label: string): void
  mailEnded(outcome: 'sent' | 'captured' | 'deferred' | 'failed'): void
  /** `count` frames were sent over WebSockets. */
  cableSent(count: number): void
  /** A transaction is retried after a deadlock. */
  transactionRetried(): void
  /** Registers a gauge that is read at each scrape. It is left out if it cannot be read. */
  gauge(name: string, help: string, read: () => Reading[] | Promise<Reading[]>): void
  /** The counts since the previous call. */
  takeSample(): Sample
  print(): Promise<string>
  contentType: string
}

export function createMetrics(about: { version: string }): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  for (const name of MISNAMED) registry.removeSingleMetric(`nodejs_${name}_total`)
  const sampler = createSampler()

  // A histogram of each route would be a megabyte per scrape.
  const durations = new Histogram({
    name: 'powernode_http_request_duration_seconds',
    help: 'Time to respond to a request, by class of request and status',
    labelNames: ['class', 'status'],
    buckets: REQUEST_SECONDS,
    registers,
  })
  const requests = new Counter({
    name: 'powernode_http_requests_total',
    help: 'Requests by route template and status',
    labelNames: ['method', 'route', 'status'],
    registers,
  })
  const requestSeconds = new Counter({
    name: 'powernode_http_request_seconds_total',
    help: 'Time spent on requests by route template',
    labelNames: ['method', 'route'],
    registers,
  })
  // Values that change with every request or frame are numbers here, and metrics only when they are read.
  let inProgress = 0
  new Gauge({
    name: 'powernode_http_requests_in_flight',
    help: 'Requests in progress',
    registers,
    collect() {
      this.set(inProgress)
    },
  })
  const waits = new Histogram({
    name: 'powernode_job_wait_seconds',
    help: 'Time from when a job was ready until a worker leased it',
    labelNames: ['job'],
    buckets: JOB_SECONDS,
    registers,
  })
  const runs = new Histogram({
    name: 'powernode_job_duration_seconds',
    help: 'Duration of a job attempt, by outcome',
    labelNames: ['job', 'outcome'],
    buckets: JOB_SECONDS,
    registers,
  })
  const counter = (name: string, help: string, ...labelNames: string[]) =>
    new Counter({ name, help, labelNames, registers })
  const ofDomains = Object.fromEntries(
    Object.entries(counters).map(([name, { counts, by }]) => [
      name,
      counter(`powernode_${name}_total`, counts, by),
    ]),
  ) as Record<CounterName, Counter>
  const mails = counter(
    'powernode_mails_total',
    'Emails, by outcome of the send attempt',
    'outcome',
  )
  let framesSent = 0
  new Counter({
    name: 'powernode_cable_messages_sent_total',
    help: 'Frames sent over WebSockets',
    registers,
    collect() {
      this.inc(framesSent)
      framesSent = 0
    },
  })
  const retries = counter(
    'powernode_database_transaction_retries_total',
    'Transactions retried after a deadlock',
  )
  new Gauge({
    name: 'powernode_build_info',
    help: 'Always 1; the version is in the label',
    labelNames: ['version'],
    registers,
  }).set(about, 1)

  // Looking up a series by its labels costs more than observing a value.
  const seriesOf = new Map<string, (seconds: number) => void>()
  function openSeries({ method, route, status, kind }: EndedRequest) {
    const ordinary = method === 'GET' || method === 'HEAD' ? 'read' : 'write'
    const duration = durations.labels(kind ?? ordinary, `${Math.floor(status / 100)}xx`)
    const count = requests.labels(method, route, String(status))
    const total = requestSeconds.labels(method, route)
    return (seconds: number) => {
      duration.observe(seconds)
      count.inc()
      total.inc(seconds)
    }
  }
  return {
    requestStarted() {
      inProgress++
    },
    requestGone() {
      inProgress--
    },
    requestEnded(request, seconds) {
      const { method, route, status, sampled } = request
      const key = `${method} ${route} ${status}`
      let record = seriesOf.get(key)
      if (!record) {
        record = openSeries(request)
        seriesOf.set(key, record)
      }
      record(seconds)
      if (sampled) sampler.request(status, seconds)
    },
    jobLeased: (job, waitedSeconds) => waits.observe({ job }, Math.max(0, waitedSeconds)),
    jobEnded(job, outcome, seconds) {
      runs.observe({ job, outcome }, Math.max(0, seconds))
      sampler.job(outcome)
    },
    count: (name, label) => ofDomains[name].inc({ [counters[name].by]: label }),
    mailEnded: (outcome) => mails.inc({ outcome }),
    cableSent(count) {
      framesSent += count
    },
    transactionRetried: () => retries.inc(),
    gauge(name, help, read) {
      new Gauge({
        name,
        help,
        labelNames: ['queue', 'state'],
        registers,
        async collect() {
          const readings = await Promise.resolve(read()).catch(() => [])
          this.reset()
          for (const { labels = {}, value } of readings) this.set(labels, value)
        },
      })
    },
    takeSample: sampler.take,
    print: metricsPrinter(registry),
    contentType: registry.contentType,
  }
}
