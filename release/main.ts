import { execFileSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { bundle } from './bundle.ts'
import { sha256Of, writeChecksums, writeInventory } from './inventory.ts'
import { copyPackages, copyRuntime, PACKAGES } from './packages.ts'

const ROOT = join(import.meta.dirname, '..')
const PLATFORM = `${process.platform}-${process.arch}`
/** What a release has as it is in the checkout. */
const FILES = [
  'bin/powernode',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  '.env.example',
  'web/dist/**/*',
  'docs/*.md',
  'docs/operations/*',
  'contract/openapi/**/*.json',
  '{modules,extensions}/*/migrations/*.sql',
]

const version = versionOf(ROOT)
const output = join(ROOT, 'release/dist')
const name = `powernode-${version}-${PLATFORM}`
const folder = join(output, name)

rmSync(output, { recursive: true, force: true })
step('bundling server, worker and commands')
await bundle(folder, PACKAGES)
step('copying packages, Node.js and PostgreSQL')
const packages = copyPackages(folder)
copyRuntime(join(folder, 'runtime'))
for (const file of globSync(FILES, { cwd: ROOT })) copy(file)
writeManifest()
step('writing the list of its parts, and checksums')
writeInventory(folder, version)
writeChecksums(folder)
step('packing')
const archive = `${folder}.tar.gz`
// The same files make the same archive.
const order = ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', '--mtime=2000-01-01']
execFileSync('tar', ['-C', output, ...order, '-czf', archive, name])
writeFileSync(`${archive}.sha256`, `${sha256Of(archive)}  ${name}.tar.gz\n`)
const unpacked = globSync('**/*', { cwd: folder })
  .map((file) => statSync(join(folder, file)))
  .filter((info) => info.isFile())
  .reduce((sum, { size }) => sum + size, 0)
step(`${archive}: ${megabytes(statSync(archive).size)}, unpacked ${megabytes(unpacked)}`)

/** The package of npm: `npm pack` makes one file of it, which `npm install -g` installs without asking a registry. */
function writeManifest() {
  const { license, description } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const dependencies = Object.fromEntries(
    packages
      .filter(({ name }) => PACKAGES.includes(name))
      .map(({ name, version }) => [name, version]),
  )
  const manifest = {
    name: 'powernode',
    version,
    license,
    description,
    type: 'module',
    os: [process.platform],
    cpu: [process.arch],
    bin: { powernode: 'bin/powernode' },
    dependencies,
    bundleDependencies: Object.keys(dependencies),
  }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}

function copy(file: string) {
  if (!statSync(join(ROOT, file)).isFile()) return
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  cpSync(join(ROOT, file), join(folder, file))
}

/**
 * The version of `package.json`, which a tag such as v1.2.3 on the commit must equal. Other commits are marked as
 * development versions.
 */
function versionOf(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim()
  const tags = git('tag', '--points-at', 'HEAD', '--list', 'v*').split('\n').filter(Boolean)
  if (tags.length === 0) return `${version}-dev.g${git('rev-parse', '--short', 'HEAD')}`
  if (tags.includes(`v${version}`)) return version
  throw new Error(
    `The commit has the tag ${tags.join(', ')}, but package.json has the version ${version}`,
  )
}

function step(text: string) {
  process.stdout.write(`${text}\n`)
}

function megabytes(bytes: number) {
  return `${Math.round(bytes / 1e6)} MB`
}
