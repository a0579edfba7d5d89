import { mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caller, dataOf } from './client.ts'
import { startInstallation } from './installation.ts'
import { dataFolder, freshFolder, type LaunchSettings, launch } from './launch.ts'
import { createColleague, register, signIn } from './people.ts'
import { kill, runningIn } from './processes.ts'
import { until } from './until.ts'
import { type Installation, stopUp } from './up.ts'

const OTHER_KEY = Buffer.alloc(32, 7).toString('base64')
const END_BYTES = 86

let installation: Installation
/** The folder of the backup and of the restored installation. */
let restoredFolder: string
let file: string
let masterKey: string

beforeAll(async () => {
  installation = await startInstallation()
  restoredFolder = await freshFolder()
  file = join(restoredFolder, 'one.backup')
  masterKey = await readFile(join(dataFolder(installation.folder), 'master.key'), 'utf8')
})
afterAll(async () => {
  for (const pid of runningIn(dataFolder(restoredFolder))) kill(pid)
  await installation?.stop()
  await rm(restoredFolder, { recursive: true, force: true })
})

async function run(folder: string, args: string[], settings: LaunchSettings = {}) {
  const command = launch(folder, settings, args)
  const code = await command.exited
  return { code, ...command.output }
}

/** The tables in a backup: name to row count and checksum. */
async function tablesIn(path: string): Promise<Record<string, string>> {
  const bytes = await readFile(path)
  const [, offset] = /^END (\d+) /.exec(bytes.subarray(-END_BYTES).toString()) ?? []
  const index = bytes.subarray(Number(offset), -END_BYTES).toString()
  const { sections } = JSON.parse(index) as {
    sections: { name: string; rows: number; sha256: string }[]
  }
  return Object.fromEntries(sections.map(({ name, rows, sha256 }) => [name, `${rows} ${sha256}`]))
}

/** Registers accounts with users and keys until stopped. Records the addresses of their owners. */
function startLoad(url: string) {
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

test('a backup taken under load restores the complete installation in another folder', async () => {
  const load = startLoad(installation.url)
  await until(() => load.owners.length >= 3, 'accounts to back up existed', 60)
  const before = [...load.owners]
  const stored = await uploadFile(installation.url, before[0] ?? '')
  const taken = await run(installation.folder, ['backup', file])
  await load.stop()
  expect(taken).toMatchObject({ code: 0, stderr: '' })
  expect(taken.stdout).toMatch(
    /^Wrote .*one\.backup: \d+ tables, [\d,]+ rows, [\d,]+ files, [\d,]+ bytes\./,
  )
  expect((await readFile(file)).includes(masterKey)).toBe(false)
  await installation.stop()

  expect(await refusal(restoredFolder, ['restore', file])).toMatch(
    /^The backup belongs to the master key \w{16}, and none is set here: copy that key to /,
  )
  await mkdir(dataFolder(restoredFolder), { recursive: true, mode: 0o711 })
  await writeFile(join(dataFolder(restoredFolder), 'master.key'), masterKey, { mode: 0o600 })
  const restored = await run(restoredFolder, ['restore', file])
  expect(restored).toMatchObject({ code: 0, stderr: '' })
  expect(restored.stdout).toMatch(/^Restored \d+ tables with [\d,]+ rows as of 2/)
  expect(restored.stdout).toMatch(/\nRestored 1 files to .*\/files\n/)
  const again = join(restoredFolder, 'again.backup')
  expect(await run(restoredFolder, ['backup', again])).toMatchObject({ code: 0, stderr: '' })
  expect(await tablesIn(again)).toEqual(await tablesIn(file))

  const up = launch(restoredFolder, installation.settings)
  try {
    const call = caller(installation.url)
    const ready = async () =>
      (await call('GET', '/api/v1/health/ready').catch(() => undefined))?.status === 200
    await until(ready, 'the restored installation was ready', 60)
    for (const email of ['admin@example.com', ...before]) await signIn(installation.url, email)
    const doctor = await until(async () => {
      const result = await run(restoredFolder, ['doctor'])
      return result.code === 0 && result // a worker that has just started may not have called yet
    }, 'doctor found no problems')
    expect(doctor.stdout).not.toContain('✗')
    expect((await run(restoredFolder, ['audit', 'verify'])).stdout).toMatch(
      /^✓ The audit trail is intact/,
    )
    expect((await run(restoredFolder, ['storage', 'verify', '--deep'])).stdout).toBe(
      '✓ All storages agree with the database\n',
    )
    const { token } = await signIn(installation.url, before[0] ?? '')
    const content = await call('GET', `/api/v1/files/${stored}/download`, { token })
    expect([content.status, content.text]).toEqual([200, 'First floor'])
    expect(await refusal(restoredFolder, ['restore', file])).toMatch(
      /^The database already contains data \(/,
    )
  } finally {
    await stopUp(up)
  }
})

/** Uploads a file as the owner of an account, and returns its id. */
async function uploadFile(url: string, email: string): Promise<string> {
  const { token } = await signIn(url, email)
  const body = new FormData()
  body.append('file', new Blob(['First floor']), 'plan.txt')
  const headers = { authorization: `Bearer ${token}` }
  const response = await fetch(`${url}/api/v1/files`, { method: 'POST', headers, body })
  const { data } = (await response.json()) as { data: { id: string } }
  return data.id
}

/** The header is the second line; the tables come after it. */
const endOfHeader = (backup: Buffer) => backup.indexOf('\n', backup.indexOf('\n') + 1)

test('restore refuses an unusable backup in one line, before anything is written', async () => {
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
    const inTable = endOfHeader(good) + 1000
    changed[inTable] = (changed[inTable] ?? 0) ^ 0xff
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

test('backup fails with one line and leaves no file', async () => {
  const folder = await freshFolder()
  expect(await refusal(folder, ['backup', join(folder, 'one')])).toMatch(
    /There is no installation in .*: correct POWERNODE_DATA_DIR/,
  )
  const settings = { POWERNODE_MASTER_KEY: OTHER_KEY }
  const path = join(restoredFolder, 'other.backup')
  expect(await refusal(restoredFolder, ['backup', path], settings)).toMatch(
    /^POWERNODE_MASTER_KEY .*cannot decrypt the secrets of this database/,
  )
  expect(await refusal(restoredFolder, ['backup', join(restoredFolder, 'none', 'x')])).toMatch(
    /^Cannot write .* \(ENOENT\)/,
  )
  const left = await readdir(restoredFolder)
  expect(left.filter((name) => /other|part/.test(name))).toEqual([])
  await rm(folder, { recursive: true, force: true })
})

/** The one line that a command prints when it fails with exit code 1. */
async function refusal(folder: string, args: string[], settings?: LaunchSettings) {
  const { code, stdout, stderr } = await run(folder, args, settings)
  expect([code, stdout, stderr.split('\n').length]).toEqual([1, '', 2])
  return stderr.replace('powernode: ', '').trim()
}
