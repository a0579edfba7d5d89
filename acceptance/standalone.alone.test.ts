import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caller, dataOf } from './client.ts'
import { startInstallation } from './installation.ts'
import { dataFolder, freePort, freshFolder, type LaunchSettings, launch } from './launch.ts'
import { register, signIn } from './people.ts'
import { environmentOf, kill, runningIn } from './processes.ts'
import { until } from './until.ts'
import { type Installation, stopUp } from './up.ts'

const ROOT = resolve(import.meta.dirname, '..')
const TOKEN = 'swt_token-of-the-standalone-test'
const KEY = Buffer.alloc(32, 7).toString('base64')

let installation: Installation
let folder: string

/** An installation whose PUBLIC_URL cannot be reached from the machine itself. */
beforeAll(async () => {
  installation = await startInstallation({ PUBLIC_URL: 'https://powernode.invalid' })
  folder = await freshFolder()
})
afterAll(async () => {
  await installation?.stop()
  for (const pid of runningIn(dataFolder(folder))) kill(pid)
  await rm(folder, { recursive: true, force: true })
})

const serverUrlOfWorker = () => environmentOf(installation.pids().worker ?? 0).BACKEND_API_URL

/** Settings for a standalone server with a new, empty database on the PostgreSQL of the installation. */
async function emptyDatabase(name: string): Promise<LaunchSettings> {
  const kept = await readFile(join(dataFolder(installation.folder), 'postgres.json'), 'utf8')
  const { port, password } = JSON.parse(kept)
  const at = (database: string) => `postgres://powernode:${password}@127.0.0.1:${port}/${database}`
  const client = new pg.Client({ connectionString: at('postgres') })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const own = { PORT: String(await freePort()), DRAIN_SECONDS: '0' }
  return { DATABASE_URL: at(name), POWERNODE_MASTER_KEY: KEY, WORKER_TOKEN: TOKEN, ...own }
}

const urlOf = ({ PORT }: LaunchSettings) => `http://localhost:${PORT}`

async function ready(url: string) {
  const reply = await caller(url)('GET', '/api/v1/health/ready').catch(() => undefined)
  return reply?.status === 200
}

test('the built-in worker connects over loopback, whatever PUBLIC_URL is', async () => {
  expect(serverUrlOfWorker()).toMatch(
    new RegExp(`^http://(127\\.0\\.0\\.1|\\[::1\\]):${installation.settings.PORT}$`),
  )
  const { email } = await register(installation.url)
  expect((await installation.mailTo(email, 'Confirm')).link).toMatch(
    /^https:\/\/powernode\.invalid\//,
  )
})

test('BACKEND_API_URL takes precedence, also from .env', async () => {
  const BACKEND_API_URL = `http://localhost:${installation.settings.PORT}/`
  await writeFile(join(installation.folder, '.env'), `BACKEND_API_URL=${BACKEND_API_URL}\n`)
  await stopUp(installation.up)
  await installation.restart()
  expect(await until(serverUrlOfWorker, 'the worker was running')).toBe(BACKEND_API_URL)
  installation.admin = await signIn(installation.url, installation.admin.email)
  const { email } = await register(installation.url)
  await installation.mailTo(email, 'Confirm')
})

test('a server on an empty database prints the first administrator once, and its worker reads .env', async () => {
  const settings = await emptyDatabase('standalone')
  let server = launch(folder, settings, ['server'])
  await until(() => ready(urlOf(settings)), 'the server was ready', 60)
  const [, email = '', password = ''] =
    /email +(\S+)\n +password +(\S+)/.exec(server.output.stderr) ?? []
  const admin = await signIn(urlOf(settings), email, password)

  const workerFolder = join(folder, 'worker')
  await mkdir(workerFolder)
  const lines = [`BACKEND_API_URL=${urlOf(settings)}`, `WORKER_TOKEN=${TOKEN}`]
  await writeFile(join(workerFolder, '.env'), lines.join('\n'))
  const worker = launch(workerFolder, {}, ['worker'])
  await until(async () => {
    const workers = dataOf(await admin.api.GET('/api/v1/workers'))
    return workers.some(({ is_system, online }) => is_system && online)
  }, 'the worker had called the server')
  const { DATABASE_URL = '' } = settings
  const doctor = launch(
    folder,
    { DATABASE_URL, POWERNODE_MASTER_KEY: KEY, WORKER_TOKEN: `${TOKEN}-2` },
    ['doctor'],
  )
  expect(await doctor.exited).toBe(1)
  expect(doctor.output.stdout.match(/^✗.*$/gm)).toEqual([
    '✗ worker token: WORKER_TOKEN is not the token of any worker: restart the server with it, which makes it the token of the system worker',
  ])
  expect([await stopUp(worker), await stopUp(server)]).toEqual([0, 0])

  server = launch(folder, settings, ['server'])
  await until(() => ready(urlOf(settings)), 'the server was ready again', 60)
  expect(server.output.stderr).toBe('')
  await stopUp(server)
})

test('two servers that start at once on an empty database become ready, and one prints the password', async () => {
  const settings = await emptyDatabase('at_once')
  const both = [settings, { ...settings, PORT: String(await freePort()) }]
  const servers = both.map((own) => launch(folder, own, ['server']))
  for (const own of both) await until(() => ready(urlOf(own)), 'the server was ready', 60)
  const printed = servers.filter(({ output }) => /password +\S+/.test(output.stderr))
  expect(printed.length).toBe(1)
  for (const server of servers) expect(await stopUp(server)).toBe(0)
})

test('a server whose port is taken says so before it migrates or creates an administrator', async () => {
  const { DATABASE_URL = '', ...own } = await emptyDatabase('taken')
  const settings = { ...own, DATABASE_URL, PORT: installation.settings.PORT ?? '' }
  const server = launch(folder, settings, ['server'])
  expect(await server.exited).toBe(1)
  expect(server.output.stderr).toMatch(
    /^powernode: Port \d+ is already in use: set PORT to another port\n$/,
  )
  const client = new pg.Client(DATABASE_URL)
  await client.connect()
  const { rows } = await client.query(`select to_regclass('users') as users`)
  await client.end()
  expect(rows).toEqual([{ users: null }])
})

test('a server started by npm stops with npm', async () => {
  const settings = await emptyDatabase('npm')
  const { PATH = '', HOME = '' } = process.env
  const own = { PATH, HOME, POWERNODE_DATA_DIR: dataFolder(folder), LOG_LEVEL: 'warn' }
  const npm = spawn('npm', ['run', '-s', 'powernode', '--', 'server'], {
    cwd: ROOT,
    env: { ...own, ...settings },
    stdio: 'ignore',
  })
  await until(() => ready(urlOf(settings)), 'the server was ready', 60)
  kill(npm.pid ?? 0, 'SIGTERM')
  await once(npm, 'exit')
  await until(() => runningIn(dataFolder(folder)).length === 0, 'all its processes had exited')
})

test('a server that has lost its database stops without draining', async () => {
  const settings = { ...(await emptyDatabase('lost')), DRAIN_SECONDS: '300' }
  const server = launch(folder, settings, ['server'])
  await until(() => ready(urlOf(settings)), 'the server was ready', 60)
  await stopUp(installation.up)
  await until(async () => !(await ready(urlOf(settings))), 'the server was not ready')
  expect(await stopUp(server)).toBe(0)
})
