import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { type Creditable, creditableCents, divideCredit } from '../../pricing/crediting.ts'
import type { CreditBasis } from '../../pricing/document.ts'
import { type Line, sumOf, type Terms } from '../../pricing/price.ts'
import { prorate, startNewCycle } from '../../pricing/proration.ts'
import { creditableInvoices } from '../credit_notes/creditable.ts'
import type { DraftLine } from '../invoices/line.ts'
import { type Period, periodFrom } from './period.ts'
import type { LockedSubscription } from './subscription.ts'
import { type Priced, termsOf } from './terms.ts'

/** What a subscription is for, or will be. */
export type Sold = Priced & Pick<LockedSubscription, 'currency' | 'billing_cycle' | 'tax_inclusive'>

export interface PlanChange {
  /** The lines of the invoice if they sum to more than zero; what they explain if not. */
  lines: DraftLine[]
  /** What is given back, divided between paid invoices; empty if something must be paid. */
  credits: { id: string; basis: CreditBasis }[]
  /** The period that the lines are for. */
  period: { period_start: Date; period_end: Date }
  /** A new billing cycle starts a new period. */
  newPeriod: (Period & { billing_anchor_day: number }) | null
}

/** What a new plan or quantity costs or gives back at a moment of the current period: for previews and for the change. */
export async function prorateChange(
  ctx: Ctx,
  subscription: LockedSubscription & Period,
  to: Sold,
  at: Date,
): Promise<PlanChange> {
  const { current_period_start, current_period_end, billing_cycle: cycle } = subscription
  const newPeriod = to.billing_cycle === cycle ? null : newCycle(to, at)
  const invoices = await creditableInvoices(ctx, subscription.id, at)
  const change = {
    ...{
      from: termsOfChange(subscription, at),
      // A new period uses one of each discount that there was before, like a renewal.
      to: newPeriod
        ? termsOfChange({ ...to, current_period_end: at }, at, true)
        : termsOfChange(to, at),
      cycle,
      at,
    },
    period: { current_period_start, current_period_end },
    anchorDay: subscription.billing_anchor_day ?? current_period_start.getUTCDate(),
    creditable_cents: sumOfCreditable(invoices),
  }
  const lines = newPeriod ? startNewCycle(change) : prorate(change)
  const period = {
    period_start: at,
    period_end: newPeriod?.current_period_end ?? current_period_end,
  }
  const net = sumOf(lines)
  return {
    lines: lines.map((line) => draftLineOf(line, subscription, to, period)),
    credits: net < 0n ? divideCredit(-net, invoices) : [],
    period,
    newPeriod,
  }
}

function newCycle({ billing_cycle }: Sold, at: Date) {
  const billing_anchor_day = at.getUTCDate()
  return { ...periodFrom(at, billing_cycle, billing_anchor_day), billing_anchor_day }
}

/** Lines of whole periods have a quantity; others name it. */
function termsOfChange(sold: Sold, at: Date, whole = false): Terms {
  const { plan_name: name, quantity } = sold
  return { ...termsOf(sold, at), name: whole || quantity === 1 ? name : `${name} × ${quantity}` }
}

function draftLineOf(line: Line, from: Sold, to: Sold, period: PlanChange['period']): DraftLine {
  const { plan_id } = line.basis.kind === 'unused' ? from : to
  return { ...line, ...period, plan_id, taxable: true }
}

const sumOfCreditable = (invoices: Creditable[]) =>
  invoices.reduce((sum, invoice) => sum + creditableCents(invoice), 0n)
