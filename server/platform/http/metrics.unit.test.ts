import { expect, test } from 'vitest'
import { createMetrics } from './metrics.ts'
import { BUCKETS_MS, createSampler, quantile } from './sample.ts'

test('gauges that cannot be read are left out', async () => {
  const metrics = createMetrics({ version: '1.2.3' })
  let broken = false
  metrics.gauge('powernode_jobs', 'Jobs', async () => {
    if (broken) throw new Error('no database')
    return [{ labels: { queue: 'email' }, value: 4 }]
  })
  expect(await metrics.print()).toMatch(/^powernode_jobs\{queue="email"\} 4$/m)
  broken = true
  const text = await metrics.print()
  expect(text).not.toMatch(/^powernode_jobs\{/m)
  expect(text).toMatch(/^powernode_build_info\{version="1.2.3"\} 1$/m)
})

test('a sample contains the counts since the previous one', () => {
  const metrics = createMetrics({ version: '1' })
  const request = { method: 'GET', route: '/', sampled: true }
  metrics.requestEnded({ ...request, status: 200 }, 0.004)
  metrics.requestEnded({ ...request, status: 503 }, 0.4)
  metrics.requestEnded({ ...request, status: 200, sampled: false }, 20)
  metrics.jobEnded('test_worker', 'failed', 1)
  expect(metrics.takeSample()).toMatchObject({
    requests: 2,
    server_errors: 1,
    jobs_completed: 0,
    jobs_failed: 1,
  })
  expect(metrics.takeSample()).toMatchObject({ requests: 0, server_errors: 0, jobs_failed: 0 })
})

test('durations are counted by class of request, so that many routes stay small', async () => {
  const metrics = createMetrics({ version: '1' })
  const empty = (await metrics.print()).length
  for (let route = 0; route < 500; route++) {
    const request = { method: 'POST', route: `/api/v1/resource_${route}/:id`, sampled: true }
    metrics.requestEnded({ ...request, status: 201 }, 0.5)
    metrics.requestEnded({ ...request, status: 422 }, 0.25)
  }
  metrics.requestEnded(
    { method: 'POST', route: '/leases', status: 200, sampled: false, kind: 'wait' },
    20,
  )
  const text = await metrics.print()
  expect(text.length - empty).toBeLessThan(200_000)
  const name = 'powernode_http_request_duration_seconds'
  expect(text).toContain(`${name}_count{class="write",status="2xx"} 500`)
  expect(text).toContain(`${name}_bucket{le="30",class="wait",status="2xx"} 1`)
  expect(text).toContain(
    'powernode_http_request_seconds_total{method="POST",route="/api/v1/resource_7/:id"} 0.75',
  )
})

test('a quantile is interpolated within its bucket', () => {
  const { request, take } = createSampler()
  for (let ms = 1; ms <= 100; ms++) request(200, ms / 1000)
  const { durations } = take()
  expect(quantile(durations, 0.5)).toBeCloseTo(50, 0)
  expect(quantile(durations, 0.95)).toBeCloseTo(95, 0)
  expect(quantile(durations, 1)).toBe(100)
  request(200, 3600)
  expect(quantile(take().durations, 0.95)).toBe(BUCKETS_MS.at(-1))
  expect(quantile(take().durations, 0.95)).toBeNull()
})
