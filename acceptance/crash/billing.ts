import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { startInstallation } from '../installation.ts'
import { dataFolder, type LaunchedProcess, launch } from '../launch.ts'
import { isAlive, kill } from '../processes.ts'
import { databaseSettings } from '../second.ts'
import { until } from '../until.ts'
import { type Installation, stopUp } from '../up.ts'
import { startTap, type Tap } from './tap.ts'

const DOUBLE = join(import.meta.dirname, '../../modules/business/gateways/doubles/process.ts')
/** The signing secret of simulated payments. */
const EVENT_SECRET = 'whsec_double'
const LATENCY_MS = 20

export type Victim = 'server' | 'worker'

/** What a gateway knows of a payment. */
export interface ReceivedCharge {
  payment_id: string
  amount_cents: number
  refunded_cents: number
  status: string
}

/** Server, worker, PostgreSQL and both gateways, with taps on their way. */
export interface BillingInstallation {
  installation: Installation
  db: pg.Client
  taps: { stripe: Tap; paypal: Tap; api: Tap }
  /** Headers of requests as the worker. */
  workerToken: string
  /** Kills a process, and waits until it is gone. */
  kill(victim: Victim): Promise<void>
  /** Starts it again; a server is ready afterwards. */
  start(victim: Victim): Promise<void>
  /** What succeeded at both gateways. */
  charges(): Promise<ReceivedCharge[]>
  /** Sends the events of Stripe that were not accepted yet, twice and in another order. Whether all are accepted now. */
  sendEvents(): Promise<boolean>
  /** Runs a command of the same installation. */
  run(command: string[]): Promise<{ code: unknown; stdout: string; stderr: string }>
  stop(): Promise<void>
}

export async function startBilling(): Promise<BillingInstallation> {
  const stripe = await startDouble('stripe')
  const paypal = await startDouble('paypal')
  const taps = {
    stripe: await startTap(() => stripe.url),
    paypal: await startTap(() => paypal.url),
    api: await startTap(() => installation.url),
  }
  const installation = await startInstallation({
    PAYMENTS_SIMULATED: 'true',
    STRIPE_API_BASE: taps.stripe.url,
    PAYPAL_API_BASE: taps.paypal.url,
    BACKEND_API_URL: taps.api.url,
  })
  const workerToken = await readFile(join(dataFolder(installation.folder), 'worker.token'), 'utf8')
  const settings = {
    ...installation.settings,
    ...(await databaseSettings(installation)),
    WORKER_TOKEN: workerToken,
  }
  // Started one by one, a killed process can be started again at once.
  const { server = 0, worker = 0 } = installation.pids()
  kill(installation.up.pid)
  await until(() => !isAlive(server) && !isAlive(worker), 'the first server and worker exited')
  const running = new Map<Victim, LaunchedProcess>()

  async function start(victim: Victim) {
    running.set(victim, launch(installation.folder, settings, [victim]))
    if (victim === 'server') await until(isReady, 'the server was ready', 60)
  }
  const isReady = async () => {
    const reply = await installation.call('GET', '/api/v1/health/ready').catch(() => undefined)
    return reply?.status === 200
  }
  await start('server')
  await start('worker')
  const db = new pg.Client({ connectionString: settings.DATABASE_URL })
  await db.connect()

  return {
    installation,
    db,
    taps,
    workerToken,
    start,
    async kill(victim) {
      const process = running.get(victim)
      if (!process) throw new Error(`no ${victim} runs`)
      kill(process.pid)
      await process.exited
    },
    async charges() {
      const all = [...(await stripe.ask<ReceivedCharge[]>('charges'))]
      all.push(...(await paypal.ask<ReceivedCharge[]>('charges')))
      return all.filter(({ status }) => status === 'succeeded')
    },
    async sendEvents() {
      const to = `${installation.url}/webhooks/stripe`
      const events = { to, secret: EVENT_SECRET, shuffle: 7, double: true }
      const sent = await stripe.ask<{ status?: number }[]>('sendEvents', events)
      return sent.every(({ status }) => status === 200)
    },
    async run(command) {
      const { output, exited } = launch(installation.folder, settings, command)
      return { code: await exited, ...output }
    },
    async stop() {
      await db.end()
      for (const process of running.values()) await stopUp(process)
      await installation.stop()
      for (const tap of Object.values(taps)) await tap.close()
      for (const double of [stripe, paypal]) double.stop()
    },
  }
}

/** A gateway on loopback in a process of its own. */
async function startDouble(gateway: 'stripe' | 'paypal') {
  const child = fork(DOUBLE, [JSON.stringify({ gateway, latencyMs: LATENCY_MS })])
  const { url } = await messageOf<{ url: string }>(child)
  let last: Promise<unknown> = Promise.resolve()
  return {
    url,
    /** Calls a method; one after the other, because answers have no number. */
    ask<T>(method: string, ...args: unknown[]): Promise<T> {
      const asked = last.then(() => {
        child.send({ method, args })
        return messageOf<T>(child)
      })
      last = asked.catch(() => {})
      return asked
    },
    stop: () => child.disconnect(),
  }
}

async function messageOf<T>(child: ChildProcess): Promise<T> {
  const [message] = await once(child, 'message')
  return message as T
}
