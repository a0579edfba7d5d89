import { mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caller, dataOf } from './client.ts'
import { startInstallation } from './installation.ts'
import { dataFolder, freshFolder, type LaunchSettings, launch } from './launch.ts'
import { createColleague, register, signIn } from './people.ts'
import { kill, runningIn } from './processes.ts'
import { until } from './until.ts'
import { end, type Installation } from './up.ts'

const OTHER_KEY = Buffer.alloc(32, 7).toString('base64')
const END_BYTES = 86

let installation: Installation
/** Where it is restored to; the backup lies there, too. */
let elsewhere: string
let file: string
let masterKey: string

beforeAll(async () => {
  installation = await startInstallation()
  elsewhere = await freshFolder()
  file = join(elsewhere, 'one.backup')
  masterKey = await readFile(join(dataFolder(installation.folder), 'master.key'), 'utf8')
})
afterAll(async () => {
  for (const pid of runningIn(dataFolder(elsewhere))) kill(pid)
  await installation?.stop()
  await rm(elsewhere, { recursive: true, force: true })
})

async function run(folder: string, args: string[], settings: LaunchSettings = {}) {
  const command = launch(folder, settings, args)
  const code = await command.exited
  return { code, ...command.output }
}

/** What a backup says of its tables: name to rows and checksum. */
async function tablesIn(path: string): Promise<Record<string, string>> {
  const bytes = await readFile(path)
  const [, offset] = /^END (\d+) /.exec(bytes.subarray(-END_BYTES).toString()) ?? []
  const index = bytes.subarray(Number(offset), -END_BYTES).toString()
  const { sections } = JSON.parse(index) as {
    sections: { name: string; rows: number; sha256: string }[]
  }
  return Object.fromEntries(sections.map(({ name, rows, sha256 }) => [name, `${rows} ${sha256}`]))
}

/** Registers accounts with all that belongs to them, until told to stop. Returns the addresses of their owners. */
function load(url: string) {
  const owners: string[] = []
  let stopped = false
  const running = (async () => {
    while (!stopped) {
      const owner = await register(url)
      await createColleague(url, owner)
      const body = { name: 'Key', scopes: ['users.read' as const] }
      dataOf(await owner.api.POST('/api/v1/api_keys', { body }))
      owners.push(owner.email)
    }
  })()
  return {
    owners,
    async stop() {
      stopped = true
      await running
    },
  }
}

test('an installation that was backed up under load comes back whole elsewhere', async () => {
  const busy = load(installation.url)
  await until(() => busy.owners.length >= 3, 'there was something to back up', 60)
  const before = [...busy.owners]
  const taken = await run(installation.folder, ['backup', file])
  await busy.stop()
  expect(taken).toMatchObject({ code: 0, stderr: '' })
  expect(taken.stdout).toMatch(/^Wrote .*one\.backup: \d+ tables, [\d,]+ rows, [\d,]+ bytes\./)
  expect((await readFile(file)).includes(masterKey)).toBe(false)
  await installation.stop()

  expect(await refusal(elsewhere, ['restore', file])).toMatch(
    /^The backup belongs to the master key \w{16}, and there is none here: copy that one to /,
  )
  await mkdir(dataFolder(elsewhere), { recursive: true, mode: 0o711 })
  await writeFile(join(dataFolder(elsewhere), 'master.key'), masterKey, { mode: 0o600 })
  const restored = await run(elsewhere, ['restore', file])
  expect(restored).toMatchObject({ code: 0, stderr: '' })
  expect(restored.stdout).toMatch(/^Restored \d+ tables with [\d,]+ rows as they were at 2/)
  const again = join(elsewhere, 'again.backup')
  expect(await run(elsewhere, ['backup', again])).toMatchObject({ code: 0, stderr: '' })
  expect(await tablesIn(again)).toEqual(await tablesIn(file))

  const up = launch(elsewhere, installation.settings)
  try {
    const call = caller(installation.url)
    const ready = async () =>
      (await call('GET', '/api/v1/health/ready').catch(() => undefined))?.status === 200
    await until(ready, 'the restored installation was ready', 60)
    for (const email of ['admin@example.com', ...before]) await signIn(installation.url, email)
    const well = await until(async () => {
      const said = await run(elsewhere, ['doctor'])
      return said.code === 0 && said // a worker that has just started may not have called yet
    }, 'the doctor found nothing')
    expect(well.stdout).not.toContain('✗')
    expect((await run(elsewhere, ['audit', 'verify'])).stdout).toMatch(/^✓ The audit trail holds/)
    expect(await refusal(elsewhere, ['restore', file])).toMatch(
      /^The database holds data already \(/,
    )
  } finally {
    await end(up)
  }
})

test('a backup that cannot be used is refused in one line, before anything is written', async () => {
  const good = await readFile(file)
  const folder = await freshFolder()
  const POWERNODE_MASTER_KEY = masterKey
  const bad = join(folder, 'bad.backup')
  const restore = (settings: LaunchSettings = { POWERNODE_MASTER_KEY }) =>
    refusal(folder, ['restore', bad], settings)
  try {
    await writeFile(bad, good)
    expect(await restore({ POWERNODE_MASTER_KEY: OTHER_KEY })).toMatch(
      /^The backup belongs to the master key \w{16}, this installation has \w{16}: /,
    )
    await truncate(bad, good.length - 10)
    expect(await restore()).toMatch(/bad\.backup is damaged: its end is missing\. Use another/)
    const changed = Buffer.from(good)
    changed[20_000] = (changed[20_000] ?? 0) ^ 0xff
    await writeFile(bad, changed)
    expect(await restore()).toMatch(/bad\.backup is damaged: table \S+ /)
    await writeFile(bad, 'create table accounts ();')
    expect(await restore()).toMatch(/bad\.backup is not a backup of Powernode/)
    await writeFile(bad, good)
    const recovered = await run(folder, ['restore', bad], { POWERNODE_MASTER_KEY })
    expect(recovered).toMatchObject({ code: 0, stderr: '' })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('a backup that cannot be taken is refused in one line, and leaves no file', async () => {
  const folder = await freshFolder()
  expect(await refusal(folder, ['backup', join(folder, 'one')])).toMatch(
    /There is no installation in .*: correct POWERNODE_DATA_DIR/,
  )
  const settings = { POWERNODE_MASTER_KEY: OTHER_KEY }
  const path = join(elsewhere, 'other.backup')
  expect(await refusal(elsewhere, ['backup', path], settings)).toMatch(
    /^POWERNODE_MASTER_KEY .*does not open what this database holds/,
  )
  expect(await refusal(elsewhere, ['backup', join(elsewhere, 'none', 'x')])).toMatch(
    /^Cannot write .* \(ENOENT\)/,
  )
  const left = await readdir(elsewhere)
  expect(left.filter((name) => /other|part/.test(name))).toEqual([])
  await rm(folder, { recursive: true, force: true })
})

/** The one line that a command ends with, other than 0. */
async function refusal(folder: string, args: string[], settings?: LaunchSettings) {
  const { code, stdout, stderr } = await run(folder, args, settings)
  expect([code, stdout, stderr.split('\n').length]).toEqual([1, '', 2])
  return stderr.replace('powernode: ', '').trim()
}
