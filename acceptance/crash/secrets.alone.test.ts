import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataFolder, freshFolder, type LaunchSettings, launch } from '../launch.ts'
import { runningIn } from '../processes.ts'
import { until } from '../until.ts'
import { stopUp } from '../up.ts'

const ANOTHER_KEY = Buffer.alloc(32, 1).toString('base64')

let folder: string

/** A folder whose database holds sealed secrets; no server ever runs in it. */
beforeAll(async () => {
  folder = await freshFolder()
  const made = await run(['user', 'create', '--email', 'ops@example.com'])
  expect(made.code).toBe(0)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function run(args: string[], settings: LaunchSettings = {}) {
  const command = launch(folder, settings, args)
  const code = await command.exited
  return { code, ...command.output }
}

const file = (name: string) => join(dataFolder(folder), name)

/** The command ends with code 1 and one line that reads as `said`, and leaves no process behind. */
async function expectOneLine(args: string[], said: RegExp, settings: LaunchSettings = {}) {
  const { code, stderr } = await run(args, settings)
  expect(stderr.split('\n')).toEqual([expect.stringMatching(said), ''])
  expect([code, runningIn(dataFolder(folder))]).toEqual([1, []])
}

/** Runs `work` while a file holds something else; undefined takes it away. */
async function instead(name: string, text: string | undefined, work: () => Promise<void>) {
  await rename(file(name), file('away'))
  if (text !== undefined) await writeFile(file(name), text)
  try {
    await work()
  } finally {
    await rename(file('away'), file(name))
  }
}

test('a master key that is missing from a database with secrets is asked for, never made', async () => {
  await instead('master.key', undefined, async () => {
    for (const args of [['up'], ['user', 'reset-password', '--email', 'ops@example.com']]) {
      await expectOneLine(
        args,
        /^powernode: .*master\.key is missing, .*put it back from your backup$/,
      )
    }
    await expect(readFile(file('master.key'))).rejects.toThrow('ENOENT')
  })
})

test('a master key that is another one is refused in one line', async () => {
  const settings = { POWERNODE_MASTER_KEY: ANOTHER_KEY }
  const said = /^powernode: POWERNODE_MASTER_KEY \(fingerprint \w{16}\) does not open what this/
  await expectOneLine(['up'], said, settings)
  await expectOneLine(['audit', 'verify'], said, settings)
  await instead('master.key', ANOTHER_KEY, () =>
    expectOneLine(
      ['up'],
      /^powernode: .*master\.key \(fingerprint \w{16}\) does not open what this/,
    ),
  )
})

test.for([
  ['master.key', '', /^powernode: .*master\.key is empty: put it back from your backup$/],
  ['master.key', 'short', /^powernode: .*master\.key is damaged, it must be 32 bytes in base64 .*/],
  ['postgres.json', '', /^powernode: .*postgres\.json is damaged: put it back .*, or delete it/],
  ['postgres.json', '{"port":1', /^powernode: .*postgres\.json is damaged: put it back .*/],
] as const)(
  'a file that was cut short is named with the cure: %s “%s”',
  async ([name, text, said]) => {
    await instead(name, text, () => expectOneLine(['up'], said))
  },
)

test('an empty file of the worker’s token is named with the cure', async () => {
  await writeFile(file('worker.token'), ' \n')
  await expectOneLine(['up'], /^powernode: .*worker\.token is empty: delete it, and the next start/)
  await rm(file('worker.token'))
})

test('a password in postgres.json that is not the database’s is named with the cure', async () => {
  const said =
    /^powernode: The password in .*postgres\.json is not that of the database: delete .*postgres\.json, and the next start makes a new password$/
  await instead('postgres.json', '{"port":0,"password":"wrong"}', async () => {
    await expectOneLine(['up'], said)
    await expectOneLine(['audit', 'verify'], said)
  })
})

test('without postgres.json the database gets a new password and keeps its data', async () => {
  await rm(file('postgres.json'))
  const again = await run(['user', 'create', '--email', 'ops@example.com'])
  expect(again.stderr).toBe('powernode: email is already taken\n')
})

test('two commands that need the database to themselves do not take it from each other', async () => {
  const first = launch(folder, {}, ['up'])
  await until(() => runningIn(dataFolder(folder)).length > 2, 'it had started something')
  const { code, stderr } = await run(['up'])
  expect([code, stderr]).toEqual([
    1,
    `powernode: Powernode is already running in ${dataFolder(folder)} (process ${first.pid}): stop it first\n`,
  ])
  expect(await stopUp(first)).toBe(0)
  expect(first.output.stderr).toBe('')
})
