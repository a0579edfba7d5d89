import { type Static, type TSchema, Type } from 'typebox'
import { refuseTaken } from './taken.ts'
import type { TraceContext } from './tracing.ts'

export interface JobDefinition {
  input: TSchema
  queue: 'email' | 'maintenance' | 'reports' | 'services' | 'webhooks'
  /**
   * Attempts after the first one fails, after waits that double from 5 s to 30 min. Refusals of the outside world have
   * timetables of their own; these are for trouble of this installation.
   */
  retries: number
  /** A handler that runs longer is abandoned and the attempt counts as failed. */
  timeoutSeconds: number
  /** Cron, UTC. */
  schedule?: string
  /** Jobs with the same value in this field of their input: how many may run at once. One per queue. */
  share?: { by: string; atOnce: number }
}

/** What extensions add, each by declaration merging. */
// biome-ignore lint/suspicious/noEmptyInterface: it is filled by those who merge into it
export interface ExtensionJobs {}

/** Every job there is. The worker's handlers must cover this table, or it does not compile. */
const core = {
  deliver_mail: {
    input: Type.Object({
      mail_id: Type.String({ format: 'uuid' }),
      /** Counts how often the mail was queued; an older job finds nothing to do. Absent in jobs of older versions. */
      turn: Type.Optional(Type.Integer({ minimum: 1 })),
    }),
    queue: 'email',
    retries: 8,
    timeoutSeconds: 300,
  },
  /** Looks for the person behind an address; a job, so that asking takes as long for an address that nobody has. */
  send_reset_link: {
    input: Type.Object({
      email: Type.String({ maxLength: 254 }),
      asked_at: Type.String({ format: 'date-time' }),
      /** Who asked, for the audit log. */
      ip_address: Type.Optional(Type.String({ maxLength: 64 })),
      user_agent: Type.Optional(Type.String({ maxLength: 500 })),
    }),
    // Not among the mails: jobs of a queue with one kind are counted by an index alone.
    queue: 'maintenance',
    retries: 3,
    timeoutSeconds: 60,
  },
  deliver_webhook: {
    input: Type.Object({
      webhook_id: Type.String({ format: 'uuid' }),
      delivery_id: Type.String({ format: 'uuid' }),
      /** Counts how often the delivery was queued; an older job finds nothing to do. */
      turn: Type.Integer({ minimum: 1 }),
    }),
    queue: 'webhooks',
    retries: 8,
    timeoutSeconds: 330,
    share: { by: 'webhook_id', atOnce: 10 },
  },
  export_audit_logs: {
    input: Type.Object({ export_id: Type.String({ format: 'uuid' }) }),
    queue: 'reports',
    retries: 8,
    timeoutSeconds: 1800,
  },
  clean_up_expired: {
    input: Type.Object({}),
    queue: 'maintenance',
    retries: 2,
    timeoutSeconds: 300,
    schedule: '0 3 * * *',
  },
  check_service: {
    input: Type.Object({
      service_id: Type.String({ format: 'uuid' }),
      /** Counts how often a check was asked for; an older job finds nothing to do. */
      turn: Type.Integer({ minimum: 1 }),
    }),
    queue: 'services',
    retries: 1,
    timeoutSeconds: 90,
  },
  test_worker: {
    input: Type.Object({
      /** Whose test it is; without one there is nobody to tell. */
      worker_id: Type.Optional(Type.String({ format: 'uuid' })),
    }),
    queue: 'services',
    retries: 3,
    timeoutSeconds: 30,
  },
} as const satisfies Record<string, JobDefinition>

type Jobs = typeof core & ExtensionJobs
export const jobs = { ...core } as { [N in keyof Jobs]: Jobs[N] }

export type CoreJobName = keyof typeof core
export type JobName = keyof typeof jobs
export type JobInput<N extends JobName> = Static<(typeof jobs)[N]['input']>
export type QueueName = JobDefinition['queue']

export const queues: QueueName[] = [...new Set(Object.values(core).map((job) => job.queue))]
export const jobNames = Object.keys(jobs) as JobName[]

/** Takes in the jobs of an extension, which go to the queues there are; throws where a name is taken. */
export function addJobs(more: Record<string, JobDefinition>): void {
  refuseTaken('job', more, jobs)
  Object.assign(jobs, more)
  jobNames.push(...(Object.keys(more) as JobName[]))
}

/** One job as leased to a worker. `attempt` counts from 1 and fences off workers that lost their lease. */
export interface LeasedJob<N extends JobName = JobName> {
  id: string
  name: N
  attempt: number
  input: JobInput<N>
  /** The trace in which it was queued. */
  trace?: TraceContext
}

/** Heartbeats are due well within this; a lease silent for longer runs again. */
export const LEASE_SECONDS = 10
