import type { AccountBrief } from '@powernode/modules/identity/domains/accounts/account.ts'
import { accountInMails } from '@powernode/modules/identity/domains/accounts/in_mails.ts'
import { setAccountStatus } from '@powernode/modules/identity/domains/accounts/status.ts'
import { ownersOf } from '@powernode/modules/identity/domains/users/owners.ts'
import { resumeDeliveries } from '@powernode/modules/integrations/domains/webhooks/scheduling.ts'
import { type Ctx, requireUser, type Tx } from '@powernode/server/platform/db/context.ts'
import { Id, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sendMail } from '@powernode/server/platform/mail/mail.ts'
import { type Static, Type } from 'typebox'

export const AccountDecision = Shape('AccountDecision', {
  account_id: Id('The account'),
  reason: Type.Optional(
    Text(500, { description: 'Reason, sent to its owners', examples: ['Unpaid invoices'] }),
  ),
})

type Decision = Static<typeof AccountDecision>

/**
 * Suspends an account at once: all credentials of its users are refused, its live connections are closed and its
 * webhook deliveries wait. Its owners are notified.
 */
export function suspendAccount(ctx: Ctx, { account_id, reason }: Decision) {
  if ([ctx.account.id, requireUser(ctx).homeAccountId].includes(account_id)) {
    throw fail.with('conflict', 'You cannot suspend your own account')
  }
  return change(ctx, account_id, { from: 'active', to: 'suspended', reason }, async (tx, name) => {
    const { support_email } = tx.platform.settings.values
    const contact = support_email
      ? `write to ${support_email}`
      : 'contact the administrator of this server'
    const { inWords } = await accountInMails(tx)
    for (const owner of await ownersOf(tx)) {
      await sendMail(tx, 'account_suspended', owner.email, {
        name: owner.name,
        account_name: name,
        contact,
        reason: reason ?? 'No reason was given',
        time: inWords(tx.now()),
      })
    }
  })
}

/** Activates a suspended account: users can sign in again, and waiting webhook deliveries are sent. */
export function activateAccount(ctx: Ctx, { account_id, reason }: Decision) {
  return change(ctx, account_id, { from: 'suspended', to: 'active', reason }, async (tx, name) => {
    await resumeDeliveries(tx)
    const url = tx.platform.config.publicUrl
    for (const owner of await ownersOf(tx)) {
      await sendMail(tx, 'account_activated', owner.email, {
        name: owner.name,
        account_name: name,
        url,
      })
    }
  })
}

type Account = Static<typeof AccountBrief>
type Step = {
  from: 'active' | 'suspended'
  to: 'active' | 'suspended'
  reason: string | undefined
}

function change(
  ctx: Ctx,
  id: string,
  { from, to, reason }: Step,
  follow: (tx: Tx, name: string) => Promise<void>,
): Promise<Account> {
  return ctx.transaction(async (ownTx) => {
    const account = await setAccountStatus(ownTx, id, { from, to })
    if (!account) throw await transitionError(ownTx, id, from)
    const tx = ownTx.inAccount(id)
    await follow(tx, account.name)
    const event = to === 'active' ? 'account.activated' : 'account.suspended'
    await tx.audit(event, id, { metadata: { reason: reason ?? null } })
    await tx.emit(event, { id, reason: reason ?? null })
    await tx.forget({ account: id })
    return account
  })
}

async function transitionError({ db }: Ctx, id: string, needed: string) {
  const account = await db
    .selectFrom('accounts')
    .select('status')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!account) return fail.notFound('account')
  return fail.with('invalid_transition', `This account is ${account.status}; it must be ${needed}`)
}
