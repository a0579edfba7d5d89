import { spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataOf } from './client.ts'
import { findProgram } from './debian.ts'
import { startInstallation } from './installation.ts'
import { register } from './people.ts'
import { type Receiver, startReceiver } from './receiver.ts'
import { openSocket } from './socket.ts'
import { until } from './until.ts'
import type { Installation } from './up.ts'

const TOKEN = 'a-token-for-prometheus'
const operations = resolve(import.meta.dirname, '../docs/operations')

let installation: Installation
let receiver: Receiver

beforeAll(async () => {
  receiver = await startReceiver()
  installation = await startInstallation({
    WEBHOOK_ALLOW_PRIVATE_TARGETS: 'true',
    METRICS_TOKEN: TOKEN,
  })
})
afterAll(async () => {
  await installation?.stop()
  await receiver?.stop()
})

async function scrape(): Promise<string> {
  const { status, text } = await installation.call('GET', '/metrics', { token: TOKEN })
  expect(status).toBe(200)
  return text
}

/** The sum of a metric over all series with these labels. */
function sumOf(text: string, name: string, ...labels: string[]): number {
  const lines = text
    .split('\n')
    .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
  return lines
    .filter((line) => labels.every((label) => line.includes(label)))
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0)
}

/** Runs promtool with `input` on standard input; returns its exit code and output. */
async function promtool(options: string[], input = ''): Promise<{ code: number; output: string }> {
  const { path, env } = await findProgram('promtool')
  const child = spawn(path, options, { env: { ...process.env, ...env } })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk
    })
  }
  child.stdin.end(input)
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('close', (code) => done({ code: code ?? 1, output }))
  })
}

test('metrics count work by route, job, outcome and connection', async () => {
  const before = await scrape()
  const owner = await register(installation.url)
  const body = { url: receiver.url, event_types: ['account.updated' as const] }
  dataOf(await owner.api.POST('/api/v1/webhooks', { body }))
  dataOf(await owner.api.PATCH('/api/v1/accounts/current', { body: { name: 'Counted' } }))
  const socket = await openSocket(installation.url, {
    token: owner.token,
    protocols: ['actioncable-v1-json'],
  })
  const channel = { channel: 'NotificationChannel', account_id: owner.accountId }
  await socket.frame(({ type }) => type === 'welcome', 'the welcome frame arrived')
  socket.subscribe(JSON.stringify(channel))
  await socket.frame(
    ({ type }) => type === 'confirm_subscription',
    'the subscription was confirmed',
  )
  await until(() => receiver.received.length > 0, 'the webhook was delivered')

  const increase = (text: string, name: string, ...labels: string[]) =>
    sumOf(text, name, ...labels) - sumOf(before, name, ...labels)
  const after = await until(async () => {
    const text = await scrape()
    const attempts = increase(text, 'powernode_webhook_attempts_total')
    return attempts > 0 && increase(text, 'powernode_mails_total') > 0 && text
  }, 'mail and webhook were counted')

  const route = 'route="/api/v1/webhooks"'
  expect(increase(after, 'powernode_http_requests_total', route, 'status="201"')).toBe(1)
  expect(increase(after, 'powernode_job_wait_seconds_count', 'job="deliver_webhook"')).toBe(1)
  expect(increase(after, 'powernode_webhook_attempts_total', 'outcome="successful"')).toBe(1)
  expect(increase(after, 'powernode_mails_total', 'outcome="captured"')).toBeGreaterThan(0)
  expect(increase(after, 'powernode_cable_connections')).toBe(1)
  expect(increase(after, 'powernode_cable_subscriptions')).toBe(1)
  expect(increase(after, 'powernode_cable_messages_sent_total')).toBeGreaterThanOrEqual(2)
  expect(sumOf(after, 'powernode_database_connections')).toBeGreaterThan(0)
  expect(sumOf(after, 'powernode_jobs_oldest_seconds', 'queue="dead_letters"')).toBe(0)
  // The scrape itself.
  expect(sumOf(after, 'powernode_http_requests_in_flight')).toBeGreaterThanOrEqual(1)
  socket.close()
  await until(
    async () => sumOf(await scrape(), 'powernode_cable_connections') === 0,
    'the connection was closed',
  )
  for (const secret of [owner.id, owner.accountId, owner.email, TOKEN]) {
    expect(after).not.toContain(secret)
  }
})

test('promtool accepts the metrics', async () => {
  expect(await promtool(['check', 'metrics'], await scrape())).toEqual({ code: 0, output: '' })
})

test('/metrics is refused without the token', async () => {
  for (const token of [undefined, 'another-metrics-token', installation.admin.token]) {
    const result = await installation.call('GET', '/metrics', { token })
    expect(result).toMatchObject({ status: 401, body: { code: 'unauthorized' } })
  }
})

test('promtool accepts the alert rules', async () => {
  const result = await promtool(['check', 'rules', join(operations, 'prometheus_rules.yml')])
  expect(result).toMatchObject({
    code: 0,
    output: expect.stringContaining('SUCCESS: 10 rules found'),
  })
})

test('the dashboard and the alert rules use existing metrics in valid PromQL', async () => {
  const rules = await readFile(join(operations, 'prometheus_rules.yml'), 'utf8')
  const dashboard = JSON.parse(await readFile(join(operations, 'grafana.json'), 'utf8')) as {
    panels: { title: string; type: string; targets?: { expr: string }[] }[]
  }
  const charts = dashboard.panels.filter(({ type }) => type !== 'row')
  expect(charts.filter(({ targets = [] }) => targets.length === 0)).toEqual([])
  const queries = charts.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr))
  const exposed = new Set(
    [...(await scrape()).matchAll(/^([a-z_]\w+)[{ ]/gm)].map(([, name]) => name),
  )
  const used = `${rules}\n${queries.join('\n')}`.matchAll(/\b(?:powernode|nodejs|process)_\w+/g)
  expect([...used].map(([name]) => name).filter((name) => !exposed.has(name))).toEqual([])

  const concrete = queries.map((expr) =>
    expr.replaceAll('$__rate_interval', '5m').replaceAll('$job', 'powernode'),
  )
  const asRules = concrete.map(
    (expr, index) => `  - record: query:${index}\n    expr: ${JSON.stringify(expr)}`,
  )
  const file = join(installation.folder, 'dashboard.yml')
  await writeFile(file, `groups:\n- name: dashboard\n  rules:\n${asRules.join('\n')}\n`)
  expect(await promtool(['check', 'rules', file])).toMatchObject({ code: 0 })
})
