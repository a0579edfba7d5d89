import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startInstallation } from '../installation.ts'
import { dataFolder, freePort } from '../launch.ts'
import { register, signIn, type TestUser } from '../people.ts'
import { descendants, isAlive, kill, runningIn } from '../processes.ts'
import { closeReason, openSocket } from '../socket.ts'
import { until } from '../until.ts'
import { end, type Installation } from '../up.ts'
import { failToStart } from './failing.ts'

let house: Installation
let owner: TestUser

beforeAll(async () => {
  house = await startInstallation()
  owner = await register(house.url)
})
afterAll(() => house?.stop())

const tree = () => [house.up.pid, ...descendants(house.up.pid).map(({ pid }) => pid)]
const stillThere = (pids: number[]) => pids.filter(isAlive)

/** Everything works as before: who was there signs in, what is new is mailed. */
async function expectAllWell() {
  expect(await signIn(house.url, owner.email)).toMatchObject({ id: owner.id })
  house.admin = await signIn(house.url, house.admin.email)
  const { email } = await register(house.url)
  await house.mailTo(email, 'Confirm')
}

test('a server that stops asks its live clients to come back', async () => {
  const cable = await openSocket(house.url, { token: owner.token })
  await cable.frame(({ type }) => type === 'welcome', 'the welcome came')
  await end(house.up)
  expect(await closeReason(cable)).toMatchObject({ reason: 'server_restart', reconnect: true })
  await house.restart()
})

test('Ctrl-C stops everything and leaves no process, and the next start finds its data', async () => {
  const pids = tree()
  expect(pids.length).toBeGreaterThan(5)
  expect(await end(house.up, 'SIGINT')).toBe(0)
  expect(stillThere(pids)).toEqual([])
  expect(runningIn(dataFolder(house.folder))).toEqual([])
  expect(house.up.output.stderr).toBe('')

  await house.restart()
  expect(house.up.output.stdout).not.toContain('first administrator')
  await expectAllWell()
})

test('a killed `up` takes its server and worker along, and the next one goes on', async () => {
  const { server = 0, worker = 0, postgres = 0 } = house.pids()
  kill(house.up.pid)
  await until(() => !isAlive(server) && !isAlive(worker), 'server and worker stopped', 30)
  await house.restart()
  expect(isAlive(postgres)).toBe(false)
  await expectAllWell()
})

test('the lock of a database that died with its machine is cleared away', async () => {
  await end(house.up)
  const lock = join(dataFolder(house.folder), 'postgres', 'postmaster.pid')
  // The id of a process that is alive and no database: after a reboot it may be anybody's.
  await writeFile(lock, `${process.pid}\n${dataFolder(house.folder)}/postgres\n1\n5432\n\n\n`)
  await house.restart()
  expect(await readFile(lock, 'utf8')).not.toMatch(new RegExp(`^${process.pid}\n`))
  await expectAllWell()
})

test('a second start in the same folder gives up in one line and disturbs nothing', async () => {
  const before = house.pids()
  const { code, lines } = await failToStart({
    ...house.settings,
    PORT: String(await freePort()),
    POWERNODE_DATA_DIR: dataFolder(house.folder),
  })
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^powernode: .*(already|running)/i)
  expect(code).toBe(1)
  expect(house.pids()).toEqual(before)
  await expectAllWell()
})
