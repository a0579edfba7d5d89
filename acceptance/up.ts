import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Call, caller } from './client.ts'
import {
  dataFolder,
  freePort,
  freshFolder,
  type LaunchedProcess,
  type LaunchSettings,
  launch,
} from './launch.ts'
import { type CapturedMail, mailTo } from './mailbox.ts'
import { PASSWORD, signIn, type TestUser } from './people.ts'
import { descendants, isAlive, kill, runningIn } from './processes.ts'
import { until } from './until.ts'

const STOP_SECONDS = 40
export const ADMIN_EMAIL = 'admin@example.com'

export type ProcessName = 'server' | 'worker' | 'postgres'

/** A running installation that the test must not stop. */
export interface Shared {
  url: string
  folder: string
  /** The first administrator, signed in. */
  admin: TestUser
  call: Call
  mailTo(address: string, subject?: string): Promise<CapturedMail>
}

/** An installation that one test file runs for itself: `powernode up` in a new folder. */
export interface Installation extends Shared {
  settings: LaunchSettings
  /** The process of `up`; after `restart`, the new one. */
  readonly up: LaunchedProcess
  pids(): Partial<Record<ProcessName, number>>
  /** Starts `up` again in the same folder, after the previous one has exited. */
  restart(): Promise<void>
  /** Stops all processes and deletes the folder. */
  stop(): Promise<void>
}

/** Runs `powernode up` in a new folder, with a copy of the data folder `template` if given. */
export async function runUp(
  extra: LaunchSettings,
  template?: string,
  program?: string,
): Promise<Installation> {
  const folder = await freshFolder()
  if (template) await copyFolder(template, dataFolder(folder))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const settings = {
    PORT: String(port),
    POWERNODE_ADMIN_EMAIL: ADMIN_EMAIL,
    POWERNODE_ADMIN_PASSWORD: PASSWORD,
    DISABLE_RATE_LIMITING: 'true',
    ...extra,
  }
  let up = launch(folder, settings, ['up'], program)
  const call = caller(url)

  async function stop() {
    await stopUp(up)
    for (const pid of runningIn(dataFolder(folder))) kill(pid)
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }

  try {
    await untilReady(up, call)
    const admin = await signIn(url, settings.POWERNODE_ADMIN_EMAIL)
    return {
      url,
      folder,
      settings,
      admin,
      call,
      stop,
      get up() {
        return up
      },
      mailTo: (address, subject) => mailTo(admin, address, subject),
      pids: () => processesOf(up.pid),
      async restart() {
        up = launch(folder, settings, ['up'], program)
        await untilReady(up, call)
      },
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Copies a data folder, including file owners. */
export async function copyFolder(from: string, to: string) {
  await promisify(execFile)('cp', ['-a', from, to])
}

/** The URL of the PostgreSQL of an installation. */
export async function postgresUrl({ folder }: { folder: string }): Promise<string> {
  const { port, password } = JSON.parse(
    await readFile(join(dataFolder(folder), 'postgres.json'), 'utf8'),
  )
  return `postgres://powernode:${password}@127.0.0.1:${port}/postgres`
}

/** The token of the worker that `powernode up` starts. */
export async function workerToken({ folder }: { folder: string }): Promise<string> {
  return (await readFile(join(dataFolder(folder), 'worker.token'), 'utf8')).trim()
}

/** Stops a launched process with a signal; kills it and its children if that takes too long. */
export async function stopUp(up: LaunchedProcess, signal: NodeJS.Signals = 'SIGTERM') {
  const tree = descendants(up.pid).map(({ pid }) => pid)
  kill(up.pid, signal)
  await until(() => !isAlive(up.pid), `process ${up.pid} exited`, STOP_SECONDS).catch(() => {
    for (const pid of [up.pid, ...tree]) kill(pid)
  })
  return up.exited
}

async function untilReady(up: LaunchedProcess, call: Call) {
  let exited = false
  void up.exited.then(() => {
    exited = true
  })
  await until(
    async () => {
      if (exited) throw new Error(`powernode did not start: ${up.output.stderr}`)
      return (await call('GET', '/api/v1/health/ready').catch(() => undefined))?.status === 200
    },
    'powernode was ready',
    60,
  )
}

function processesOf(up: number): Partial<Record<ProcessName, number>> {
  const find = (pattern: RegExp) =>
    descendants(up).find(({ command, parent }) => parent === up && pattern.test(command))?.pid
  const found = {
    server: find(/powernode\.mjs server$/),
    worker: find(/powernode\.mjs worker$/),
    postgres: find(/\/postgres -D /),
  }
  return Object.fromEntries(Object.entries(found).filter(([, pid]) => pid !== undefined))
}
