import type { MarkdownIt } from 'markdown-it'

/** The elements of HTML. Their tags are dropped; what merely looks like one, as `Array<string>`, is text. */
const elements = new Set(
  `a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br button
  canvas caption center cite code col colgroup command content data datalist dd del details dfn dialog dir div dl dt element
  em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe
  image img input ins isindex kbd keygen label legend li link listing main map mark marquee math menu menuitem meta meter
  multicol nav nextid nobr noembed noframes noscript object ol optgroup option output p param picture plaintext portal pre
  progress q rb rbc rp rt rtc ruby s samp script search section select shadow slot small source spacer span strike strong
  style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp`.split(
    /\s+/,
  ),
)

/** Whether inline HTML is shown as text: it is no comment, declaration or element of HTML. */
export function isShown(html: string): boolean {
  const [, name] = /^<\/?([a-z][a-z0-9-]*)/i.exec(html) ?? []
  return name !== undefined && !elements.has(name.toLowerCase())
}

/** Drops tags and comments, and keeps the text between them. */
export function dropKnownTags({ renderer, utils }: MarkdownIt): void {
  renderer.rules.html_inline = (tokens, index) => {
    const html = tokens[index]?.content ?? ''
    return isShown(html) ? utils.escapeHtml(html) : ''
  }
}
