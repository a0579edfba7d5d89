// `npm test`: every check in turn, up to the first that fails, and how long each took. Runs on whatever Node.js is there.
import { spawnSync } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bin = join(root, 'node_modules', '.bin')

// Each is a command of package.json, but for the first, which installs what those need.
const parts = {
  'install and build': [process.execPath, join(root, 'bin', 'setup.mjs')],
  'format, lint, types, dead code and fast tests': ['npm', 'run', '-s', 'check:fast'],
  'server on PostgreSQL, with and without extensions': ['npm', 'run', '-s', 'test:server'],
  'acceptance and browser': ['npm', 'run', '-s', 'test:acceptance'],
}

const lines = []
let failed = false
const started = Date.now()
for (const [part, [command, ...args]] of Object.entries(parts)) {
  const since = Date.now()
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` }
  const { status } = spawnSync(command, args, { cwd: root, env, stdio: 'inherit' })
  lines.push(`  ${minutes(Date.now() - since)}  ${part}${status === 0 ? '' : ': failed'}`)
  if (status === 0) continue
  failed = true
  break
}
process.stdout.write(`\n${lines.join('\n')}\n  ${minutes(Date.now() - started)}  in all\n`)
process.exitCode = failed ? 1 : 0

function minutes(ms) {
  const seconds = Math.round(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`.padStart(6)
}
