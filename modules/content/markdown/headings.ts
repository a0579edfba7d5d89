import type { MarkdownIt, Token } from 'markdown-it'
import { inlineText } from './text.ts'

export interface Heading {
  /** 1 to 6. */
  level: number
  id: string
  text: string
}

const MAX_ID = 80

/** Gives every heading an id made of its words, unique in the document. */
export function nameHeadings({ core }: MarkdownIt): void {
  core.ruler.push('name_headings', ({ tokens }) => {
    const taken = new Map<string, number>()
    for (const [index, token] of tokens.entries()) {
      if (token.type !== 'heading_open') continue
      const words = idOf(inlineText(tokens[index + 1]))
      const times = (taken.get(words) ?? 0) + 1
      taken.set(words, times)
      // Two hyphens: the id of a heading "Notes 2" has one.
      token.attrSet('id', times === 1 ? words : `${words}--${times}`)
    }
  })
}

export function headingsOf(tokens: Token[]): Heading[] {
  return tokens.flatMap((token, index) => {
    if (token.type !== 'heading_open') return []
    const text = inlineText(tokens[index + 1])
    return [{ level: Number(token.tag.slice(1)), id: String(token.attrGet('id')), text }]
  })
}

/** Letters, digits and single hyphens. */
function idOf(text: string) {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['section']
  return words.join('-').slice(0, MAX_ID)
}
