import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataFolder, freePort, freshFolder, type LaunchedProcess, launch } from '../launch.ts'
import { descendants, isAlive, kill, runningIn } from '../processes.ts'
import { until } from '../until.ts'
import { stopUp } from '../up.ts'

const STOP_SECONDS = 8

let folder: string

beforeAll(async () => {
  folder = await freshFolder()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const runs = (up: LaunchedProcess, pattern: RegExp) =>
  descendants(up.pid).some(({ command }) => pattern.test(command))

/** The phases of a start in order; each start continues with the data of the previous one. */
test.for<[string, NodeJS.Signals, (up: LaunchedProcess) => boolean]>([
  ['sets up the database', 'SIGTERM', (up) => runs(up, /initdb/)],
  ['sets it up again', 'SIGINT', () => existsSync(join(dataFolder(folder), 'postgres.new/base'))],
  ['starts PostgreSQL', 'SIGTERM', (up) => runs(up, /\/postgres -D/)],
  ['starts the server', 'SIGTERM', (up) => runs(up, /powernode\.mjs server$/)],
  ['starts the server again', 'SIGINT', (up) => runs(up, /powernode\.mjs server$/)],
  ['has created the administrator', 'SIGTERM', (up) => up.output.stdout.includes('password  ')],
  ['starts the worker', 'SIGTERM', (up) => runs(up, /powernode\.mjs worker$/)],
])(
  'a start that is stopped when it %s exits soon and leaves no processes',
  async ([_, signal, reached]) => {
    const up = launch(folder, { PORT: String(await freePort()) })
    await until(() => reached(up), 'the phase was reached', 60)
    kill(up.pid, signal)
    kill(up.pid, signal) // a terminal and npm each send one
    await until(() => !isAlive(up.pid), 'it had exited', STOP_SECONDS)
    expect([await up.exited, up.output.stderr]).toEqual([0, ''])
    expect(runningIn(dataFolder(folder))).toEqual([])
    expect(existsSync(join(dataFolder(folder), 'postgres.new'))).toBe(false)
  },
)

test('an interrupted command stops the database that it has started', async () => {
  const command = launch(folder, {}, ['audit', 'verify'])
  await until(() => runs(command, /\/postgres -D/), 'PostgreSQL was started', 60)
  expect(await stopUp(command)).toBe(1)
  expect(command.output.stderr).toBe('powernode: Interrupted before it was complete\n')
  expect(runningIn(dataFolder(folder))).toEqual([])
})
