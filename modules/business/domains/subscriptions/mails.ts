import { template } from '@powernode/server/platform/mail/templates.ts'

const why = (account: string) => `You get this email because you are an owner of ${account}.`

/** Email templates of the domain. */
export const mails = {
  renewal_reminder: template<{
    name: string
    account_name: string
    url: string
    plan: string
    amount: string
    day: string
  }>(({ name, account_name, url, plan, amount, day }) => ({
    subject: `${plan} renews on ${day}`,
    name,
    paragraphs: [
      `The yearly subscription to ${plan} renews on ${day}. ${amount} will then be charged.`,
      'You can change or cancel the plan until then.',
    ],
    facts: { Plan: plan, Account: account_name, Amount: amount, Renews: day },
    button: { label: 'Open the plan', url },
    why: why(account_name),
  })),
  subscription_suspended: template<{
    name: string
    account_name: string
    url: string
    plan: string
    reason: string
    ends: string
  }>(({ name, account_name, url, plan, reason, ends }) => ({
    subject: `${plan} is suspended`,
    name,
    paragraphs: [
      `The subscription to ${plan} is suspended. ${reason}`,
      `Your data is kept, but nothing can be added. Pay before ${ends} to continue; after that, the subscription ends.`,
    ],
    facts: { Plan: plan, Account: account_name, Ends: ends },
    button: { label: 'Pay now', url },
    why: why(account_name),
  })),
  subscription_disputed: template<{
    name: string
    account_name: string
    url: string
    plan: string
  }>(({ name, account_name, url, plan }) => ({
    subject: `${plan} is suspended`,
    name,
    paragraphs: [
      `The subscription to ${plan} is suspended, because a payment for it is disputed with the bank.`,
      'Your data is kept, but nothing can be added until the bank has decided. If the dispute is a mistake, withdraw it at your bank.',
    ],
    facts: { Plan: plan, Account: account_name },
    button: { label: 'Open billing', url },
    why: why(account_name),
  })),
  subscription_ended: template<{
    name: string
    account_name: string
    url: string
    plan: string
  }>(({ name, account_name, url, plan }) => ({
    subject: `${plan} has ended`,
    name,
    paragraphs: [
      `The subscription to ${plan} has ended, because it was not paid.`,
      'Your data is kept, but nothing can be added until you choose a plan.',
    ],
    facts: { Plan: plan, Account: account_name },
    button: { label: 'Choose a plan', url },
    why: why(account_name),
  })),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'subscriptions/mails': { mails: typeof mails }
  }
}
