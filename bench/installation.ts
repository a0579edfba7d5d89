import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { runningEmbedded } from '../server/platform/db/embedded.ts'
import { freePort } from '../server/platform/db/ports.ts'

const EMAIL = 'bench@example.com'
const PASSWORD = 'Bench-Horse-7-Battery'
const START_MS = 120_000

type BenchedProcess = 'up' | 'server' | 'worker'

/** An installation in a temporary folder, run as in production. */
export interface Installation {
  url: string
  databaseUrl: string
  /** The user who signs in. */
  email: string
  /** The output of server and worker so far. */
  log(): string
  /** Signs in the administrator, or a person with the same password. */
  signIn(email?: string): Promise<{ token: string; userId: string; accountId: string }>
  /** The bearer token of the worker. */
  workerToken(): string
  /** Resident memory of a process. */
  megabytes(process: BenchedProcess): number
  /** Kills a process with SIGKILL; `up` starts it again. */
  kill(process: BenchedProcess): void
  stop(): Promise<void>
  /** Runs `up` on the existing data, with these settings; returns the seconds until the health route responds. */
  start(settings?: Record<string, string>): Promise<number>
  remove(): void
}

export async function install(): Promise<Installation> {
  const dir = mkdtempSync(join(tmpdir(), 'powernode-bench-'))
  chmodSync(dir, 0o711) // PostgreSQL runs as another user when this is root
  const logFile = join(dir, 'powernode.log')
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = {
    ...process.env,
    PORT: String(port),
    POWERNODE_DATA_DIR: dir,
    POWERNODE_ADMIN_EMAIL: EMAIL,
    POWERNODE_ADMIN_PASSWORD: PASSWORD,
    DISABLE_RATE_LIMITING: 'true',
    WEBHOOK_ALLOW_PRIVATE_TARGETS: 'true',
    LOG_LEVEL: 'info',
    DATABASE_URL: '',
    NODE_ENV: '', // used only by the check that refuses disabled rate limits in production
  }
  let up: ChildProcess

  const installation: Installation = {
    url,
    email: EMAIL,
    databaseUrl: '',
    log: () => readFileSync(logFile, 'utf8'),
    workerToken: () => readFileSync(join(dir, 'worker.token'), 'utf8').trim(),
    async start(settings = {}) {
      const started = performance.now()
      const output = openSync(logFile, 'a')
      // Because of the IPC channel, `up` stops when the benchmark dies.
      up = fork(join(import.meta.dirname, '../bin/powernode.mjs'), ['up'], {
        env: { ...env, ...settings },
        stdio: ['ignore', output, output, 'ipc'],
      })
      await untilHealthy(url, up)
      const seconds = (performance.now() - started) / 1000
      installation.databaseUrl = (await runningEmbedded(dir)) ?? ''
      return seconds
    },
    async signIn(email = EMAIL) {
      const response = await fetch(`${url}/api/v1/auth/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password: PASSWORD }),
      })
      if (!response.ok) throw new Error(`POST /auth/login returned ${response.status}`)
      const { data } = (await response.json()) as { data: SignedIn }
      return { token: data.access_token, userId: data.user.id, accountId: data.user.account.id }
    },
    megabytes: (name) => findProcess(up.pid ?? 0, name).megabytes,
    kill: (name) => process.kill(findProcess(up.pid ?? 0, name).pid, 'SIGKILL'),
    async stop() {
      if (up.exitCode !== null || up.signalCode !== null) return
      const exited = once(up, 'exit')
      up.kill('SIGTERM')
      await exited
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  }
  return installation
}

interface SignedIn {
  access_token: string
  user: { id: string; account: { id: string } }
}

async function untilHealthy(url: string, up: ChildProcess) {
  const deadline = Date.now() + START_MS
  while (Date.now() < deadline && up.exitCode === null) {
    const response = await fetch(`${url}/api/v1/health`).catch(() => undefined)
    await response?.arrayBuffer()
    if (response?.status === 200) return
    await sleep(10)
  }
  throw new Error('Powernode did not start')
}

function findProcess(upPid: number, command: BenchedProcess) {
  const columns = 'pid=,ppid=,rss=,args='
  const rows = execFileSync('ps', ['-eo', columns], { encoding: 'utf8' }).split('\n')
  const found = rows
    .map((row) => row.trim().split(/\s+/))
    .find(([pid, parent, , ...args]) => {
      return args.at(-1) === command && (command === 'up' ? pid : parent) === String(upPid)
    })
  return { pid: Number(found?.[0]), megabytes: Number(found?.[2]) / 1024 }
}
