import type { JobInput } from '@powernode/contract/jobs.ts'
import { sanitizeText } from '@powernode/contract/text.ts'
import type { PlatformCtx, PlatformTx } from '@powernode/server/platform/db/context.ts'
import {
  Choice,
  Id,
  Nullable,
  Secret,
  Shape,
  Text,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { TemplateName } from '@powernode/server/platform/mail/templates.ts'
import { type Static, Type } from 'typebox'
import { render, variablesOf } from './rendering.ts'
import { nextMailAttemptAt } from './retry.ts'

const MAX_REASON = 1000
const EVERY_ACCOUNT = { because: 'the worker delivers for every account' }

const Turn = Type.Integer({
  minimum: 1,
  description: 'How often it was queued; a job of another turn has nothing to do',
  examples: [1],
})

export const Outgoing = Shape('OutgoingMail', {
  id: Id(),
  from: Type.String({ description: 'Sender' }),
  to: Type.String({ description: 'Recipient' }),
  subject: Type.String({ description: 'Subject line' }),
  html: Type.String({ description: 'HTML body' }),
  text: Type.String({ description: 'Plain text body' }),
  delivered: Type.Boolean({ description: 'Already handed over: do not send again' }),
  turn: Turn,
  smtp_url: Nullable(
    Secret('Server to hand it to; null means capture it', 'smtp://user:pass@smtp.example.com'),
  ),
  one_click_url: Nullable(
    Secret(
      'Where mail programs end mails of its kind; null for mails that must come',
      'https://powernode.example.com/api/v1/notifications/unsubscribe?token=…',
    ),
  ),
})

export const MailDelivery = Shape('MailDelivery', {
  status: Choice(['sent', 'captured', 'failed'], 'How the try ended'),
  turn: Type.Optional(Turn),
  error: Type.Optional(Text(MAX_REASON, { description: 'Why it failed' })),
  temporary: Type.Optional(
    Type.Boolean({ description: 'It may go better later, so it is tried again within 24 hours' }),
  ),
})

export async function readOutgoing(ctx: PlatformCtx, id: string): Promise<Static<typeof Outgoing>> {
  const mail = await ctx
    .acrossAccounts(EVERY_ACCOUNT)
    .selectFrom('mails')
    .select(['id', 'template', 'to_address', 'sealed_variables', 'status', 'turn'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!mail) throw fail.notFound('mail')
  const { MAIL_FROM, SMTP_URL } = ctx.platform.config
  return {
    id,
    from: MAIL_FROM,
    to: mail.to_address,
    ...render(ctx, mail.template as TemplateName, mail.sealed_variables),
    one_click_url: variablesOf(ctx, mail.sealed_variables).one_click_url ?? null,
    delivered: isHandedOver(mail),
    turn: mail.turn,
    smtp_url: SMTP_URL ?? null,
  }
}

/**
 * Records how a try ended and, where that was only for now, queues the next one. A mail that was handed over stays so,
 * and a failure of an older turn changes nothing: a report may come late or twice.
 */
export async function recordDelivery(
  ctx: PlatformCtx,
  id: string,
  report: Static<typeof MailDelivery>,
): Promise<void> {
  const outcome = await ctx.transaction(async (tx) => {
    tx.unaudited('the mail’s own row says how its delivery ended')
    const mail = await lockMail(tx, id)
    const over = report.status === 'failed' && (report.turn ?? mail.turn) !== mail.turn
    if (isHandedOver(mail) || over) return undefined
    const columns = afterTry(mail, report, tx.now())
    await tx
      .acrossAccounts(EVERY_ACCOUNT)
      .updateTable('mails')
      .set(columns)
      .where('id', '=', id)
      .execute()
    const { next_attempt_at: runAt, turn } = columns
    if (runAt) await accountOf(tx, mail).enqueue('deliver_mail', { mail_id: id, turn }, { runAt })
    return columns.status
  })
  if (outcome) ctx.platform.metrics.mailEnded(outcome)
}

/** Says of a mail whose job was given up that it failed. */
export async function giveUpMail(
  ctx: PlatformCtx,
  { mail_id, turn = 1 }: JobInput<'deliver_mail'>,
  reason: string,
): Promise<void> {
  await ctx.transaction(async (tx) => {
    tx.unaudited('the mail’s own row says how its delivery ended')
    await tx
      .acrossAccounts(EVERY_ACCOUNT)
      .updateTable('mails')
      .set({
        status: 'failed',
        error: sanitizeText(reason, MAX_REASON),
        attempted_at: tx.now(),
        next_attempt_at: null,
      })
      .where('id', '=', mail_id)
      .where('turn', '=', turn)
      .where('status', 'in', ['queued', 'deferred'])
      .execute()
  })
}

type Locked = Awaited<ReturnType<typeof lockMail>>

/** A mail until commit as it is now. */
export async function lockMail(tx: PlatformTx, id: string) {
  const mail = await tx
    .acrossAccounts({ because: 'the mailbox is that of the whole server' })
    .selectFrom('mails')
    .select(['id', 'account_id', 'template', 'status', 'turn', 'attempt_count', 'sent_at'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!mail) throw fail.notFound('mail')
  return mail
}

/** The same transaction inside the account whose mail it is, where it is an account's. */
export function accountOf(tx: PlatformTx, { account_id }: Pick<Locked, 'account_id'>): PlatformTx {
  return account_id ? tx.inAccount(account_id) : tx
}

function afterTry(
  mail: Locked,
  { status, error, temporary }: Static<typeof MailDelivery>,
  now: Date,
) {
  const attempt_count = mail.attempt_count + 1
  const next = status === 'failed' && temporary ? nextMailAttemptAt(now, attempt_count) : undefined
  return {
    status: next ? ('deferred' as const) : status,
    turn: next ? mail.turn + 1 : mail.turn,
    attempt_count,
    attempted_at: now,
    next_attempt_at: next ?? null,
    error: error ?? null,
    sent_at: status === 'failed' ? null : now,
  }
}

const isHandedOver = ({ status }: { status: string }) => status === 'sent' || status === 'captured'
