import { digestOf, randomSecret } from '@powernode/server/platform/crypto/vault.ts'
import type { PlatformTx, Tx } from '@powernode/server/platform/db/context.ts'
import { dayOf, HOUR_MS } from '@powernode/server/platform/kernel/time.ts'
import { sendMail } from '@powernode/server/platform/mail/mail.ts'
import { accountInMails } from '../accounts/in_mails.ts'
import { rolesInMails } from '../roles/in_mails.ts'
import { rolesOf } from '../roles/role.ts'
import { credentialsAt, credentialsDigest } from './credentials.ts'

export type Purpose = 'verify_email' | 'reset_password' | 'two_factor'

const LIFETIME_HOURS: Record<Purpose, number> = {
  verify_email: 24,
  reset_password: 1,
  two_factor: 1 / 6,
}

/** The user of a token; `password_digest` is the digest that the password was checked against, if it was. */
interface TokenOwner {
  id: string
  email: string
  password_digest?: string | null
}

/**
 * Creates the secret of a link. It is valid only for the user's current address and password, and replaces an older
 * token of the same purpose. Only its digest is stored.
 */
export async function issueToken(
  tx: Tx,
  { id, email, password_digest = undefined }: TokenOwner,
  purpose: Purpose,
  { hours = LIFETIME_HOURS[purpose] } = {},
): Promise<string> {
  const token = randomSecret()
  const password = password_digest === undefined ? await passwordOf(tx, id) : password_digest
  const row = {
    digest: digestOf(token),
    made_for: credentialsDigest(email, password),
    expires_at: new Date(tx.now().getTime() + hours * HOUR_MS),
    created_at: tx.now(),
  }
  await tx
    .own('one_time_tokens')
    .insert({ user_id: id, purpose, ...row })
    .onConflict((conflict) => conflict.columns(['user_id', 'purpose']).doUpdateSet(row))
    .execute()
  return token
}

/**
 * Consumes a token and returns its user, with the row locked. Undefined if the token is unknown, used or expired, if the
 * user's address or password has changed, or if the user or account is suspended. A `verify_email` token is kept until it
 * expires: if a mail scanner or a second click opens the link again, the response still reports the address as confirmed.
 */
export async function redeemToken(tx: PlatformTx, token: string, purpose: Purpose) {
  const digest = digestOf(token)
  const user = await tx
    .acrossAccounts({ because: 'a mailed link names no account' })
    .selectFrom('one_time_tokens')
    .innerJoin('users', 'users.id', 'one_time_tokens.user_id')
    .innerJoin('accounts', 'accounts.id', 'users.account_id')
    .select(['users.id', 'users.name', 'users.email', 'users.account_id'])
    .select('users.email_verified_at')
    .where('digest', '=', digest)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', tx.now())
    .where('made_for', '=', credentialsAt('users'))
    .where('users.status', '=', 'active')
    .where('accounts.status', '=', 'active')
    .forNoKeyUpdate(['one_time_tokens', 'users'])
    .executeTakeFirst()
  if (!user) return undefined
  if (purpose !== 'verify_email')
    await tx
      .inAccount(user.account_id)
      .own('one_time_tokens')
      .delete()
      .where('digest', '=', digest)
      .execute()
  return user
}

/** Consumes a token of a user in the account; false if it was used before. */
export async function consumeToken(tx: Tx, token: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .own('one_time_tokens')
    .delete()
    .where('digest', '=', digestOf(token))
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Revokes a user's emailed links and pending sign-ins. */
export async function revokeTokens(
  tx: Tx,
  userId: string,
  purposes: Purpose[] = ['verify_email', 'reset_password', 'two_factor'],
): Promise<void> {
  await tx
    .acrossAccounts({ because: 'tokens are stored in the home account of the user' })
    .deleteFrom('one_time_tokens')
    .where('user_id', '=', userId)
    .where('purpose', 'in', purposes)
    .execute()
}

/** URL of the web app page that an emailed link opens. */
function linkTo(
  { platform }: PlatformTx,
  purpose: Exclude<Purpose, 'two_factor'>,
  token: string,
): string {
  const { publicUrl } = platform.config
  return purpose === 'verify_email'
    ? `${publicUrl}/verify-email?token=${token}`
    : `${publicUrl}/reset-password/${token}`
}

/**
 * Emails a one-time link to choose a password or confirm the address. It names the account, as there may be several.
 * `origin` is where someone asked for it.
 */
export async function sendLink(
  tx: Tx,
  purpose: 'set_password' | 'reset_password' | 'verify_email',
  user: { id: string; name: string; email: string },
  origin: { ip_address?: string; device?: string } = {},
): Promise<void> {
  const { name } = user
  const account = await accountInMails(tx)
  const account_name = account.name
  if (purpose === 'verify_email') {
    const url = linkTo(tx, purpose, await issueToken(tx, user, purpose))
    return sendMail(tx, purpose, user.email, { name, account_name, url })
  }
  const hours = purpose === 'set_password' ? 24 : LIFETIME_HOURS.reset_password
  const url = linkTo(tx, 'reset_password', await issueToken(tx, user, 'reset_password', { hours }))
  if (purpose === 'set_password') {
    const roles = await rolesInMails(tx, await rolesOf(tx, user.id))
    return sendMail(tx, purpose, user.email, { name, account_name, url, ...roles })
  }
  const unconfirmed_since = await unconfirmedSince(tx, user.id)
  const time = account.inWords(tx.now())
  const variables = { name, account_name, unconfirmed_since, url, time, ...origin }
  await sendMail(tx, purpose, user.email, variables)
}

/** Date on which the user's unconfirmed address was set; empty if it is confirmed. */
async function unconfirmedSince(tx: Tx, id: string): Promise<string> {
  const { email_since, email_verified_at } = await tx
    .own('users')
    .select()
    .select(['email_since', 'email_verified_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return email_verified_at ? '' : dayOf(email_since)
}

async function passwordOf(tx: Tx, id: string): Promise<string | null> {
  const { password_digest } = await tx
    .own('users')
    .select()
    .select('password_digest')
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
  return password_digest
}
