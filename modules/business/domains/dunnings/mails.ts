import { template } from '@powernode/server/platform/mail/templates.ts'

type Failed = {
  name: string
  account_name: string
  url: string
  plan: string
  invoice: string
  amount: string
  reason: string
  /** What must be done; without it, the payment is tried again. */
  next?: string
}

const factsOf = ({ plan, account_name, invoice, amount }: Failed) => ({
  Plan: plan,
  Account: account_name,
  Invoice: invoice,
  Amount: amount,
})

const why = (account: string) => `You get this email because you are an owner of ${account}.`

const AGAIN = 'It will be tried again automatically. You can also pay now.'

/** Email templates of the domain. */
export const mails = {
  payment_failed: template<Failed>((failed) => ({
    subject: `The payment for ${failed.plan} failed`,
    name: failed.name,
    paragraphs: [
      `The payment of ${failed.amount} for ${failed.plan} failed: ${failed.reason}`,
      `${failed.next ?? AGAIN} You keep your plan for now.`,
    ],
    facts: factsOf(failed),
    button: { label: 'Pay now', url: failed.url },
    why: why(failed.account_name),
  })),
  payment_reminder: template<Failed>((failed) => ({
    subject: `The payment for ${failed.plan} is overdue`,
    name: failed.name,
    paragraphs: [
      `${failed.amount} for ${failed.plan} could still not be collected: ${failed.reason}`,
      failed.next ?? AGAIN,
    ],
    facts: factsOf(failed),
    button: { label: 'Pay now', url: failed.url },
    why: why(failed.account_name),
  })),
  payment_last_warning: template<Failed & { day: string }>((failed) => ({
    subject: `${failed.plan} will be suspended on ${failed.day}`,
    name: failed.name,
    paragraphs: [
      `${failed.amount} for ${failed.plan} could still not be collected: ${failed.reason}`,
      `Unless it is paid, the plan is suspended on ${failed.day}, and nothing can be added. ${failed.next ?? ''}`.trim(),
    ],
    facts: { ...factsOf(failed), Suspended: failed.day },
    button: { label: 'Pay now', url: failed.url },
    why: why(failed.account_name),
  })),
  payment_recovered: template<{
    name: string
    account_name: string
    url: string
    plan: string
    invoice: string
  }>(({ name, account_name, url, plan, invoice }) => ({
    subject: `The payment for ${plan} was received`,
    name,
    paragraphs: [`The payment for ${plan} was received. Thank you: the plan continues.`],
    facts: { Plan: plan, Account: account_name, Invoice: invoice },
    button: { label: 'Open the invoice', url },
    why: why(account_name),
  })),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'dunnings/mails': { mails: typeof mails }
  }
}
