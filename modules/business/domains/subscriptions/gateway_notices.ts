import type { PlatformTx, Tx } from '@powernode/server/platform/db/context.ts'
import type { GatewayName } from '../../gateways/port.ts'
import { lockBilling } from '../billing/profile.ts'
import { changeColumns, move, setColumns } from './changes.ts'
import { endSubscription } from './ending.ts'
import { type LockedSubscription, lockSubscription } from './subscription.ts'
import {
  hasEnded,
  type SubscriptionStatusName,
  statuses,
  transitionBetween,
} from './transitions.ts'

/** What a gateway says about a subscription that it bills. */
export interface GatewaySubscription {
  gateway: GatewayName
  external_id: string
  status: string
  current_period_start: Date | null
  current_period_end: Date | null
  /** Of the event that says it. */
  occurred_at: Date
  event_id: string
}

export interface NoticedSubscription {
  account_id: string
  subscription_id: string
  ignored_reason: 'stale' | 'illegal_transition' | 'unknown_status' | null
}

/**
 * Moves a subscription that a gateway bills to the status that it has there; undefined if there is none. The latest event
 * counts, in whatever order they arrive. One that has ended never comes back.
 */
export async function noticeSubscription(
  tx: PlatformTx,
  says: GatewaySubscription,
): Promise<NoticedSubscription | undefined> {
  const found = await tx
    .acrossAccounts({ because: 'ids at the gateway belong to all accounts' })
    .selectFrom('subscriptions')
    .select(['id', 'account_id'])
    .where('gateway', '=', says.gateway)
    .where('gateway_subscription_id', '=', says.external_id)
    .where('collected_by', '=', 'gateway')
    .executeTakeFirst()
  if (!found) return undefined
  const account = tx.inAccount(found.account_id)
  const ignored_reason = await apply(account, found.id, says)
  return { account_id: found.account_id, subscription_id: found.id, ignored_reason }
}

async function apply(
  tx: Tx,
  id: string,
  says: GatewaySubscription,
): Promise<NoticedSubscription['ignored_reason']> {
  await lockBilling(tx)
  const subscription = await lockSubscription(tx, id)
  const status = statusOf(says.status)
  if (!status) return 'unknown_status'
  if (hasEnded(subscription.status)) {
    return status === subscription.status ? null : 'illegal_transition'
  }
  // An end counts whenever it is heard of: nothing follows it.
  if (!isNewer(subscription, says) && !hasEnded(status)) return 'stale'
  const path = pathTo(subscription.status, status)
  if (!path) return 'illegal_transition'
  const { occurred_at: last_gateway_event_at, event_id: last_gateway_event_id } = says
  await setColumns(tx, id, { last_gateway_event_at, last_gateway_event_id })
  let current = hasEnded(status) ? subscription : await takePeriod(tx, subscription, says)
  for (const next of path) current = await step(tx, current, next)
  return null
}

/** The same status in our words; undefined if there is none. */
function statusOf(status: string): SubscriptionStatusName | undefined {
  if (status === 'canceled' || status === 'expired') return 'cancelled'
  return statuses.find((one) => one === status)
}

function isNewer(
  { last_gateway_event_at: at, last_gateway_event_id: id }: LockedSubscription,
  { occurred_at, event_id }: GatewaySubscription,
): boolean {
  if (!at || occurred_at > at) return true
  // Gateways tell the time in whole seconds.
  return occurred_at.getTime() === at.getTime() && event_id > (id ?? '')
}

/**
 * The statuses on the way to another, so that the order in which events arrive does not matter: what cannot follow directly
 * goes through `active`. Undefined if there is no way.
 */
function pathTo(
  from: SubscriptionStatusName,
  to: SubscriptionStatusName,
): SubscriptionStatusName[] | undefined {
  if (from === to) return []
  if (transitionBetween(from, to)) return [to]
  const isOnTheWay = transitionBetween(from, 'active') && transitionBetween('active', to)
  return isOnTheWay ? ['active', to] : undefined
}

async function step(
  tx: Tx,
  subscription: LockedSubscription,
  to: SubscriptionStatusName,
): Promise<LockedSubscription> {
  const transition = transitionBetween(subscription.status, to)
  if (transition && transition !== 'cancel') return move(tx, subscription, transition)
  await endSubscription(tx, subscription, { at: tx.now(), reason: 'requested' })
  return { ...subscription, status: to }
}

async function takePeriod(
  tx: Tx,
  subscription: LockedSubscription,
  { current_period_start: start, current_period_end: end }: GatewaySubscription,
): Promise<LockedSubscription> {
  if (!start || !end || end <= start) return subscription
  const isSame =
    subscription.current_period_start?.getTime() === start.getTime() &&
    subscription.current_period_end?.getTime() === end.getTime()
  if (isSame) return subscription
  return changeColumns(tx, subscription, {
    ...{ current_period_start: start, current_period_end: end },
    billing_anchor_day: start.getUTCDate(),
  })
}
