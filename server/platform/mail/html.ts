import { dark, light } from './colors.ts'
import {
  hostOf,
  isWebLink,
  knownFacts,
  type MailLink,
  type Message,
  type Sender,
} from './message.ts'

const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
/** Breaks words that are wider than a phone, such as links and long names. */
const BREAK = 'overflow-wrap:anywhere;word-break:break-word'
const SMALL = `${FONT};font-size:13px;line-height:20px;color:${light.dimmed};${BREAK}`
const BODY = `${FONT};font-size:15px;line-height:24px;color:${light.text};${BREAK}`

/**
 * The HTML body. Tables and inline styles, because Outlook supports little else. Mail programs without
 * `prefers-color-scheme` show the light colors or invert them themselves.
 */
export function htmlOf(message: Message, sender: Sender): string {
  const { title, preheader } = message
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${STYLES}</style>
</head>
<body class="page" style="margin:0;padding:0;background-color:${light.page}">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escapeHtml(preheader)}${PADDING}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:${light.page}">
<tr><td align="center" style="padding:32px 12px">
<!--[if mso]><table role="presentation" width="560" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px">
<tr><td style="padding:0 4px 20px">${header(sender)}</td></tr>
<tr><td class="card" style="padding:32px;background-color:${light.card};border:1px solid ${light.line};border-radius:12px">
${card(message)}
</td></tr>
<tr><td style="padding:20px 4px 0">${footer(message, sender)}</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</table>
</body>
</html>
`
}

/** Inline styles come first, so the dark ones need `!important`. */
const STYLES = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (max-width:480px){.card{padding:24px 20px!important}.button{display:block!important;text-align:center!important}}
@media (prefers-color-scheme:dark){
.page{background-color:${dark.page}!important}
.card{background-color:${dark.card}!important;border-color:${dark.line}!important}
.text{color:${dark.text}!important}
.dimmed{color:${dark.dimmed}!important}
.accent{color:${dark.accent}!important}
.button{background-color:${dark.button}!important;border-color:${dark.button}!important}
.quote{border-color:${dark.line}!important}
.node{background-color:${dark.accent}!important}
.ring{border-color:transparent ${dark.accent} ${dark.accent} ${dark.accent}!important}
}
`

/** Keeps the text after the preheader out of the list of emails. */
const PADDING = '&#847;&zwnj;&nbsp;'.repeat(80)

/**
 * The logo, drawn with borders, and the name of the installation. Mail programs remove SVG and block or attach images;
 * Outlook for Windows, which cannot draw it, shows the name alone.
 */
function header({ system_name }: Sender) {
  const node = `background-color:${light.accent};font-size:0;line-height:0`
  const ring = `border:3px solid ${light.accent};border-top-color:transparent;border-radius:50%`
  const center = 'role="presentation" align="center" cellpadding="0" cellspacing="0" border="0"'
  const logo = `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td class="ring" width="18" height="18" align="center" valign="top" style="width:18px;height:18px;${ring}">
<table ${center}><tr><td class="node" width="3" height="6" style="width:3px;height:6px;${node}"></td></tr></table>
<table ${center}><tr><td class="node" width="7" height="7" style="width:7px;height:7px;border-radius:50%;${node}"></td></tr></table>
</td></tr></table>`
  const name = `<td valign="middle" class="text" style="${BODY};font-size:16px;font-weight:600">${escapeHtml(system_name)}</td>`
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><!--[if !mso]><!--><td valign="middle" style="padding-right:10px">${logo}</td><!--<![endif]-->${name}</tr></table>`
}

function card(message: Message) {
  const { title, greeting, paragraphs, quote, advice = [], button, footnote } = message
  return [
    `<h1 class="text" style="margin:0;${FONT};font-size:20px;line-height:28px;font-weight:600;color:${light.text};${BREAK}">${escapeHtml(title)}</h1>`,
    ...[greeting, ...paragraphs].map((text) => paragraph(text)),
    quote &&
      `<div class="dimmed quote" style="margin:16px 0 0;padding:0 0 0 14px;border-left:3px solid ${light.line};${BODY};color:${light.dimmed}">${escapeHtml(quote.trim()).replaceAll('\n', '<br>')}</div>`,
    factTable(message),
    ...advice.map((text) => paragraph(text)),
    button && isWebLink(button) && action(button),
    footnote && `<p class="dimmed" style="margin:16px 0 0;${SMALL}">${escapeHtml(footnote)}</p>`,
  ]
    .filter(Boolean)
    .join('\n')
}

const paragraph = (text: string) =>
  `<p class="text" style="margin:16px 0 0;${BODY}">${escapeHtml(text)}</p>`

function factTable(message: Message) {
  const rows = knownFacts(message).map(
    ([label, value]) =>
      `<tr><td valign="top" class="dimmed" style="padding:3px 16px 3px 0;${SMALL};white-space:nowrap">${escapeHtml(label)}</td><td valign="top" class="text" style="padding:3px 0;${SMALL};color:${light.text}">${escapeHtml(value)}</td></tr>`,
  )
  if (rows.length === 0) return ''
  return `<table cellpadding="0" cellspacing="0" border="0" style="margin:13px 0 0">${rows.join('')}</table>`
}

/** A border instead of padding: Outlook ignores the padding of links. */
function action({ label, url }: MailLink) {
  const href = escapeHtml(url)
  return `<p style="margin:24px 0 0"><a class="button" href="${href}" style="display:inline-block;background-color:${light.button};border:1px solid ${light.button};border-width:11px 20px;border-radius:8px;${FONT};font-size:15px;line-height:20px;font-weight:600;color:#ffffff;text-decoration:none">${escapeHtml(label)}</a></p>
<p class="dimmed" style="margin:16px 0 0;${SMALL}">Or open this link: <a class="accent" href="${href}" style="color:${light.accent};word-break:break-all">${href}</a></p>`
}

function footer({ why, links = [] }: Message, { system_name, support_email, url }: Sender) {
  const site = `<a class="dimmed" href="${escapeHtml(url)}" style="color:${light.dimmed}">${escapeHtml(hostOf(url))}</a>`
  const help = support_email
    ? ` Questions? Write to <a class="dimmed" href="mailto:${escapeHtml(support_email)}" style="color:${light.dimmed}">${escapeHtml(support_email)}</a>.`
    : ''
  const anchors = links
    .filter(isWebLink)
    .map(
      (link) =>
        `<a class="dimmed" href="${escapeHtml(link.url)}" style="color:${light.dimmed}">${escapeHtml(link.label)}</a>`,
    )
  const lines = [escapeHtml(why), `Sent by ${escapeHtml(system_name)} (${site}).${help}`]
  if (anchors.length > 0) lines.push(anchors.join(' &nbsp;·&nbsp; '))
  return lines
    .map((line) => `<p class="dimmed" style="margin:0 0 8px;${SMALL}">${line}</p>`)
    .join('\n')
}

function escapeHtml(value: string) {
  return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
