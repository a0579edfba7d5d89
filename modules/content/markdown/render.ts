import MarkdownIt from 'markdown-it'
import { type Heading, headingsOf, nameHeadings } from './headings.ts'
import { dropKnownTags } from './inline_html.ts'
import { sanitize } from './sanitize.ts'
import { markTasks } from './tasks.ts'
import { plainTextOf } from './text.ts'

/** Rendered Markdown: safe HTML, its text without markup, and its headings in order. */
export interface Rendered {
  html: string
  text: string
  headings: Heading[]
}

const markdown = new MarkdownIt({ html: true, linkify: true })
  // A line that begins with a tag is Markdown like any other.
  .disable('html_block')
  .use(dropKnownTags)
  .use(markTasks)
  .use(nameHeadings)

/**
 * Renders CommonMark with tables, strikethrough, autolinks and task lists. The result is the same for the preview and the
 * public page, because both are rendered here.
 */
export function renderMarkdown(source: string): Rendered {
  const tokens = markdown.parse(source, {})
  const html = sanitize(markdown.renderer.render(tokens, markdown.options, {}))
  return { html, text: plainTextOf(tokens), headings: headingsOf(tokens) }
}
