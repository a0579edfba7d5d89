import { fail } from '@powernode/server/platform/kernel/fail.ts'

export const invoiceStatuses = ['draft', 'open', 'paid', 'void', 'uncollectible'] as const
export type InvoiceStatusName = (typeof invoiceStatuses)[number]

/** What can be done with an invoice, and in which status. Anything else is 409 `invalid_transition`. */
const transitions = {
  edit: ['draft'],
  finalize: ['draft'],
  mark_paid: ['open', 'uncollectible'],
  pay: ['open', 'uncollectible'],
  credit: ['open', 'paid'],
  void: ['draft', 'open'],
  write_off: ['open'],
} as const satisfies Record<string, readonly InvoiceStatusName[]>

export function requireTransition(
  act: keyof typeof transitions,
  { status }: { status: InvoiceStatusName },
): void {
  if ((transitions[act] as readonly InvoiceStatusName[]).includes(status)) return
  const article = /^[aeiou]/.test(status) ? 'an' : 'a'
  throw fail.with('invalid_transition', `Not possible for ${article} ${status} invoice`)
}
