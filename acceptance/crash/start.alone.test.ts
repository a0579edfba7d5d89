import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startInstallation } from '../installation.ts'
import { dataFolder, freePort } from '../launch.ts'
import { register, signIn, type TestUser } from '../people.ts'
import { descendants, isAlive, kill, runningIn } from '../processes.ts'
import { closeReason, openSocket } from '../socket.ts'
import { until } from '../until.ts'
import { type Installation, stopUp } from '../up.ts'
import { failToStart } from './failing.ts'

let installation: Installation
let owner: TestUser

beforeAll(async () => {
  installation = await startInstallation()
  owner = await register(installation.url)
})
afterAll(() => installation?.stop())

const tree = () => [installation.up.pid, ...descendants(installation.up.pid).map(({ pid }) => pid)]
const stillRunning = (pids: number[]) => pids.filter(isAlive)

/** Existing users can sign in, and new users get their mail. */
async function expectWorking() {
  expect(await signIn(installation.url, owner.email)).toMatchObject({ id: owner.id })
  installation.admin = await signIn(installation.url, installation.admin.email)
  const { email } = await register(installation.url)
  await installation.mailTo(email, 'Confirm')
}

test('a server that stops asks its live clients to reconnect', async () => {
  const cable = await openSocket(installation.url, { token: owner.token })
  await cable.frame(({ type }) => type === 'welcome', 'the welcome frame arrived')
  await stopUp(installation.up)
  expect(await closeReason(cable)).toMatchObject({ reason: 'server_restart', reconnect: true })
  await installation.restart()
})

test('Ctrl-C stops all processes, and the next start uses the same data', async () => {
  const pids = tree()
  expect(pids.length).toBeGreaterThan(5)
  expect(await stopUp(installation.up, 'SIGINT')).toBe(0)
  expect(stillRunning(pids)).toEqual([])
  expect(runningIn(dataFolder(installation.folder))).toEqual([])
  expect(installation.up.output.stderr).toBe('')

  await installation.restart()
  expect(installation.up.output.stdout).not.toContain('first administrator')
  await expectWorking()
})

test('server and worker of a killed `up` exit, and the next `up` starts', async () => {
  const { server = 0, worker = 0, postgres = 0 } = installation.pids()
  kill(installation.up.pid)
  await until(() => !isAlive(server) && !isAlive(worker), 'server and worker had exited', 30)
  await installation.restart()
  expect(isAlive(postgres)).toBe(false)
  await expectWorking()
})

test('a stale lock file of the database is removed', async () => {
  await stopUp(installation.up)
  const lock = join(dataFolder(installation.folder), 'postgres', 'postmaster.pid')
  // After a reboot another process may have the id in the lock file.
  await writeFile(
    lock,
    `${process.pid}\n${dataFolder(installation.folder)}/postgres\n1\n5432\n\n\n`,
  )
  await installation.restart()
  expect(await readFile(lock, 'utf8')).not.toMatch(new RegExp(`^${process.pid}\n`))
  await expectWorking()
})

test('a second start in the same folder fails with one line and changes nothing', async () => {
  const before = installation.pids()
  const { code, lines } = await failToStart({
    ...installation.settings,
    PORT: String(await freePort()),
    POWERNODE_DATA_DIR: dataFolder(installation.folder),
  })
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^powernode: .*(already|running)/i)
  expect(code).toBe(1)
  expect(installation.pids()).toEqual(before)
  await expectWorking()
})
