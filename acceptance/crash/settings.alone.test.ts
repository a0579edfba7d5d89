import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort, type LaunchSettings } from '../launch.ts'
import { failToStart } from './failing.ts'

let taken: number
let server: Server

beforeAll(async () => {
  taken = await freePort()
  server = createServer().listen(taken, '127.0.0.1')
})
afterAll(() => {
  server.close()
})

/** Expects exit code 1, one line that matches `message`, and no process left behind. */
async function expectOneLine(settings: LaunchSettings, message: RegExp) {
  const { code, lines, left } = await failToStart(settings)
  const description = JSON.stringify(settings)
  expect(lines, description).toEqual([expect.stringMatching(message)])
  expect(code, description).toBe(1)
  expect(left, description).toEqual([])
}

test('a taken port is reported in one line', async () => {
  await expectOneLine(
    { PORT: String(taken) },
    new RegExp(`^powernode: Port ${taken} is already in use`),
  )
})

test.for([
  ['PORT', 'abc'],
  ['PORT', '70000'],
  ['LOG_LEVEL', 'loud'],
  ['DATABASE_URL', 'mysql://x'],
  ['SMTP_URL', 'localhost'],
  ['POWERNODE_MASTER_KEY', 'short'],
  ['WORKER_CONCURRENCY', '0'],
  ['WORKER_TOKEN', 'secret-without-its-prefix'],
  ['BACKEND_API_URL', 'localhost:3000'],
  ['PUBLIC_URL', 'https://example.com/powernode'],
])('%s=%s is refused in one line', async ([name = '', value = '']) => {
  await expectOneLine({ PORT: '0', [name]: value }, new RegExp(`^powernode: ${name} must be`))
})

test('an unreachable database is reported in one line', async () => {
  const settings = {
    DATABASE_URL: `postgres://nobody@127.0.0.1:${await freePort()}/nosuch`,
    POWERNODE_MASTER_KEY: Buffer.alloc(32).toString('base64'),
  }
  await expectOneLine({ PORT: '0', ...settings }, /^powernode: The database cannot be reached/)
})

test('the first administrator needs a strong password and a valid email address', async () => {
  await expectOneLine({ PORT: '0', POWERNODE_ADMIN_PASSWORD: 'short' }, /^powernode: .*password/i)
  await expectOneLine({ PORT: '0', POWERNODE_ADMIN_EMAIL: 'nobody' }, /^powernode: .*mail/i)
})

test('a data folder that cannot be written is reported in one line', async () => {
  const settings = { PORT: '0', POWERNODE_DATA_DIR: '/dev/null/powernode' }
  await expectOneLine(settings, /^powernode: .*\/dev\/null\/powernode/)
})
