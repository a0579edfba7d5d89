import { raiseAlert } from '@powernode/modules/monitoring/domains/alerts/opening.ts'
import type { Tx } from '@powernode/server/platform/db/context.ts'
import { HOUR_MS } from '@powernode/server/platform/kernel/time.ts'
import { setColumns } from './changes.ts'
import type { LockedSubscription } from './subscription.ts'

const DAY_HOURS = 24

/** Alerts administrators that a subscription is several periods behind, and looks at it again in a day. */
export async function alertBehind(tx: Tx, subscription: LockedSubscription): Promise<void> {
  const { id, plan_name, current_period_end } = subscription
  await setColumns(tx, id, {
    collect_after: new Date(tx.now().getTime() + DAY_HOURS * HOUR_MS),
  })
  await raiseAlert(
    tx.withClock(() => undefined),
    {
      type: 'subscription_behind',
      severity: 'high',
      summary: `The subscription to ${plan_name} is more than three periods behind and is not renewed: set its period or cancel it.`,
      account_id: tx.account.id,
      details: { subscription_id: id, current_period_end },
      dedupe_key: `subscription_behind:${id}`,
    },
  )
}

/** Alerts administrators that a gateway has failed for an hour, so that a subscription cannot be renewed. */
export async function alertFailingGateway(
  tx: Tx,
  { id, plan_name, gateway_failing_since }: LockedSubscription,
): Promise<void> {
  if (!gateway_failing_since) return
  if (tx.now().getTime() - gateway_failing_since.getTime() < HOUR_MS) return
  await raiseAlert(
    tx.withClock(() => undefined),
    {
      type: 'gateway_failing',
      severity: 'high',
      summary: `The payment gateway fails, so that ${plan_name} cannot be renewed. It is asked again every hour for three days.`,
      details: { subscription_id: id, since: gateway_failing_since },
      dedupe_key: 'gateway_failing',
    },
  )
}
