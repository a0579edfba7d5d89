import { execFile } from 'node:child_process'
import { access, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Programs that the tests run Powernode with, and the Debian packages that contain them. */
const packages = {
  'redis-server': ['redis-server', 'redis-tools', 'libjemalloc2', 'liblzf1', 'liblua5.1-0'],
  promtool: ['prometheus'],
  pgbouncer: ['pgbouncer', 'libc-ares2', 'libevent-2.1-7'],
  nginx: ['nginx', 'libpcre2-8-0'],
} as const

export interface Program {
  path: string
  /** Environment variables with which it finds its libraries. */
  env: Record<string, string>
}

/**
 * Finds an installed program. If it is missing, unpacks Debian's packages below the home folder, which needs no root
 * access. On systems not based on Debian it has to be installed.
 */
export async function findProgram(name: keyof typeof packages): Promise<Program> {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name)
    if (await exists(path)) return { path, env: {} }
  }
  const folder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'powernode', name)
  if (!(await exists(folder))) await unpack(name, folder)
  const libraries = join(folder, 'usr/lib', `${await architecture()}-linux-gnu`)
  const inSbin = join(folder, 'usr/sbin', name)
  const path = (await exists(inSbin)) ? inSbin : join(folder, 'usr/bin', name)
  return { path, env: { LD_LIBRARY_PATH: libraries } }
}

async function unpack(name: keyof typeof packages, folder: string) {
  const parent = join(folder, '..')
  await mkdir(parent, { recursive: true })
  const work = await mkdtemp(join(parent, 'unpack-'))
  const lists = join(work, 'lists')
  const archives = join(work, 'cache/archives')
  await mkdir(join(lists, 'partial'), { recursive: true })
  await mkdir(join(archives, 'partial'), { recursive: true })
  const apt = [`Dir::State::lists=${lists}`, `Dir::Cache=${join(work, 'cache')}`]
  const options = apt.flatMap((option) => ['-o', option])
  try {
    await run('apt-get', [...options, '-qq', 'update'], { cwd: work })
    await run('apt-get', [...options, '-qq', 'download', ...packages[name]], { cwd: work })
    const found = (await readdir(work)).filter((file) => file.endsWith('.deb'))
    for (const file of found) await run('dpkg', ['-x', file, 'root'], { cwd: work })
    await rename(join(work, 'root'), folder)
  } catch (error) {
    throw new Error(`${name} is needed for these tests: install it (${(error as Error).message})`)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function architecture() {
  const { stdout } = await run('uname', ['-m'])
  return stdout.trim()
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )
