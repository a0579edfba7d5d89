import { type Static, type TSchema, Type } from 'typebox'

export interface JobDefinition {
  input: TSchema
  queue: 'email' | 'maintenance' | 'reports' | 'services' | 'webhooks'
  /** Attempts after the first one fails. */
  retries: number
  /** A handler that runs longer is abandoned and the attempt counts as failed. */
  timeoutSeconds: number
  /** Cron, UTC. */
  schedule?: string
  /** What the schedule makes is dropped when nobody takes it in time: the next one does its work. */
  staleAfterSeconds?: number
  /** Jobs with the same value in this field of their input: how many may run at once. One per queue. */
  share?: { by: string; atOnce: number }
}

/** Every job there is. The worker's handlers must cover this table, or it does not compile. */
export const jobs = {
  deliver_mail: {
    input: Type.Object({ mail_id: Type.String({ format: 'uuid' }) }),
    queue: 'email',
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
    retries: 3,
    timeoutSeconds: 330,
    share: { by: 'webhook_id', atOnce: 10 },
  },
  export_audit_logs: {
    input: Type.Object({ export_id: Type.String({ format: 'uuid' }) }),
    queue: 'reports',
    retries: 2,
    timeoutSeconds: 1800,
  },
  clean_up_expired: {
    input: Type.Object({}),
    queue: 'maintenance',
    retries: 2,
    timeoutSeconds: 300,
    schedule: '0 3 * * *',
  },
  evaluate_alert_rules: {
    input: Type.Object({}),
    queue: 'maintenance',
    retries: 0,
    timeoutSeconds: 60,
    schedule: '* * * * *',
    staleAfterSeconds: 120,
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

export type JobName = keyof typeof jobs
export type JobInput<N extends JobName> = Static<(typeof jobs)[N]['input']>
export type QueueName = (typeof jobs)[JobName]['queue']

export const queues: QueueName[] = [...new Set(Object.values(jobs).map((job) => job.queue))]

/** One job as leased to a worker. `attempt` counts from 1 and fences off workers that lost their lease. */
export interface LeasedJob<N extends JobName = JobName> {
  id: string
  name: N
  attempt: number
  input: JobInput<N>
}

/** Heartbeats are due well within this; a lease silent for longer runs again. */
export const LEASE_SECONDS = 10
