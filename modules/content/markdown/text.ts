import type { Token } from 'markdown-it'
import { isShown } from './inline_html.ts'

/** The text of a document without markup: a line for each block. */
export function plainTextOf(tokens: Token[]): string {
  return tokens
    .flatMap((token) => {
      if (token.type === 'inline') return [inlineText(token)]
      return token.type === 'fence' || token.type === 'code_block' ? [token.content.trim()] : []
    })
    .filter(Boolean)
    .join('\n')
}

/** The text of one block. */
export function inlineText(token: Token | undefined): string {
  const parts = (token?.children ?? []).map(({ type, content }) => {
    if (type === 'softbreak' || type === 'hardbreak') return ' '
    return type === 'html_inline' && !isShown(content) ? '' : content
  })
  return parts.join('').replace(/\s+/g, ' ').trim()
}
