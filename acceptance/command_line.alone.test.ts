import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile, rm, symlink } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caller } from './client.ts'
import { dataFolder, freePort, freshFolder, type LaunchSettings, launch } from './launch.ts'
import { until } from './until.ts'
import { stopUp } from './up.ts'

let folder: string

beforeAll(async () => {
  folder = await freshFolder()
})

afterAll(() => rm(folder, { recursive: true, force: true }))

async function run(args: string[], settings: LaunchSettings = {}) {
  const command = launch(folder, settings, args)
  const code = await command.exited
  return { code, ...command.output }
}

test('bin/powernode is one process of its own Node.js, through a link and whatever is on PATH', async () => {
  const link = join(folder, 'powernode')
  await symlink(resolve(import.meta.dirname, '../bin/powernode'), link)
  const child = spawn(link, ['worker'], {
    cwd: folder,
    env: {
      PATH: '/usr/bin:/bin',
      WORKER_TOKEN: 'swt_token-of-the-command-line',
      BACKEND_API_URL: 'http://127.0.0.1:1',
    },
  })
  const command = () => readFile(`/proc/${child.pid}/cmdline`, 'utf8')
  await until(
    async () => /node_modules\/\.bin\/node\0.*powernode\.mjs\0worker/.test(await command()),
    'it was Node.js',
  )
  await once(child.stdout, 'data') // its first refused request
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
})

test('migrate runs every migration once', async () => {
  expect((await run(['migrate'])).stdout).toMatch(/^Ran 0001_accounts, /)
  expect((await run(['migrate'])).stdout).toBe('The database is up to date\n')
})

test('routes and openapi print the API', async () => {
  const { stdout } = await run(['routes'])
  expect(stdout).toMatch(/^GET +\/api\/v1\/users +users\.read +users\.list$/m)
  expect(JSON.parse((await run(['openapi'])).stdout).openapi).toBe('3.1.0')
})

test('user create and reset-password print passwords that sign in, and refuse bad input in one line', async () => {
  const email = 'ops@example.com'
  const first = /password (\S+)/.exec((await run(['user', 'create', '--email', email])).stdout)?.[1]
  const again = await run(['user', 'create', '--email', email])
  expect([again.code, again.stderr]).toEqual([1, 'powernode: email is already taken\n'])
  const nameless = await run(['user', 'create', '--email', 'nope', '--name', 'a\u202eb'])
  expect(nameless.code).toBe(1)
  expect(nameless.stderr).toBe(
    'powernode: name cannot contain line breaks, control characters or marks that change the direction of text; email is not a valid email address\n',
  )
  const weak = await run(['user', 'reset-password', '--email', email, '--password', 'short'])
  expect(weak.stderr).toMatch(/^powernode: .*12 characters.*\n$/)
  const reset = await run(['user', 'reset-password', '--email', email])
  const second = /password (\S+)/.exec(reset.stdout)?.[1]

  const port = await freePort()
  const up = launch(folder, { PORT: String(port) })
  try {
    const call = caller(`http://127.0.0.1:${port}`)
    await untilReady(call)
    const login = async (password?: string) =>
      (await call('POST', '/api/v1/auth/login', { body: { email, password } })).status
    expect(await login(first)).toBe(401)
    expect(await login(second)).toBe(200)
    // The worker starts after the server and may not have called yet.
    const doctor = await until(async () => {
      const result = await run(['doctor'])
      return result.code === 0 && result
    }, 'doctor found no problems')
    expect(doctor.stdout.match(/✗.*/g)).toBe(null)
    await until(
      async () => !(await run(['audit', 'verify'])).stdout.includes('not sealed'),
      'all entries were sealed',
    )
    const verified = await run(['audit', 'verify'])
    expect(verified.code).toBe(0)
    expect(verified.stdout).toMatch(
      /^✓ The audit trail is intact: \d+ sealed entries of \d+ accounts\n$/,
    )
    const books = await run(['billing', 'verify'])
    expect([books.code, books.stdout]).toEqual([0, '✓ The books agree\n'])
    const without = await run(['billing', 'verify'], { POWERNODE_EXTENSIONS: '' })
    expect([without.code, without.stderr]).toEqual([
      1,
      'powernode: No loaded module has books: add business to POWERNODE_EXTENSIONS\n',
    ])
    const POWERNODE_MASTER_KEY = Buffer.alloc(32, 1).toString('base64')
    const another = await run(['audit', 'verify'], { POWERNODE_MASTER_KEY })
    expect([another.code, another.stdout]).toEqual([1, ''])
    expect(another.stderr).toMatch(
      /^powernode: POWERNODE_MASTER_KEY .* cannot decrypt the secrets of this/,
    )
  } finally {
    await stopUp(up)
  }
})

test('every command ends with one line if the database cannot be reached', async () => {
  const port = await freePort()
  const DATABASE_URL = `postgres://user:secret@127.0.0.1:${port}/none`
  const POWERNODE_MASTER_KEY = Buffer.alloc(32, 1).toString('base64')
  const commands = [
    ['migrate'],
    ['server'],
    ['up'],
    ['audit', 'verify'],
    ['billing', 'verify'],
    ['user', 'create', '--email', 'ops@example.com'],
  ]
  const line = `powernode: The database cannot be reached (connect ECONNREFUSED 127.0.0.1:${port}): start it, or correct DATABASE_URL\n`
  const ended = commands.map(async (args) => {
    const { code, stderr } = await run(args, { DATABASE_URL, POWERNODE_MASTER_KEY })
    expect([args, code, stderr]).toEqual([args, 1, line])
  })
  await Promise.all(ended)
})

test('commands on an existing installation create nothing in an empty folder', async () => {
  const elsewhere = await freshFolder()
  const line = `powernode: There is no installation in ${dataFolder(elsewhere)}: correct POWERNODE_DATA_DIR\n`
  for (const args of [
    ['doctor'],
    ['audit', 'verify'],
    ['billing', 'verify'],
    ['backup', 'there'],
    ['user', 'reset-password', '--email', 'ops@example.com'],
  ]) {
    const command = launch(elsewhere, {}, args)
    const code = await command.exited
    expect([args, code, command.output]).toEqual([args, 1, { stdout: '', stderr: line }])
  }
  expect(existsSync(dataFolder(elsewhere))).toBe(false)
  await rm(elsewhere, { recursive: true })
})

test('a HOST of another machine is refused in one line', async () => {
  for (const HOST of ['192.0.2.1', 'host.invalid']) {
    const { code, stderr } = await run(['up'], { HOST, PORT: '0' })
    expect([code, stderr]).toEqual([
      1,
      `powernode: ${HOST} is not an address of this machine: set HOST to one of its addresses, or to 0.0.0.0\n`,
    ])
  }
})

async function untilReady(call: ReturnType<typeof caller>) {
  const ready = async () =>
    (await call('GET', '/api/v1/health/ready').catch(() => undefined))?.status === 200
  await until(ready, 'powernode was ready', 60)
}
