import type { NamesOf, PartOf } from '@powernode/contract/registry.ts'
import { requireUnusedNames } from '@powernode/contract/taken.ts'
import { htmlOf } from './html.ts'
import type { Message, Sender } from './message.ts'
import { textOf } from './text.ts'
import { cleanText, greeting, inOneLine, shorten } from './words.ts'

/** RFC 5322 recommends lines of at most 78 characters; mail programs show even less of a subject. */
const MAX_SUBJECT = 78

/** A rendered email. */
export interface RenderedMail {
  subject: string
  html: string
  text: string
}

/** What a template writes. All of it is plain text. */
interface Content extends Omit<Message, 'title' | 'greeting' | 'preheader'> {
  subject: string
  /** The recipient, if known. */
  name?: string | undefined
  /** Shown in lists of emails after the subject; by default the first paragraph. */
  preheader?: string
}

/**
 * Emails are rendered when they are delivered, possibly by a newer version than the one that queued them: a variable that
 * was added later is optional, and none is removed.
 */
export type Template<V> = (variables: V, sender: Sender) => Content

export const template = <V extends Record<string, string | undefined>>(write: Template<V>) => write

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

export function renderMail<T extends TemplateName>(
  name: T,
  variables: Variables<T>,
  sender: Sender,
): RenderedMail {
  const write = templates[name] as Template<unknown>
  const { subject, name: recipient, ...rest } = write(cleanTexts(variables as object), sender)
  const title = inOneLine(subject)
  const message = {
    preheader: inOneLine(rest.paragraphs[0] ?? ''),
    ...rest,
    title,
    greeting: greeting(recipient),
  }
  return {
    subject: shorten(title, MAX_SUBJECT),
    html: htmlOf(message, sender),
    text: textOf(message, sender),
  }
}

function cleanTexts(variables: object) {
  return Object.fromEntries(
    Object.entries<string | undefined>({ ...variables }).map(([name, value]) => [
      name,
      value && cleanText(value),
    ]),
  )
}
