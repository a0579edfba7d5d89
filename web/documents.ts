import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import MarkdownIt from 'markdown-it'

export const DOCS = join(import.meta.dirname, '../docs')

/** The folders of pages, in the order of the list. The decisions are for developers and stay outside the app. */
const groups = [
  { folder: '', label: 'Guides' },
  { folder: 'operations', label: 'Operations' },
]

export type DocumentEntry = {
  /** The last part of its URL, `/docs/webhooks`. */
  page: string
  title: string
  group: string
  headings: string[]
}

/** A page as HTML. `assets` are the files that it shows or links to; the HTML has `asset:0` in place of the first. */
export type RenderedDocument = { html: string; title: string; anchors: string[]; assets: string[] }

/** The files of all pages, by the last part of their URL. */
export function documentFiles(): Map<string, { file: string; group: string }> {
  const files = new Map<string, { file: string; group: string }>()
  for (const { folder, label } of groups) {
    for (const name of readdirSync(join(DOCS, folder)).sort()) {
      if (!name.endsWith('.md')) continue
      const page = basename(name, '.md')
      if (files.has(page)) throw new Error(`Two documents are named ${page}`)
      files.set(page, { file: join(DOCS, folder, name), group: label })
    }
  }
  return files
}

export function documentEntries(): DocumentEntry[] {
  return [...documentFiles()].map(([page, { file, group }]) => {
    const [title = page, ...headings] = headingsOf(readFileSync(file, 'utf8'))
    return { page, title, group, headings }
  })
}

/** Renders a document. Links to other documents lead to their pages; other files of the folder become assets. */
export function renderDocument(file: string): RenderedDocument {
  const assets: string[] = []
  const anchors: string[] = []
  const asset = (path: string) => {
    if (!assets.includes(path)) assets.push(path)
    return `asset:${assets.indexOf(path)}`
  }
  const markdown = new MarkdownIt({ html: false, linkify: true })
  const source = withoutComments(readFileSync(file, 'utf8'))
  const tokens = markdown.parse(source, {})
  const seen = new Map<string, number>()
  for (const [at, token] of tokens.entries()) {
    if (token.type === 'heading_open') {
      const id = uniqueSlug(textOf(tokens[at + 1]?.children ?? []), seen)
      token.attrSet('id', id)
      anchors.push(id)
    }
    if (token.type === 'inline') resolveTargets(token.children ?? [], dirname(file), asset)
  }
  // Wide blocks scroll on their own, and must be reachable by keyboard.
  markdown.renderer.rules.table_open = () => '<div class="wide" tabindex="0"><table>'
  markdown.renderer.rules.table_close = () => '</table></div>'
  const code = (content: string) =>
    `<pre tabindex="0"><code>${markdown.utils.escapeHtml(content)}</code></pre>`
  markdown.renderer.rules.fence = (all, at) => code(all[at]?.content ?? '')
  markdown.renderer.rules.code_block = (all, at) => code(all[at]?.content ?? '')
  const [title = ''] = headingsOf(source)
  // The page shows the title itself.
  const start = tokens.findIndex(({ type, tag }) => type === 'heading_close' && tag === 'h1') + 1
  const html = markdown.renderer.render(tokens.slice(start), markdown.options, {})
  return { html, title, anchors: anchors.slice(1), assets }
}

type Tokens = ReturnType<InstanceType<typeof MarkdownIt>['parse']>

/** Replaces relative addresses. A link to something that is not in the app becomes plain text. */
function resolveTargets(tokens: Tokens, folder: string, asset: (path: string) => string) {
  const open: boolean[] = []
  for (const token of tokens) {
    if (token.type === 'image') token.attrSet('src', asset(existing(folder, address(token, 'src'))))
    if (token.type === 'link_open') {
      const target = targetOf(address(token, 'href'), folder, asset)
      open.push(target !== null)
      if (target === null) Object.assign(token, { tag: 'span', attrs: null })
      else token.attrSet('href', target)
    }
    if (token.type === 'link_close' && !open.pop()) token.tag = 'span'
  }
}

function targetOf(href: string, folder: string, asset: (path: string) => string): string | null {
  if (/^[a-z]+:|^\/|^#/.test(href)) return href
  const [path = '', anchor] = href.split('#')
  const file = existing(folder, path)
  if (relative(DOCS, file).startsWith('..') || statSync(file).isDirectory()) return null
  if (!file.endsWith('.md')) return asset(file)
  if (!groups.some(({ folder }) => join(DOCS, folder) === dirname(file))) return null
  return `/docs/${basename(file, '.md')}${anchor ? `#${anchor}` : ''}`
}

const address = (token: Tokens[number], name: string) => String(token.attrGet(name) ?? '')

function existing(folder: string, path: string): string {
  const file = resolve(folder, path)
  if (!existsSync(file)) throw new Error(`${path} is linked in ${folder}, but does not exist`)
  return file
}

/** The headings down to the second level, the title first. */
function headingsOf(source: string): string[] {
  const tokens = new MarkdownIt().parse(source, {})
  return tokens.flatMap(({ type, tag }, at) =>
    type === 'heading_open' && (tag === 'h1' || tag === 'h2')
      ? [textOf(tokens[at + 1]?.children ?? [])]
      : [],
  )
}

const textOf = (tokens: Tokens) =>
  tokens
    .filter(({ type }) => type === 'text' || type === 'code_inline')
    .map(({ content }) => content)
    .join('')

/** The anchor that GitHub gives a heading, so that a link works in both places. */
function uniqueSlug(text: string, seen: Map<string, number>): string {
  const slug = text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-')
  const count = seen.get(slug) ?? 0
  seen.set(slug, count + 1)
  return count === 0 ? slug : `${slug}-${count}`
}

const withoutComments = (source: string) => source.replaceAll(/<!--.*?-->\n?/gs, '')
