import { type Static, type TObject, type TProperties, Type } from 'typebox'
import { refuseTaken } from './taken.ts'

export const id = (description: string) =>
  Type.String({ format: 'uuid', description, examples: ['019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90'] })
export const text = (description: string, example: string) =>
  Type.String({ description, examples: [example] })
const email = () => text('E-mail address', 'ada@example.com')
const name = () => text('Full name', 'Ada Lovelace')
const list = (description: string, ...examples: string[]) =>
  Type.Array(Type.String(), { description, examples: [examples] })
export const count = (description: string, example: number) =>
  Type.Integer({ minimum: 0, description, examples: [example] })

export const event = <P extends TProperties>(description: string, fields: P) => ({
  description,
  data: Type.Object(fields, { additionalProperties: false }),
})

const user = id('The person')
const reason = Type.Unsafe<string | null>({
  type: ['string', 'null'],
  description: 'Why, where a reason was given',
  examples: ['Unpaid invoices'],
})
const changes = list('Names of the fields that changed', 'name')
const role = { id: id('The role'), name: text('Name of the role', 'support') }
const invitation = { id: id('The invitation'), email: email() }
const delegation = { id: id('The delegation') }
const apiKey = { id: id('The key'), name: text('Its name', 'Reporting') }
const alert = { id: id('The alert'), name: text('What it is called', 'A worker is away') }
const webhook = {
  id: id('The webhook'),
  url: text('Where it delivers to', 'https://example.com/hooks'),
}
const service = { id: id('The service'), name: text('Its name', 'Shop') }

/** What extensions add, each by declaration merging. */
// biome-ignore lint/suspicious/noEmptyInterface: it is filled by those who merge into it
export interface ExtensionEvents {}

/**
 * Everything that a change can announce, named `<noun>.<past verb>`. What is emitted is checked against this table when
 * it compiles; receivers read the same table as `GET /webhooks/available_events` and in the OpenAPI document.
 */
const core = {
  'account.created': event('An account was founded', {
    id: id('The account'),
    name: text('Its name', 'Analytical Engines'),
    subdomain: text('Its subdomain', 'analytical-engines'),
  }),
  'account.updated': event('The account’s name or settings changed', {
    id: id('The account'),
    changes,
  }),
  'account.suspended': event('Whoever runs the server closed the account', {
    id: id('The account'),
    reason,
  }),
  'account.activated': event('Whoever runs the server opened the account again', {
    id: id('The account'),
    reason,
  }),
  'user.created': event('A person was added, invited or registered', {
    id: user,
    name: name(),
    email: email(),
    roles: list('Names of their roles', 'member'),
  }),
  'user.updated': event('A person’s details, roles or status changed', { id: user, changes }),
  'user.deleted': event('A person was removed', { id: user, name: name(), email: email() }),
  'user.joined': event('A person chose a password and can sign in', { id: user, name: name() }),
  'user.email_verified': event('A person confirmed their address', { id: user, email: email() }),
  'user.login': event('A person signed in', { id: user }),
  'user.logout': event('A person signed out', { id: user }),
  'user.locked': event('Sign-in was locked after too many wrong tries', {
    id: user,
    minutes: count('For how long', 30),
  }),
  'user.password_changed': event('A person has a new password', { id: user }),
  'user.two_factor_enabled': event('A person turned two-factor sign-in on', { id: user }),
  'user.two_factor_disabled': event('A person turned two-factor sign-in off', { id: user }),
  'session.ended': event('A session was ended before its time', {
    id: id('The session'),
    user_id: user,
  }),
  'role.created': event('A role was made', role),
  'role.updated': event('A role changed', { id: role.id, changes }),
  'role.deleted': event('A role was deleted', role),
  'invitation.created': event('Somebody was invited', {
    ...invitation,
    roles: list('Names of the roles they will have', 'member'),
  }),
  'invitation.accepted': event('An invitation was accepted', invitation),
  'invitation.cancelled': event('An invitation was cancelled', invitation),
  'invitation.expired': event('An invitation ran out', invitation),
  'delegation.created': event('Somebody of another account was given rights here', {
    ...delegation,
    user_id: user,
  }),
  'delegation.updated': event('Such rights changed', delegation),
  'delegation.activated': event('Such rights were given back', delegation),
  'delegation.deactivated': event('Such rights were paused', delegation),
  'delegation.revoked': event('Such rights were taken back for good', delegation),
  'impersonation.started': event('Somebody began to act as another person', {
    id: id('The impersonation'),
    user_id: id('The person acted as'),
    impersonator_id: id('Who acts'),
  }),
  'impersonation.ended': event('Somebody stopped acting as another person', {
    id: id('The impersonation'),
    seconds: count('How long it lasted', 600),
  }),
  'api_key.created': event('An API key was made', {
    ...apiKey,
    environment: text('`live` or `test`', 'live'),
    scopes: list('Permissions it may use', 'users.read'),
  }),
  'api_key.updated': event('An API key changed', { ...apiKey, changes }),
  'api_key.status_changed': event('An API key was revoked or activated again', {
    ...apiKey,
    status: text('`active`, `revoked` or `expired`', 'revoked'),
  }),
  'api_key.regenerated': event('An API key has a new secret', {
    ...apiKey,
    grace_period_seconds: count('How long the secret before works as well', 3600),
  }),
  'api_key.deleted': event('An API key was deleted', apiKey),
  'webhook.created': event('A webhook was made', webhook),
  'webhook.updated': event('A webhook changed', { id: webhook.id, changes }),
  'webhook.deleted': event('A webhook was deleted', webhook),
  'webhook.disabled': event('A webhook was switched off because it cannot be reached', {
    ...webhook,
    reason: text('`gone` or `failing`', 'failing'),
  }),
  'service.down': event('A watched service failed; the account of the platform hears of it', {
    ...service,
    reason: text('What the last check found', 'The connection was refused'),
  }),
  'service.up': event('A watched service works again', {
    ...service,
    down_seconds: count('How long it was down', 420),
  }),
  'alert.triggered': event(
    'Something is wrong with the server; only its administrators hear of it',
    {
      ...alert,
      type: text('What it is about: a metric, or what a worker calls it', 'workers_away'),
      severity: text('`low`, `medium`, `high` or `critical`', 'high'),
      summary: Type.Unsafe<string | null>({
        type: ['string', 'null'],
        description: 'What is wrong, for a person',
        examples: ['Workers away: 1, above 0.'],
      }),
    },
  ),
  'alert.acknowledged': event('Somebody looks after an alert', alert),
  'alert.resolved': event('An alert is over', alert),
  'test.webhook': event('Somebody tried out a webhook', {
    message: text('A greeting', 'This is a test from Powernode'),
  }),
} as const

export interface EventDefinition {
  description: string
  data: TObject
}

type Events = typeof core & ExtensionEvents
export const events = { ...core } as { [T in keyof Events]: Events[T] }

export type EventType = keyof typeof events
export type EventData<T extends EventType> = Static<(typeof events)[T]['data']>

export const eventTypes = Object.keys(events) as EventType[]

/** Takes in the events of an extension; throws where a name is taken. */
export function addEvents(more: Record<string, EventDefinition>): void {
  refuseTaken('event', more, events)
  Object.assign(events, more)
  eventTypes.push(...(Object.keys(more) as EventType[]))
}

/** A payload as the documentation shows it, made of the examples of its fields. */
export function exampleOf(type: EventType): Record<string, unknown> {
  const fields = events[type].data.properties as Record<string, { examples?: unknown[] }>
  return Object.fromEntries(
    Object.entries(fields).map(([field, schema]) => [field, schema.examples?.[0]]),
  )
}
