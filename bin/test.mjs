// `npm test`: runs all checks up to the first failure and prints how long each took. Runs on the installed Node.js.
import { spawnSync } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bin = join(root, 'node_modules', '.bin')

// The first step installs the dependencies; the others are scripts of package.json.
const steps = {
  'install and build': [process.execPath, join(root, 'bin', 'setup.mjs')],
  'format, lint, types, dead code and fast tests': ['npm', 'run', '-s', 'check:fast'],
  'server on PostgreSQL, with and without extensions': ['npm', 'run', '-s', 'test:server'],
  'acceptance and browser': ['npm', 'run', '-s', 'test:acceptance'],
}

const lines = []
let failed = false
const started = Date.now()
for (const [step, [command, ...args]] of Object.entries(steps)) {
  const stepStarted = Date.now()
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` }
  const { status } = spawnSync(command, args, { cwd: root, env, stdio: 'inherit' })
  lines.push(`  ${minutes(Date.now() - stepStarted)}  ${step}${status === 0 ? '' : ': failed'}`)
  if (status === 0) continue
  failed = true
  break
}
process.stdout.write(`\n${lines.join('\n')}\n  ${minutes(Date.now() - started)}  total\n`)
process.exitCode = failed ? 1 : 0

function minutes(ms) {
  const seconds = Math.round(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`.padStart(6)
}
