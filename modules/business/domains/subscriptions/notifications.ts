import { ownersOf } from '@powernode/modules/identity/domains/users/owners.ts'
import type { Tx } from '@powernode/server/platform/db/context.ts'
import { formatAmount } from '../../pricing/money.ts'

interface About {
  id: string
  plan_name: string
}

const messages = {
  trial_ending: (plan: string, days: number) => ({
    title: days === 1 ? 'Your trial ends tomorrow' : `Your trial ends in ${days} days`,
    message: `The trial of ${plan} ends soon. You can change or cancel the plan under Account settings before a payment is due.`,
    severity: 'info' as const,
  }),
  suspended: (plan: string) => ({
    title: 'Your subscription is suspended',
    message: `${plan} is not paid. Your data is kept, but you can’t add anything until it is.`,
    severity: 'error' as const,
  }),
  disputed: (plan: string) => ({
    title: 'Your subscription is suspended',
    message: `A payment for ${plan} is disputed with the bank. Your data is kept, but you can’t add anything until that is decided.`,
    severity: 'error' as const,
  }),
  restored: (plan: string) => ({
    title: 'Your subscription continues',
    message: `The dispute about a payment for ${plan} is over. You can use everything again.`,
    severity: 'success' as const,
  }),
  past_due: (plan: string) => ({
    title: 'Your trial has ended',
    message: `A payment for ${plan} is now due. You keep access for now.`,
    severity: 'warning' as const,
  }),
  cancelled: (plan: string) => ({
    title: 'Your subscription has ended',
    message: `${plan} was cancelled. Your data is kept, but you can’t add anything until you choose a plan.`,
    severity: 'warning' as const,
  }),
}

/** Notifies the owners of the account of changes to its subscription. */
export async function notifyOwners(
  tx: Tx,
  kind: keyof typeof messages,
  { id, plan_name }: About,
  { days = 0, mail = true }: { days?: number; mail?: boolean } = {},
): Promise<void> {
  const owners = await ownersOf(tx)
  const userIds = owners.map((owner) => owner.id)
  const content = {
    ...messages[kind](plan_name, days),
    notification_type: `subscription_${kind}`,
    category: 'billing',
    action_url: '/settings/account',
    metadata: { subscription_id: id },
  } as const
  await tx.notify(userIds, content, { mail })
}

/** `2900` in USD → "29.00 USD", for mails. */
export const amountInWords = (cents: number, currency: string): string =>
  `${formatAmount(BigInt(cents), currency)} ${currency}`
