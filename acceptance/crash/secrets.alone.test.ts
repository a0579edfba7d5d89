import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataFolder, freshFolder, type LaunchSettings, launch } from '../launch.ts'
import { runningIn } from '../processes.ts'
import { until } from '../until.ts'
import { stopUp } from '../up.ts'

const ANOTHER_KEY = Buffer.alloc(32, 1).toString('base64')

let folder: string

/** A folder whose database contains encrypted secrets; no server runs in it. */
beforeAll(async () => {
  folder = await freshFolder()
  const created = await run(['user', 'create', '--email', 'ops@example.com'])
  expect(created.code).toBe(0)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function run(args: string[], settings: LaunchSettings = {}) {
  const command = launch(folder, settings, args)
  const code = await command.exited
  return { code, ...command.output }
}

const file = (name: string) => join(dataFolder(folder), name)

/** Expects exit code 1, one line that matches `message`, and no process left behind. */
async function expectOneLine(args: string[], message: RegExp, settings: LaunchSettings = {}) {
  const { code, stderr } = await run(args, settings)
  expect(stderr.split('\n')).toEqual([expect.stringMatching(message), ''])
  expect([code, runningIn(dataFolder(folder))]).toEqual([1, []])
}

/** Runs `work` while a file has other content; undefined removes it. */
async function withContent(name: string, text: string | undefined, work: () => Promise<void>) {
  await rename(file(name), file('away'))
  if (text !== undefined) await writeFile(file(name), text)
  try {
    await work()
  } finally {
    await rename(file('away'), file(name))
  }
}

test('a missing master key of a database with secrets is reported, never generated', async () => {
  await withContent('master.key', undefined, async () => {
    for (const args of [['up'], ['user', 'reset-password', '--email', 'ops@example.com']]) {
      await expectOneLine(
        args,
        /^powernode: .*master\.key is missing, .*: put back the copy that you keep apart from the backups, which do not contain it, or set POWERNODE_MASTER_KEY to it$/,
      )
    }
    await expect(readFile(file('master.key'))).rejects.toThrow('ENOENT')
  })
})

test('a wrong master key is refused in one line', async () => {
  const settings = { POWERNODE_MASTER_KEY: ANOTHER_KEY }
  const message =
    /^powernode: POWERNODE_MASTER_KEY \(fingerprint \w{16}\) cannot decrypt the secrets of this/
  await expectOneLine(['up'], message, settings)
  await expectOneLine(['audit', 'verify'], message, settings)
  await withContent('master.key', ANOTHER_KEY, () =>
    expectOneLine(
      ['up'],
      /^powernode: .*master\.key \(fingerprint \w{16}\) cannot decrypt the secrets of this/,
    ),
  )
})

test.for([
  ['master.key', '', /^powernode: .*master\.key is empty: put back the copy .*$/],
  ['master.key', 'short', /^powernode: .*master\.key is damaged, it must be 32 bytes in base64 .*/],
  ['postgres.json', '', /^powernode: .*postgres\.json is damaged: restore it .*, or delete it/],
  ['postgres.json', '{"port":1', /^powernode: .*postgres\.json is damaged: restore it .*/],
] as const)('a truncated file is reported with its fix: %s “%s”', async ([name, text, message]) => {
  await withContent(name, text, () => expectOneLine(['up'], message))
})

test('an empty worker token file is reported with its fix', async () => {
  await writeFile(file('worker.token'), ' \n')
  await expectOneLine(['up'], /^powernode: .*worker\.token is empty: delete it, and the next start/)
  await rm(file('worker.token'))
})

test('a wrong password in postgres.json is reported with its fix', async () => {
  const message =
    /^powernode: The password in .*postgres\.json is not the one of the database: delete .*postgres\.json, and the next start sets a new password$/
  await withContent('postgres.json', '{"port":0,"password":"wrong"}', async () => {
    await expectOneLine(['up'], message)
    await expectOneLine(['audit', 'verify'], message)
  })
})

test('without postgres.json the database gets a new password and keeps its data', async () => {
  await rm(file('postgres.json'))
  const again = await run(['user', 'create', '--email', 'ops@example.com'])
  expect(again.stderr).toBe('powernode: email is already taken\n')
})

test('a second `up` in the same folder does not disturb the first', async () => {
  const first = launch(folder, {}, ['up'])
  await until(() => runningIn(dataFolder(folder)).length > 2, 'its processes had started')
  const { code, stderr } = await run(['up'])
  expect([code, stderr]).toEqual([
    1,
    `powernode: Powernode is already running in ${dataFolder(folder)} (process ${first.pid}): stop it first\n`,
  ])
  expect(await stopUp(first)).toBe(0)
  expect(first.output.stderr).toBe('')
})
