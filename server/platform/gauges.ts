import type { Platform } from './kernel/platform.ts'

/** Queue metrics cover the whole installation; they are read from the database at most this often. */
const QUEUES_READ_MS = 5000

/** Registers the gauges for Prometheus. */
export function addGauges({ metrics, pool, queriesWaiting, cable, queue, redis }: Platform): void {
  if (redis) {
    metrics.gauge('powernode_redis_up', '1 while Redis responds, otherwise 0', () => [
      { value: redis.up ? 1 : 0 },
    ])
  }
  metrics.gauge('powernode_database_connections', 'Connections of the pool', () => [
    { labels: { state: 'in_use' }, value: pool.totalCount - pool.idleCount },
    { labels: { state: 'idle' }, value: pool.idleCount },
  ])
  metrics.gauge('powernode_database_connections_max', 'Connections the pool may open', () => [
    { value: pool.options.max ?? 0 },
  ])
  metrics.gauge('powernode_database_waiting', 'Queries that wait for a connection', () => [
    { value: queriesWaiting() },
  ])
  metrics.gauge('powernode_cable_connections', 'Open WebSocket connections', () => [
    { value: cable.size },
  ])
  metrics.gauge('powernode_cable_subscriptions', 'Subscriptions of these connections', () => [
    { value: cable.subscriptions },
  ])

  const queues = cached(QUEUES_READ_MS, () => queue.console.everyQueue())
  metrics.gauge('powernode_jobs', 'Jobs of the installation, by queue and state', async () =>
    (await queues()).flatMap(({ name, waiting, scheduled, running }) => [
      { labels: { queue: name, state: 'waiting' }, value: waiting },
      { labels: { queue: name, state: 'scheduled' }, value: scheduled },
      { labels: { queue: name, state: 'running' }, value: running },
    ]),
  )
  metrics.gauge(
    'powernode_jobs_oldest_seconds',
    'Seconds that the oldest ready job has waited',
    async () =>
      (await queues()).map(({ name, oldest_seconds }) => ({
        labels: { queue: name },
        value: oldest_seconds ?? 0,
      })),
  )
}

/** Caches a read for `ms`; a failed read is not cached. */
function cached<T>(ms: number, read: () => Promise<T>): () => Promise<T> {
  let value: Promise<T> | undefined
  let until = 0
  return () => {
    if (!value || Date.now() >= until) {
      until = Date.now() + ms
      value = read()
      value.catch(() => {
        value = undefined
      })
    }
    return value
  }
}
