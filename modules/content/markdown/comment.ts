import MarkdownIt from 'markdown-it'
import { sanitizeComment } from './sanitize.ts'

/** A rendered comment: safe HTML, and how many links it has. */
export interface RenderedComment {
  html: string
  links: number
}

const markdown = new MarkdownIt('zero', { linkify: true, breaks: true }).enable([
  ...['newline', 'escape', 'entity', 'backticks', 'fence'],
  ...['link', 'autolink', 'linkify'],
])

/** Renders what a comment may contain: text, code and links. Everything else is shown as it was typed. */
export function renderComment(source: string): RenderedComment {
  const html = sanitizeComment(markdown.render(source))
  return { html, links: html.match(/<a /g)?.length ?? 0 }
}
