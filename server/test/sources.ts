import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

export interface SourceFile {
  path: string
  text: string
}

/** All TypeScript files of the repository, including generated ones. */
export const sources: SourceFile[] = [
  'server',
  'modules',
  'worker',
  'web/src',
  'contract',
  'bin',
  'bench',
  'acceptance',
  'extensions', // optional, of an installation
]
  .filter((folder) => existsSync(join(root, folder)))
  .flatMap((folder) => readdirSync(join(root, folder), { withFileTypes: true, recursive: true }))
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((path) => !path.includes('node_modules') && !path.includes('/dist/'))
  .map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }))

/** The imports of a file within the repository, including types, as paths. */
export function importsIn({ path, text }: SourceFile): string[] {
  return [...text.matchAll(/(?:from |import |import\()'([^']+)'/g)]
    .map(([, target = '']) => target)
    .map((target) => {
      if (target.startsWith('@powernode/')) return target.replace('@powernode/', '')
      if (target.startsWith('~/')) return `web/src/${target.slice(2)}`
      return target.startsWith('.')
        ? relative(root, resolve(root, dirname(path), target))
        : undefined
    })
    .filter((target) => target !== undefined)
}

/** The imports of these files whose path matches. */
export function importsOf(files: SourceFile[], forbidden: RegExp): string[] {
  return files.flatMap((file) =>
    importsIn(file)
      .filter((target) => forbidden.test(target))
      .map((target) => `${file.path} imports ${target}`),
  )
}

export function isTest(path: string) {
  return /\.test\.tsx?$|^(server|(modules|extensions)\/\w+)\/test\//.test(path)
}
