import { execFile } from 'node:child_process'
import { cp, mkdir, readdir, symlink } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { freshFolder } from './launch.ts'

const ROOT = resolve(import.meta.dirname, '..')
const WORKSPACES = ['contract', 'modules', 'server', 'web', 'worker']
const EXAMPLE = 'docs/examples/extension/fleet'

/** Copies this repository with the example module in `extensions/`, and builds the web app. Dependencies are linked. */
export async function checkoutWithExample(): Promise<string> {
  const folder = await freshFolder()
  for (const name of [...WORKSPACES, 'bin', 'docs', 'CONTRIBUTING.md', 'package.json']) {
    await cp(join(ROOT, name), join(folder, name), { recursive: true, filter: isSource })
  }
  await cp(join(ROOT, EXAMPLE), join(folder, 'extensions/fleet'), { recursive: true })
  for (const name of ['.', ...WORKSPACES]) await linkDependencies(folder, name)
  const packages = join(folder, 'node_modules/@powernode')
  await mkdir(packages)
  for (const name of WORKSPACES) await symlink(join(folder, name), join(packages, name))
  const vite = join(folder, 'node_modules/vite/bin/vite.js')
  const build = [vite, 'build', 'web', '--logLevel', 'warn']
  await promisify(execFile)(process.execPath, build, { cwd: folder })
  return folder
}

const isSource = (path: string) => !/\/(node_modules|dist)(\/|$)/.test(path)

async function linkDependencies(folder: string, workspace: string) {
  const from = join(ROOT, workspace, 'node_modules')
  const names = await readdir(from).catch(() => [])
  if (names.length === 0) return
  const to = join(folder, workspace, 'node_modules')
  await mkdir(to)
  for (const name of names.filter((one) => one !== '@powernode')) {
    await symlink(join(from, name), join(to, name))
  }
}
