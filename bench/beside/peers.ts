import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { makeFolder } from '../../server/platform/data_folder.ts'
import { type BenchProcess, startChild } from '../children.ts'

/** As many connections to PostgreSQL as the server has by default. */
const POOL_SIZE = 10
const SOURCE = new URL('../peers/', import.meta.url)
/** Outside `node_modules` of the repository, and kept for the next run. */
const FOLDER = new URL('../../.powernode/bench-peers/', import.meta.url)

/** Starts a program of `bench/peers`, with the packages of the `package-lock.json` there. */
export function startPeer<Ready, Reply = never>(
  file: string,
  input: object,
): Promise<BenchProcess<Reply> & { ready: Ready }> {
  installPeers()
  const settings = { poolSize: POOL_SIZE, ...input }
  return startChild(new URL(file, FOLDER), settings, { NODE_ENV: 'production' })
}

function installPeers() {
  const lock = readFileSync(new URL('package-lock.json', SOURCE))
  const digest = createHash('sha256').update(lock).digest('hex')
  const installed = new URL('node_modules/.powernode-lock', FOLDER)
  makeFolder(fileURLToPath(FOLDER))
  cpSync(SOURCE, FOLDER, { recursive: true })
  if (existsSync(installed) && readFileSync(installed, 'utf8') === digest) return
  process.stderr.write('installing the peers …\n')
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: fileURLToPath(FOLDER),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  writeFileSync(installed, digest)
}
