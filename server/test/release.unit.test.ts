import { execFileSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { version } from '@powernode/contract/version.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundle, ENTRIES } from '../../release/bundle.ts'
import { PACKAGES } from '../../release/packages.ts'
import { isTest, root, sources } from './sources.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'powernode-release-'))
  await bundle(folder, PACKAGES)
  for (const path of ['package.json', ...globSync('modules/*/migrations', { cwd: root })]) {
    await cp(join(root, path), join(folder, path), { recursive: true })
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
}, 60_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

const run = (...args: string[]) =>
  execFileSync(process.execPath, [join(folder, 'bin/powernode.mjs'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  })

test('every file that is loaded by its path is in a release, at that path', () => {
  const named = sources
    .filter(({ path }) => !isTest(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/[`/](\w+)\$\{CODE\}/g)].map(([, name]) =>
        join(dirname(path), `${name}.ts`),
      ),
    )
  const files = named.filter((path) => !/\/(module|handlers)\.ts$/.test(path)) // found by a pattern
  expect(files.length).toBeGreaterThan(2)
  expect(files.filter((path) => !ENTRIES.includes(path))).toEqual([])
  const missing = ENTRIES.filter((path) => !existsSync(join(folder, path.replace(/\.ts$/, '.js'))))
  expect(missing).toEqual([])
})

test('the commands of a release run outside of the repository, with all modules', () => {
  expect(run('--version')).toBe(`${version}\n`)
  const routes = run('routes')
  expect(routes).toMatch(/^GET +\/api\/v1\/users +users\.read +users\.list$/m)
  expect(routes).toMatch(/^GET +\/api\/v1\/invoices +/m)
})
