import type { Plugin } from 'vite'
import { DOCS, documentEntries, documentFiles, renderDocument } from './documents.ts'

const LIST = 'virtual:documents'
const PREFIX = 'virtual:document/'

/**
 * Renders the Markdown of `docs/` when the app is built. `virtual:documents` exports the list of pages and, by page, a function
 * that loads one.
 */
export function documents(): Plugin {
  return {
    name: 'documents',
    resolveId: (id) => (id === LIST || id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${LIST}`) return listModule()
      if (!id.startsWith(`\0${PREFIX}`)) return undefined
      const file = documentFiles().get(id.slice(PREFIX.length + 1))?.file
      if (!file) return undefined
      this.addWatchFile(file)
      return pageModule(file)
    },
    configureServer: ({ watcher }) => void watcher.add(DOCS),
  }
}

function listModule(): string {
  const loaders = [...documentFiles().keys()].map(
    (page) => `${JSON.stringify(page)}: () => import(${JSON.stringify(PREFIX + page)})`,
  )
  return [
    `export const entries = ${JSON.stringify(documentEntries())}`,
    `export const load = { ${loaders.join(', ')} }`,
  ].join('\n')
}

function pageModule(file: string): string {
  const { html, title, assets } = renderDocument(file)
  const imports = assets.map(
    (path, at) => `import asset${at} from ${JSON.stringify(`${path}?url`)}`,
  )
  const urls = assets.map((_, at) => `asset${at}`)
  return [
    ...imports,
    `const assets = [${urls.join(', ')}]`,
    `const html = ${JSON.stringify(html)}`,
    `export const title = ${JSON.stringify(title)}`,
    `export default html.replaceAll(/"asset:(\\d+)"/g, (_, at) => '"' + assets[at] + '"')`,
  ].join('\n')
}
