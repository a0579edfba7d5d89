// Runs on the installed Node.js: installs the dependencies if package-lock.json changed, generates the
// types of the API and builds the web app.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bin = join(root, 'node_modules', '.bin')
const PROGRESS_SECONDS = 10
const installed = join(root, 'node_modules', '.powernode-lock')

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`Node.js 20 or newer is required; this is ${process.version}`)
}

const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex')
if (!existsSync(installed) || readFileSync(installed, 'utf8') !== lock) {
  print('Installing dependencies (takes a minute or two the first time) …')
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  writeFileSync(installed, lock)
}

const types = join(root, 'contract', 'generated', 'internal.d.ts')
if (!existsSync(types) || newest(join(root, 'contract', 'openapi')) > statSync(types).mtimeMs) {
  await run(join(bin, 'node'), [join(root, 'contract', 'client_types.ts')])
}

const page = join(root, 'web', 'dist', 'index.html')
if (
  !existsSync(page) ||
  ['web/src', 'modules', 'extensions', 'docs']
    .map((folder) => join(root, folder))
    .some((folder) => existsSync(folder) && newest(folder) > statSync(page).mtimeMs)
) {
  print('Building the web app …')
  await run(join(bin, 'node'), [
    join(root, 'node_modules', 'vite', 'bin', 'vite.js'),
    'build',
    'web',
    '--logLevel',
    'warn',
  ])
}

/** Shows that it still works: on a slow line the installation takes minutes. */
async function run(command, args) {
  const path = `${bin}:${process.env.PATH}`
  const child = spawn(command, args, { cwd: root, env: { ...process.env, PATH: path } })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      output += text
    })
  }
  let seconds = 0
  const progress = setInterval(() => {
    seconds += PROGRESS_SECONDS
    print(`  … ${seconds} s`)
  }, PROGRESS_SECONDS * 1000)
  const code = await new Promise((done) => {
    child.on('error', (error) => {
      output += error.message
      done(1)
    })
    child.on('close', done)
  })
  clearInterval(progress)
  if (code === 0) return
  process.stderr.write(output)
  fail(`${command} ${args[0]} failed`)
}

function newest(folder) {
  return Math.max(
    ...readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs),
  )
}

function print(text) {
  process.stdout.write(`${text}\n`)
}

function fail(text) {
  process.stderr.write(`powernode: ${text}\n`)
  process.exit(1)
}
