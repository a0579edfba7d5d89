import { randomUUIDv7 } from 'node:crypto'
import {
  type PlatformCtx,
  type PlatformTx,
  requireUser,
} from '@powernode/server/platform/db/context.ts'
import type { CreateResult } from '@powernode/server/platform/http/resource.ts'
import { Choice, Id, Shape, Text, Time } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { readFlag, recordFlag } from './flag.ts'
import { severityOfAmounts } from './matching.ts'
import { lockOpenFlag } from './resolving.ts'

const cents = (description: string, example: number) =>
  Type.Optional(Type.Integer({ description, examples: [example] }))

export const NewInvestigation = Shape('NewReconciliationInvestigation', {
  reconciliation_flag_id: Type.Optional(Id('The flag; without it, the amounts that differ')),
  investigator_id: Type.Optional(Id('The user who investigates')),
  started_at: Type.Optional(Time('When it began; now by default')),
  notes: Type.Optional(Text(2000, { description: 'What is known' })),
  findings: Type.Optional(Text(2000, { description: 'What was found out' })),
  type: Type.Optional(Choice(['amount_mismatch'], 'What differs')),
  local_payment_id: Type.Optional(Id('Our payment')),
  provider_payment_id: Type.Optional(
    Text(255, { description: 'Its id at the gateway', examples: ['ch_3Q2w3E'] }),
  ),
  local_amount: cents('Amount here, in cents', 2900),
  provider_amount: cents('Amount at the gateway, in cents', 2800),
  difference: cents('The first minus the second', 100),
  provider_currency: Type.Optional(
    Type.String({
      pattern: '^[A-Z]{3}$',
      description: 'Currency at the gateway, if it differs',
      examples: ['EUR'],
    }),
  ),
  reconciliation_report_id: Type.Optional(Id('The report')),
})

export const OpenedInvestigation = Shape('ReconciliationInvestigation', {
  investigation_id: Id('The investigation'),
  flag_id: Id('Its flag'),
})

export const InvestigationNotes = Shape('ReconciliationInvestigationNotes', {
  notes: NewInvestigation.properties.notes,
})

type Input = Static<typeof NewInvestigation>
type Opened = Static<typeof OpenedInvestigation>

/** Opens the investigation of a flag or, for a worker, of amounts that differ: their flag is recorded. A flag has one at a time. */
export function openInvestigation(ctx: PlatformCtx, input: Input): Promise<CreateResult<Opened>> {
  return ctx.transaction(async (tx) => {
    tx.unaudited('an investigation that is open already changes nothing')
    const flag_id = input.reconciliation_flag_id ?? (await flagAmounts(tx, input))
    if (input.investigator_id) await requireInvestigator(tx, input.investigator_id)
    return open(tx, flag_id, input)
  })
}

/** Opens the investigation of a flag as its investigator. 409 `invalid_transition` if the flag is closed. */
export async function investigateFlag(
  ctx: PlatformCtx,
  id: string,
  { notes }: Static<typeof InvestigationNotes>,
) {
  const { userId } = requireUser(ctx)
  await ctx.transaction(async (tx) => {
    tx.unaudited('an investigation that is open already changes nothing')
    await lockOpenFlag(tx, id)
    await open(tx, id, { investigator_id: userId, ...(notes && { notes }) })
  })
  return readFlag(ctx, id)
}

async function open(
  tx: PlatformTx,
  flag_id: string,
  { investigator_id, notes, findings, started_at }: Input,
): Promise<CreateResult<Opened>> {
  const flag = await tx.db
    .selectFrom('reconciliation_flags')
    .select(['status', 'external_id'])
    .where('id', '=', flag_id)
    .forUpdate()
    .executeTakeFirst()
  if (!flag) throw fail.invalid({ reconciliation_flag_id: ['is not a flag'] })
  const latest = await tx.db
    .selectFrom('reconciliation_investigations')
    .select(['id', 'status'])
    .where('reconciliation_flag_id', '=', flag_id)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const isClosed = flag.status === 'resolved' || flag.status === 'dismissed'
  // What a person has closed is not opened again by the next comparison.
  if (latest && (isClosed || latest.status === 'open' || latest.status === 'in_progress')) {
    return { created: false, data: { investigation_id: latest.id, flag_id } }
  }
  if (isClosed) throw fail.with('invalid_transition', `This difference is ${flag.status}`)
  const now = tx.now()
  const investigation_id = randomUUIDv7()
  await tx.db
    .insertInto('reconciliation_investigations')
    .values({
      ...{ id: investigation_id, reconciliation_flag_id: flag_id },
      ...{ investigator_id: investigator_id ?? null, notes: notes ?? null },
      findings: findings ?? null,
      ...{ status: investigator_id ? 'in_progress' : 'open', started_at: started_at ?? now },
      ...{ created_at: now, updated_at: now },
    })
    .execute()
  await tx.db
    .updateTable('reconciliation_flags')
    .set({ status: 'investigating', updated_at: now })
    .where('id', '=', flag_id)
    .execute()
  await tx.audit('reconciliation_investigation.opened', investigation_id, {
    new: { reconciliation_flag_id: flag_id, external_id: flag.external_id, notes: notes ?? null },
  })
  return { created: true, data: { investigation_id, flag_id } }
}

async function flagAmounts(tx: PlatformTx, input: Input): Promise<string> {
  const { type, local_payment_id, provider_payment_id, local_amount, provider_amount } = input
  const required = { type, local_payment_id, provider_payment_id, local_amount, provider_amount }
  const missing = Object.entries(required).filter(([, value]) => value === undefined)
  if (missing.length > 0) {
    const says = ['is required without reconciliation_flag_id']
    throw fail.invalid(Object.fromEntries(missing.map(([field]) => [field, says])))
  }
  if (!local_payment_id || !provider_payment_id) throw fail.notFound('payment')
  const payment = await tx
    .acrossAccounts({ because: 'the worker names a payment but no account' })
    .selectFrom('payments')
    .select('currency')
    .where('id', '=', local_payment_id)
    .executeTakeFirst()
  if (!payment) throw fail.invalid({ local_payment_id: ['is not a payment'] })
  const { currency } = payment
  const ours = { amount_cents: local_amount ?? 0, currency }
  const theirs = {
    amount_cents: provider_amount ?? 0,
    currency: input.provider_currency ?? currency,
  }
  const { data } = await recordFlag(tx, {
    ...{ type: 'amount_mismatch', local_payment_id, external_id: provider_payment_id },
    severity: severityOfAmounts(ours, theirs),
    description: `${ours.amount_cents} ${ours.currency} here, ${theirs.amount_cents} ${theirs.currency} at the gateway (in cents)`,
    amount_cents: theirs.amount_cents,
    currency: theirs.currency,
    metadata: {
      local_amount: ours.amount_cents,
      difference: ours.amount_cents - theirs.amount_cents,
    },
    ...(input.reconciliation_report_id && {
      reconciliation_report_id: input.reconciliation_report_id,
    }),
  })
  return data.flag_id
}

async function requireInvestigator(tx: PlatformTx, id: string) {
  const user = await tx
    .acrossAccounts({ because: 'investigators belong to the account of the seller' })
    .selectFrom('users')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!user) throw fail.invalid({ investigator_id: ['is not a user'] })
}
