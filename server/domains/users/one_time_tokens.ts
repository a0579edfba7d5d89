import { digestOf, newSecret } from '../../platform/crypto/vault.ts'
import type { PlatformTx, Tx } from '../../platform/db/context.ts'
import { sendMail } from '../../platform/mail/mail.ts'

export type Purpose = 'verify_email' | 'reset_password' | 'two_factor'

const LIFETIME_HOURS: Record<Purpose, number> = {
  verify_email: 24,
  reset_password: 1,
  two_factor: 1 / 6,
}

/** Makes a link's secret; an older one for the same purpose stops working. Only its digest is kept. */
export async function issueToken(
  tx: Tx,
  userId: string,
  purpose: Purpose,
  { hours = LIFETIME_HOURS[purpose] } = {},
): Promise<string> {
  const token = newSecret()
  const row = {
    digest: digestOf(token),
    expires_at: new Date(tx.now().getTime() + hours * 3600_000),
    created_at: tx.now(),
  }
  await tx
    .own('one_time_tokens')
    .insert({ user_id: userId, purpose, ...row })
    .onConflict((conflict) => conflict.columns(['user_id', 'purpose']).doUpdateSet(row))
    .execute()
  return token
}

/** Uses a token up and returns whose it was; undefined when it is unknown, used or expired. */
export async function redeemToken(tx: PlatformTx, token: string, purpose: Purpose) {
  return tx
    .acrossAccounts()
    .deleteFrom('one_time_tokens')
    .using('users')
    .whereRef('users.id', '=', 'one_time_tokens.user_id')
    .where('digest', '=', digestOf(token))
    .where('purpose', '=', purpose)
    .where('expires_at', '>', tx.now())
    .returning([
      'users.id',
      'users.name',
      'users.email',
      'users.account_id',
      'users.email_verified_at',
    ])
    .executeTakeFirst()
}

/** The page of the web app that a mailed link opens. */
export function linkTo(
  { platform }: PlatformTx,
  purpose: Exclude<Purpose, 'two_factor'>,
  token: string,
): string {
  const { publicUrl } = platform.config
  return purpose === 'verify_email'
    ? `${publicUrl}/verify-email?token=${token}`
    : `${publicUrl}/reset-password/${token}`
}

/** Mails a one-time link to choose a password or to confirm the address. */
export async function mailLink(
  tx: Tx,
  purpose: 'set_password' | 'verify_email',
  user: { id: string; name: string; email: string },
): Promise<void> {
  if (purpose === 'verify_email') {
    const url = linkTo(tx, 'verify_email', await issueToken(tx, user.id, 'verify_email'))
    return sendMail(tx, 'verify_email', user.email, { name: user.name, url })
  }
  const token = await issueToken(tx, user.id, 'reset_password', { hours: 24 })
  const account = await tx.db
    .selectFrom('accounts')
    .select('name')
    .where('id', '=', tx.account.id)
    .executeTakeFirstOrThrow()
  await sendMail(tx, 'set_password', user.email, {
    name: user.name,
    account_name: account.name,
    url: linkTo(tx, 'reset_password', token),
  })
}
