import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { lockFolder, makeFolder, readSecret, writeSecret } from './data_folder.ts'

const MODULE = JSON.stringify(join(import.meta.dirname, 'data_folder.ts'))

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'powernode-folder-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** A process takes several seconds to start on a busy machine. */
const PROCESS_MS = 60_000

/** Runs a script in another process until the test ends, with this module as `m`; `before` is a shell command. */
function runInProcess(script: string, before = ''): ChildProcess {
  const text = `const m = await import(${MODULE}); ${script}`
  const command = `${before} exec "$0" --input-type=module -e "$1"`
  const stdio = ['ignore', 'pipe', 'inherit'] as const
  const child = spawn('sh', ['-c', command, process.execPath, text], { stdio: [...stdio] })
  // Vitest would otherwise wait for it after a failure, because it has inherited its output.
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

async function outputOf(child: ChildProcess) {
  let text = ''
  child.stdout?.on('data', (chunk) => {
    text += chunk
  })
  await once(child, 'close')
  return text
}

test('a folder is created with its parents, and named in the error otherwise', async () => {
  const deep = join(folder, 'some', 'where')
  makeFolder(deep)
  makeFolder(deep)
  expect((await stat(deep)).isDirectory()).toBe(true)
  const [path, file] = ['/proc/none/powernode', join(folder, 'file')]
  await writeFile(file, '')
  expect(() => makeFolder(path)).toThrow(`Cannot write ${path} (ENOENT)`)
  expect(() => makeFolder(join(file, 'below'))).toThrow(`Cannot write ${join(file, 'below')} (`)
})

test('a secret is readable by its owner only, and trimmed when read', async () => {
  const path = join(folder, 'one')
  await writeSecret(path, ' secret\n')
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect(await readSecret(path)).toBe('secret')
  expect(await readSecret(join(folder, 'none'))).toBe(undefined)
})

test('an unchanged secret is not rewritten, but its mode is corrected', async () => {
  const path = join(folder, 'same')
  await writeSecret(path, 'secret')
  const before = await stat(path)
  await chmod(path, 0o644)
  await writeSecret(path, 'secret')
  const after = await stat(path)
  expect([after.ino, after.mode & 0o777]).toEqual([before.ino, 0o600])
  await writeSecret(path, 'another')
  expect((await stat(path)).ino).not.toBe(before.ino)
})

test('a full disk keeps the previous secret, and is reported in one line', {
  timeout: PROCESS_MS,
}, async () => {
  const path = join(folder, 'full')
  await writeFile(path, 'former')
  const script = `await m.writeSecret(${JSON.stringify(path)}, 'new').catch((error) => console.log(error.message))`
  // Limits the file size to zero, which needs no privileges.
  const text = await outputOf(runInProcess(script, 'ulimit -f 0;'))
  expect(text).toBe(`Cannot write ${path} (EFBIG)\n`)
  expect(await readFile(path, 'utf8')).toBe('former')
  expect(await readdir(folder)).not.toContain('full.new')
})

test('a data folder is locked by one process until it ends', { timeout: PROCESS_MS }, async () => {
  const dir = join(folder, 'locked')
  const child = runInProcess(
    `m.lockFolder(${JSON.stringify(dir)})
    // The lock does not depend on what the caller keeps.
    const { Session } = await import('node:inspector/promises')
    const session = new Session()
    session.connect()
    await session.post('HeapProfiler.collectGarbage')
    console.log('locked')
    setInterval(() => {}, 1000)`,
  )
  await once(child.stdout as NonNullable<typeof child.stdout>, 'data')
  const line = `Powernode is already running in ${dir} (process ${child.pid}): stop it first`
  expect(() => lockFolder(dir)).toThrow(line)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const leave = lockFolder(dir)
  expect(() => lockFolder(dir)).toThrow('already running')
  leave()
  lockFolder(dir)()
})
