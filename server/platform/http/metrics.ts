import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

const BUCKETS_SECONDS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30]

export interface Metrics {
  observeRequest(method: string, route: string, status: number, seconds: number): void
  /** A figure read when Prometheus asks. */
  gauge(name: string, help: string, read: () => number): void
  print(): Promise<string>
  contentType: string
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'powernode_http_request_duration_seconds',
    help: 'Time to answer a request, by route template',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS_SECONDS,
    registers: [registry],
  })
  // Finding a series by its labels costs more than counting in it.
  const seriesOf = new Map<string, ReturnType<typeof requests.labels>>()
  return {
    observeRequest(method, route, status, seconds) {
      const key = `${method} ${route} ${status}`
      let series = seriesOf.get(key)
      if (!series) {
        series = requests.labels(method, route, String(status))
        seriesOf.set(key, series)
      }
      series.observe(seconds)
    },
    gauge(name, help, read) {
      new Gauge({
        name,
        help,
        registers: [registry],
        collect() {
          this.set(read())
        },
      })
    },
    print: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
