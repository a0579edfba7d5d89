import type { Activity, Sentence, Words } from '../../activity'
import type { AuditLog } from '../../api'
import { formatCount } from '../format'

/** A part of a sentence: a text, or the name of a record. */
export type Part = {
  text: string
  /** The record that it names. */
  record?: { type: string; id: string }
}

export type Grammar = {
  types: Activity['types']
  sentences: Record<string, Sentence | undefined>
  roles: Words['roles']
}

type Place = {
  /** The number of entries that the sentence stands for. */
  count?: number
  /** The record of the page, which is "this webhook" there. */
  pageOf?: string | undefined
}

/** What an entry says after its actor, in parts. */
export function predicateOf(
  entry: AuditLog,
  grammar: Grammar,
  { count = 1, pageOf }: Place = {},
): Part[] {
  const template = templateOf(entry, grammar, count)
  const [before = '', after] = template.split(/\{(?:the )?object\}/, 2)
  const tail = count > 1 && !template.includes('{count}') ? ` ${times(count)}` : ''
  const filled = (text: string) => text.replaceAll('{count}', number(count))
  const parts: Part[] =
    after === undefined
      ? [{ text: filled(before) + tail }]
      : [
          { text: filled(before) },
          ...objectOf(entry, grammar, { withNoun: template.includes('{the object}'), pageOf }),
          { text: filled(after) + tail },
        ]
  return parts.filter(({ text }) => text)
}

/** The actor of an entry, in parts: "Ada as Grace" if Ada impersonated Grace. */
export function actorOf({ actor, impersonator, user }: AuditLog): Part[] {
  const { type, id, name } = actor
  if (type === 'system') return [{ text: 'Powernode' }]
  if (type === 'visitor') return [{ text: 'A visitor' }]
  const record = id && name ? { record: { type, id } } : {}
  if (type === 'api_key')
    return [{ text: name ? `API key ${name}` : 'A deleted API key', ...record }]
  if (type === 'worker') return [{ text: name ? `Worker ${name}` : 'A deleted worker', ...record }]
  const person = { text: name ?? 'A deleted user', ...record }
  return impersonator && user ? [{ text: `${impersonator.name} as ` }, person] : [person]
}

export const textOf = (parts: Part[]) => parts.map(({ text }) => text).join('')

/** "Ada Lovelace sent a test to https://example.com/hooks". */
export const sentenceOf = (entry: AuditLog, grammar: Grammar) =>
  `${textOf(actorOf(entry))} ${textOf(predicateOf(entry, grammar))}`

function templateOf(entry: AuditLog, { sentences, roles }: Grammar, count: number): string {
  const sentence = Object.hasOwn(sentences, entry.action) ? sentences[entry.action] : undefined
  if (sentence === undefined) return `recorded “${entry.message}”`
  if (typeof sentence === 'string') return sentence
  if (typeof sentence === 'object') return count > 1 ? sentence.many : sentence.one
  const { actor, resource_id } = entry
  return sentence(entry, { roles, number, own: actor.type === 'user' && actor.id === resource_id })
}

function objectOf(
  entry: AuditLog,
  { types }: Grammar,
  { withNoun, pageOf }: { withNoun: boolean; pageOf: string | undefined },
): Part[] {
  const { resource_type: type, resource_id: id, resource_name: name } = entry
  const noun = types[type]?.noun ?? type.replaceAll('_', ' ')
  if (id && id === pageOf) return [{ text: `this ${noun}` }]
  if (!name) return [{ text: `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}` }]
  const part = { text: name, ...(id && entry.resource_exists && { record: { type, id } }) }
  return withNoun ? [{ text: `the ${noun} ` }, part] : [part]
}

const times = (count: number) => (count === 2 ? 'twice' : `${number(count)} times`)

/** "several" for what is not a number: workers can write entries without it. */
const number = (value: unknown) => (typeof value === 'number' ? formatCount(value) : 'several')
