import { parse, stringify } from 'yaml'

const MAX_FRONT_MATTER = 64 * 1024

/** A Markdown file cannot be read. Its message is for people. */
export class MarkdownError extends Error {}

/** A Markdown file: what stands between two lines of `---` at its beginning, and the text. */
export interface MarkdownFile {
  front: Record<string, unknown>
  content: string
}

/** Reads a Markdown file. Throws if its front matter is not YAML, or no mapping. Without any, the file is all text. */
export function readMarkdownFile(text: string): MarkdownFile {
  const plain = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n')
  const end = plain.startsWith('---\n') ? plain.indexOf('\n---', 3) : -1
  if (end < 0) return { front: {}, content: plain }
  if (end > MAX_FRONT_MATTER) throw new MarkdownError('has too much front matter')
  const front = parseYaml(plain.slice(4, end + 1)) ?? {}
  if (typeof front !== 'object' || Array.isArray(front)) {
    throw new MarkdownError('has front matter that is not a mapping')
  }
  const rest = plain.slice(plain.indexOf('\n', end + 1) + 1 || plain.length)
  return { front: front as Record<string, unknown>, content: rest.replace(/^\n+/, '') }
}

export function writeMarkdownFile({ front, content }: MarkdownFile): string {
  return `---\n${stringify(front)}---\n\n${content}\n`
}

function parseYaml(text: string): unknown {
  try {
    return parse(text, { schema: 'core', uniqueKeys: true, maxAliasCount: 0, logLevel: 'error' })
  } catch (error) {
    throw new MarkdownError(
      `has front matter that is not YAML: ${firstLine((error as Error).message)}`,
    )
  }
}

const firstLine = (text: string) => text.split('\n')[0] ?? ''
