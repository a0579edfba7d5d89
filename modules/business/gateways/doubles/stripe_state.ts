import type { DoubleClock, DoubleOptions } from './double.ts'
import { type Form, formIn, textIn, textsIn } from './form.ts'
import { type DoubleAnswer, DoubleFailure, type DoubleRequest } from './requests.ts'
import type { StripeTestCard } from './stripe_cards.ts'
import { type StripeDoubleEvent, type StripeDoubleObject, stripeId } from './stripe_objects.ts'

const API_VERSION = '2026-10-28.endive'
const MAX_PER_PAGE = 100

type Kind = StripeDoubleObject['object']

/** What happened so far at the double of Stripe. */
export interface StripeState {
  clock: DoubleClock
  feeDelayMs: number
  objects: Map<string, StripeDoubleObject>
  /** The same by kind, oldest first. */
  kinds: Map<Kind, StripeDoubleObject[]>
  /** How the cards behave, by the ids of their payment methods. */
  cards: Map<string, StripeTestCard & { setUp?: boolean }>
}

export const stripeState = (
  clock: DoubleClock,
  { feeDelayMs = 0 }: DoubleOptions,
): StripeState => ({
  clock,
  feeDelayMs,
  objects: new Map(),
  kinds: new Map(),
  cards: new Map(),
})

type Of<K extends Kind> = Extract<StripeDoubleObject, { object: K }>

export const stripeNow = ({ clock }: StripeState) => Math.floor(clock.now().getTime() / 1000)

export function stripeError(
  status: number,
  type: string,
  message: string,
  rest: object = {},
): DoubleFailure {
  return new DoubleFailure(status, { error: { type, message, ...rest } })
}

/** Throws as Stripe does: 404 for an object of the path, 400 with the parameter otherwise. */
export function findStripe<K extends Kind>(
  state: StripeState,
  kind: K,
  id: string | undefined,
  param?: string,
): Of<K> {
  const found = id === undefined ? undefined : state.objects.get(id)
  if (found?.object === kind) return found as Of<K>
  const rest = { code: 'resource_missing', param: param ?? 'id' }
  throw stripeError(param ? 400 : 404, 'invalid_request_error', `No such ${kind}: '${id}'`, rest)
}

export function insertStripe<O extends StripeDoubleObject>(state: StripeState, object: O): O {
  state.objects.set(object.id, object)
  const known = state.kinds.get(object.object)
  if (known) known.push(object)
  else state.kinds.set(object.object, [object])
  return object
}

export const allStripe = <K extends Kind>(state: StripeState, kind: K): Of<K>[] =>
  (state.kinds.get(kind) ?? []) as Of<K>[]

/** Records an event with the object as it is now. */
export function recordStripe(
  state: StripeState,
  type: string,
  object: StripeDoubleObject,
  previous_attributes?: object,
): void {
  insertStripe<StripeDoubleEvent>(state, {
    id: stripeId('evt'),
    object: 'event',
    api_version: API_VERSION,
    created: stripeNow(state),
    livemode: false,
    type,
    pending_webhooks: 1,
    request: null,
    data: { object: viewOf(state, object), ...(previous_attributes && { previous_attributes }) },
  })
}

/** A copy of an object as it is now, with what the request expands. */
export function answerStripe(
  state: StripeState,
  object: StripeDoubleObject,
  { body }: DoubleRequest,
): DoubleAnswer {
  const view = viewOf(state, object)
  for (const path of Object.values(textsIn(body as Form, 'expand'))) {
    expand(state, view, path.split('.'))
  }
  return { status: 200, body: view }
}

/** A page of the objects of a kind, newest first. */
export function listStripe<K extends Kind>(
  state: StripeState,
  kind: K,
  request: DoubleRequest,
  path: string,
  matches: (object: Of<K>) => boolean = () => true,
): DoubleAnswer {
  const form = request.body as Form
  const limit = Number(textIn(form, 'limit') ?? 10)
  if (!(limit >= 1 && limit <= MAX_PER_PAGE)) {
    throw stripeError(400, 'invalid_request_error', 'Limit must be from 1 to 100', {
      param: 'limit',
    })
  }
  const created = formIn(form, 'created')
  const within = (at: number) =>
    at >= Number(textIn(created, 'gte') ?? 0) &&
    at < Number(textIn(created, 'lt') ?? Number.POSITIVE_INFINITY)
  const found = allStripe(state, kind)
    .filter((one) => within(one.created) && matches(one))
    .reverse()
  const after = textIn(form, 'starting_after')
  const start = after ? found.findIndex(({ id }) => id === after) + 1 : 0
  const data = found.slice(start, start + limit).map((one) => viewOf(state, one))
  for (const path of Object.values(textsIn(form, 'expand'))) {
    for (const one of data) expand(state, one, path.split('.').slice(1))
  }
  const has_more = start + limit < found.length
  return { status: 200, body: { object: 'list', url: path, has_more, data } }
}

type View = Record<string, unknown>

/** A copy, without the fee while it is not known. */
function viewOf(state: StripeState, object: StripeDoubleObject): View {
  const view: View = structuredClone({ ...object })
  const known = object.created * 1000 + state.feeDelayMs <= state.clock.now().getTime()
  if (object.object === 'charge' && !known) view.balance_transaction = null
  return view
}

function expand(state: StripeState, node: View, [name = '', ...rest]: string[]): void {
  const value = node[name]
  const object = typeof value === 'string' ? state.objects.get(value) : undefined
  if (object) node[name] = viewOf(state, object)
  if (rest.length > 0 && node[name]) expand(state, node[name] as View, rest)
}
