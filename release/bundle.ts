import { globSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { type Plugin, rolldown } from 'rolldown'

const ROOT = join(import.meta.dirname, '..')
/** Where the code that several programs share is written, in the release. */
const SHARED = 'lib'

/** Programs, threads and modules that are loaded by their path; everything else is reached from them. */
export const ENTRIES: readonly string[] = [
  'bin/powernode.mjs',
  'server/platform/backup/thread.ts',
  'modules/content/markdown/thread.ts',
  'modules/files/processing/child.ts',
  ...globSync('{modules,extensions}/*/module.ts', { cwd: ROOT }),
  ...globSync('{modules,extensions}/*/domains/*/handlers.ts', { cwd: ROOT }),
]

/**
 * Bundles server, worker and commands into `folder`. An entry keeps its path, so that files beside it, such as
 * migrations, are found; the packages in `external` stay packages.
 */
export async function bundle(folder: string, external: readonly string[]): Promise<void> {
  const isExternal = (id: string) =>
    external.some((name) => id === name || id.startsWith(`${name}/`))
  const build = await rolldown({
    cwd: ROOT,
    input: Object.fromEntries(ENTRIES.map((file) => [file.replace(/\.\w+$/, ''), file])),
    platform: 'node',
    external: isExternal,
    plugins: [ownPlaces(), onlyAscii()],
    logLevel: 'warn',
    onLog(level, log, defaultHandler) {
      if (log.code === 'EVAL') return // of packages
      defaultHandler(level, log)
    },
  })
  await build.write({
    dir: folder,
    format: 'esm',
    // For stack traces, and packages that look at the name of a class.
    keepNames: true,
    minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
    entryFileNames: ({ name }) => (name === 'bin/powernode' ? '[name].mjs' : '[name].js'),
    chunkFileNames: `${SHARED}/[name]-[hash].js`,
  })
  await build.close()
}

/** Lets each file of ours go on knowing its own place, relative to the file that it became a part of. */
function ownPlaces(): Plugin {
  return {
    name: 'own-places',
    transform(code, id) {
      if (id.includes('/node_modules/') || !code.includes('import.meta.')) return
      const path = relative(ROOT, id).replace(/\.ts$/, '.js')
      return code
        .replaceAll(
          'import.meta.dirname',
          `import.meta.dirname_of(${JSON.stringify(dirname(path))})`,
        )
        .replaceAll('import.meta.filename', JSON.stringify(path))
        .replaceAll('import.meta.url', `import.meta.url_of(${JSON.stringify(path)})`)
    },
    renderChunk(code, chunk) {
      const up = posix.relative(dirname(chunk.fileName), '.') || '.'
      return code
        .replaceAll(
          /import\.meta\.dirname_of\((["'`])(.*?)\1\)/g,
          `(import.meta.dirname+"/${up}/$2")`,
        )
        .replaceAll(
          /import\.meta\.url_of\((["'`])(.*?)\1\)/g,
          `new URL("${up}/$2",import.meta.url).href`,
        )
    },
  }
}

/** V8 keeps the text of code in memory, with two bytes for each character if one of them is not ASCII. */
function onlyAscii(): Plugin {
  return {
    name: 'only-ascii',
    generateBundle(_, files) {
      for (const file of Object.values(files))
        if (file.type === 'chunk') file.code = asciiOf(file.code)
    },
  }
}

function asciiOf(code: string) {
  return code.replaceAll(/(\\*)([^\0-\x7f])/g, (_, slashes: string, character: string) => {
    const digits = character.charCodeAt(0).toString(16).padStart(4, '0')
    // The character may itself be escaped, in a regular expression.
    return `${slashes.slice(slashes.length % 2)}\\u${digits}`
  })
}
