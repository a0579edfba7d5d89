import sanitizeHtml from 'sanitize-html'

const REL = 'noopener noreferrer nofollow ugc'
const ALIGNED = /^text-align:(left|center|right)$/

const options: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'blockquote', 'pre', 'code'],
    ...['ul', 'ol', 'li', 'em', 'strong', 's', 'a', 'img', 'input'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: {
    ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, ['id']])),
    a: ['href', 'title', 'rel'],
    img: ['src', 'alt', 'title', 'loading'],
    input: ['type', 'checked', 'disabled'],
    ol: ['start'],
    th: ['align'],
    td: ['align'],
  },
  allowedClasses: { code: [/^language-[\w+#.-]{1,40}$/], li: ['task'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['https'] },
  allowProtocolRelative: false,
  transformTags: {
    a: (tagName, attribs) => ({
      tagName,
      attribs: /^https?:/i.test(attribs.href ?? '') ? { ...attribs, rel: REL } : attribs,
    }),
    img: (tagName, attribs) => ({ tagName, attribs: { ...attribs, loading: 'lazy' } }),
    th: align,
    td: align,
  },
  exclusiveFilter: ({ tag, attribs }) => tag === 'input' && attribs.type !== 'checkbox',
}

/** Removes everything but the tags and attributes that Markdown produces, in case the renderer lets something through. */
export function sanitize(html: string): string {
  return sanitizeHtml(html, options)
}

/** The same for comments, which have only text, code and links. */
export function sanitizeComment(html: string): string {
  return sanitizeHtml(html, { ...options, allowedTags: ['p', 'br', 'pre', 'code', 'a'] })
}

/** An attribute instead of a style, which the policy of the public site forbids. */
function align(tagName: string, { style = '' }: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const [, aligned] = ALIGNED.exec(style) ?? []
  return { tagName, attribs: aligned ? { align: aligned } : {} }
}
