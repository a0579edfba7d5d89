import type { NamesOf, PartOf } from '@powernode/contract/registry.ts'
import { requireUnusedNames } from '@powernode/contract/taken.ts'

/** A rendered email. */
export interface RenderedMail {
  subject: string
  html: string
  text: string
}

interface Content {
  subject: string
  paragraphs: string[]
  button?: { label: string; url: string }
  footnote?: string
  /** Link to unsubscribe from this kind of email. */
  leave?: { label: string; url: string }
}

export type Template<V> = (variables: V) => Content

export const template = <V extends Record<string, string>>(write: Template<V>) => write

/** All email templates. */
export const templates = {} as Record<TemplateName, Template<never>>
export const templateNames: TemplateName[] = []

/** Registers the email templates of a domain; throws if a name is already registered. */
export function addTemplates(more: Record<string, Template<never>>): void {
  requireUnusedNames('mail', more, templates)
  Object.assign(templates, more)
  templateNames.push(...(Object.keys(more) as TemplateName[]))
}

export type TemplateName = NamesOf<'mails'>
export type Variables<T extends TemplateName> =
  PartOf<'mails', T> extends Template<infer V> ? V : never

/** The sender: the name of the installation, and its support address. */
export interface Sender {
  system_name: string
  support_email: string | null
}

export function renderMail<T extends TemplateName>(
  name: T,
  variables: Variables<T>,
  sender: Sender = { system_name: 'Powernode', support_email: null },
): RenderedMail {
  const write = templates[name] as Template<unknown>
  const content = write(variables)
  return { subject: content.subject, html: html(content, sender), text: text(content, sender) }
}

function text({ paragraphs, button, footnote, leave }: Content, sender: Sender) {
  const parts = [
    ...paragraphs,
    button && `${button.label}:\n${button.url}`,
    footnote,
    leave && `${leave.label}:\n${leave.url}`,
    `-- \n${signature(sender)}`,
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

/** The layout of all emails: tables and inline styles, because email clients support little else. */
function html({ subject, paragraphs, button, footnote, leave }: Content, sender: Sender) {
  const body = paragraphs
    .map((line) => `<p style="margin:0 0 16px">${escapeHtml(line)}</p>`)
    .join('')
  const action = button
    ? `<p style="margin:24px 0"><a href="${escapeHtml(button.url)}" style="background:#3b5bdb;color:#ffffff;padding:12px 20px;border-radius:8px;text-decoration:none;font-weight:600;display:inline-block">${escapeHtml(button.label)}</a></p>
       <p style="margin:0 0 16px;color:#5c5f66;font-size:13px;word-break:break-all">${escapeHtml(button.url)}</p>`
    : ''
  const note = footnote
    ? `<p style="margin:0;color:#5c5f66;font-size:13px">${escapeHtml(footnote)}</p>`
    : ''
  const ending = leave
    ? `<p style="margin:16px 0 0;font-size:13px"><a href="${escapeHtml(leave.url)}" style="color:#5c5f66">${escapeHtml(leave.label)}</a></p>`
    : ''
  const help = sender.support_email
    ? `<p style="margin:16px 0 0;color:#5c5f66;font-size:13px">Questions? Write to ${escapeHtml(sender.support_email)}.</p>`
    : ''
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;background:#f1f3f5;font:15px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;color:#212529">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:520px;background:#ffffff;border:1px solid #dee2e6;border-radius:8px"><tr><td style="padding:32px">
<p style="margin:0 0 24px;font-weight:700">${escapeHtml(sender.system_name)}</p>${body}${action}${note}${ending}${help}
</td></tr></table></td></tr></table></body></html>`
}

function signature({ system_name, support_email }: Sender) {
  return support_email ? `${system_name} · ${support_email}` : system_name
}

function escapeHtml(value: string) {
  return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
