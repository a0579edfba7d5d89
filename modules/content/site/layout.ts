import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { escapeText } from './html.ts'

/** A step of the breadcrumb. */
export interface Crumb {
  title: string
  path: string
}

interface Layout {
  title: string
  description?: string
  /** Path of the document, for its address and its canonical link. */
  path?: string
  /** What the document is below, from the top. */
  trail?: Crumb[]
  /** Its language, `en` by default. */
  lang?: string
  /** More elements of the head. */
  head?: string
  main: string
  /** Who is responsible for the content. */
  footer?: string
}

/** A whole page of the site around its main part, which is HTML. */
export function layoutOf(
  { platform }: PlatformCtx,
  { title, description = '', path, trail = [], lang = 'en', head = '', main, footer = '' }: Layout,
): string {
  const { system_name } = platform.settings.values
  const site = escapeText(system_name)
  const name = escapeText(title)
  const address = path === undefined ? undefined : escapeText(platform.config.publicUrl + path)
  const crumbs = trail
    .map((crumb) => `<li><a href="${escapeText(crumb.path)}">${escapeText(crumb.title)}</a></li>`)
    .join('')
  return `<!doctype html>
<html lang="${escapeText(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name} – ${site}</title>
<meta name="description" content="${escapeText(description)}">
<meta name="color-scheme" content="light dark">
${address ? `<link rel="canonical" href="${address}">\n<meta property="og:url" content="${address}">` : ''}
<meta property="og:title" content="${name}">
<meta property="og:description" content="${escapeText(description)}">
<meta property="og:site_name" content="${site}">
<link rel="alternate" type="application/atom+xml" title="${site}" href="/feed.xml">
<link rel="stylesheet" href="/site.css">
${head}
</head>
<body>
<a class="skip" href="#_main">Skip to content</a>
<header><nav aria-label="Breadcrumb"><ol><li><a href="/">${site}</a></li>${crumbs}<li aria-current="page">${name}</li></ol></nav></header>
<main id="_main" tabindex="-1">
${main}
</main>
<footer>${footer}</footer>
</body>
</html>
`
}
