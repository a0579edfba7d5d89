import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Config, ConfigError, readConfig } from '../../server/config.ts'
import { type EmbeddedPostgres, startEmbedded } from '../../server/platform/db/embedded.ts'
import { readWorkerConfig } from '../../worker/config.ts'
import { claimPlace, masterKeyOf, workerTokenOf } from './place.ts'
import { untilAskedToStop } from './stop.ts'

const STOP_MS = 15_000
const RESTART_MS = 1000

interface Report {
  url?: string
  firstAdmin?: { email: string; password: string; generated: boolean }
  failure?: string
}

/** Starts PostgreSQL, server and worker, restarts what dies, and stops all in the reverse order. */
export async function up(): Promise<void> {
  const config = readConfig()
  const state: State = { stopping: false }
  readWorkerConfig({ BACKEND_API_URL: 'http://localhost', WORKER_TOKEN: 'later', ...process.env })
  const leavePlace = await claimPlace(config)
  const asked = untilAskedToStop()
  if (!config.DATABASE_URL)
    keepPostgres(config, await startEmbedded(config.POWERNODE_DATA_DIR), state)

  try {
    const environment = {
      DATABASE_URL: config.DATABASE_URL ?? state.postgres?.url ?? '',
      POWERNODE_MASTER_KEY: masterKeyOf(config).toString('base64'),
      WORKER_TOKEN: workerTokenOf(config),
      ...tracingOf(config),
      DRAIN_SECONDS: process.env.DRAIN_SECONDS ?? '0',
    }
    const server = keep(config, 'server', environment, state)
    const { url } = await server.ready
    const worker = keep(config, 'worker', { ...environment, BACKEND_API_URL: url }, state)
    await asked
    state.stopping = true
    await worker.stop()
    await server.stop()
  } finally {
    state.stopping = true
    await state.postgres?.stop()
    leavePlace()
  }
  process.exit(0)
}

/** The worker reads no .env of its own. */
function tracingOf(config: Config): Record<string, string> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER: sampler } = config
  if (!endpoint) return {}
  return {
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_TRACES_SAMPLER: sampler,
    OTEL_TRACES_SAMPLER_ARG: String(config.OTEL_TRACES_SAMPLER_ARG),
  }
}

type State = { stopping: boolean; postgres?: EmbeddedPostgres }

/** PostgreSQL that died is started again on the same port, so that the server finds it. */
function keepPostgres(config: Config, postgres: EmbeddedPostgres, state: State) {
  state.postgres = postgres
  void postgres.exited.then(async () => {
    if (state.stopping) return
    process.stderr.write('powernode: PostgreSQL stopped; starting it again\n')
    keepPostgres(config, await startAgain(config), state)
  })
}

/** Right after a crash its last processes may still hold the data; they are soon gone. */
async function startAgain(config: Config): Promise<EmbeddedPostgres> {
  for (;;) {
    try {
      return await startEmbedded(config.POWERNODE_DATA_DIR)
    } catch (error) {
      process.stderr.write(`powernode: ${(error as Error).message}\n`)
      await sleep(RESTART_MS)
    }
  }
}

/** Runs `powernode <command>` as a child and starts it again when it dies. */
function keep(
  config: Config,
  command: 'server' | 'worker',
  environment: Record<string, string>,
  state: State,
) {
  const cache = join(config.POWERNODE_DATA_DIR, 'compiled') // what TypeScript became, for a quicker next start
  const { promise: ready, resolve, reject } = Promise.withResolvers<{ url: string }>()
  let child: ChildProcess
  let announced = false

  function start() {
    child = fork(join(import.meta.dirname, '../powernode.ts'), [command], {
      env: { ...process.env, ...environment, NODE_COMPILE_CACHE: cache },
      // A smaller young generation: a third less memory for a few per cent of speed.
      execArgv: ['--max-semi-space-size=8'],
      detached: true, // Ctrl-C is ours to pass on, in order
    })
    child.on('error', (error) => process.stderr.write(`powernode: ${command}: ${error.message}\n`))
    child.on('message', (report: Report) => {
      if (report.failure) return reject(new ConfigError(report.failure))
      if (report.url && !announced) announce(report)
      announced = true
      resolve({ url: report.url ?? '' })
    })
    child.once('exit', async (code) => {
      if (state.stopping) return
      if (!announced && command === 'server')
        return reject(new ConfigError(`The server stopped (${code})`))
      process.stderr.write(`powernode: the ${command} stopped; starting it again\n`)
      await sleep(RESTART_MS)
      if (!state.stopping) start()
    })
  }
  start()

  return {
    ready,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      const slow = await Promise.race([gone, sleep(STOP_MS, 'slow', { ref: false })])
      if (slow === 'slow') child.kill('SIGKILL')
      await gone
    },
  }
}

function announce({ url, firstAdmin }: Report) {
  const lines = ['', `  Powernode is ready at ${url}`]
  if (firstAdmin) {
    lines.push('', '  Sign in as the first administrator:', `    e-mail    ${firstAdmin.email}`)
    if (firstAdmin.generated) lines.push(`    password  ${firstAdmin.password}   (shown this once)`)
  }
  process.stdout.write(`${lines.join('\n')}\n\n  Ctrl-C stops it.\n\n`)
}
