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
const EVERY_ACCOUNT = { because: 'workers deliver mail for all accounts' }

const Turn = Type.Integer({
  minimum: 1,
  description: 'Number of times it was enqueued; jobs of other turns do nothing',
  examples: [1],
})

export const OutgoingMail = Shape('OutgoingMail', {
  id: Id(),
  from: Type.String({ description: 'Sender' }),
  to: Type.String({ description: 'Recipient' }),
  subject: Type.String({ description: 'Subject line' }),
  html: Type.String({ description: 'HTML body' }),
  text: Type.String({ description: 'Plain text body' }),
  delivered: Type.Boolean({ description: 'Already delivered; do not send again' }),
  turn: Turn,
  smtp_url: Nullable(
    Secret('Mail server; null means capture the email', 'smtp://user:pass@smtp.example.com'),
  ),
  one_click_url: Nullable(
    Secret(
      'One-click unsubscribe URL for mail clients; null for emails that cannot be turned off',
      'https://powernode.example.com/api/v1/notifications/unsubscribe?token=…',
    ),
  ),
})

export const MailDelivery = Shape('MailDelivery', {
  status: Choice(['sent', 'captured', 'failed'], 'Result of the attempt'),
  turn: Type.Optional(Turn),
  error: Type.Optional(Text(MAX_REASON, { description: 'Reason for the failure' })),
  temporary: Type.Optional(
    Type.Boolean({ description: 'Whether a later attempt may succeed; retried within 24 hours' }),
  ),
})

export async function readOutgoing(
  ctx: PlatformCtx,
  id: string,
): Promise<Static<typeof OutgoingMail>> {
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
    one_click_url: variablesOf(ctx, mail.sealed_variables).one_click_url || null,
    delivered: isDelivered(mail),
    turn: mail.turn,
    smtp_url: SMTP_URL ?? null,
  }
}

/**
 * Records the result of an attempt and enqueues the next one after a temporary failure. Reports may arrive late or twice:
 * a delivered mail stays delivered, and a failure of an earlier turn is ignored.
 */
export async function recordDelivery(
  ctx: PlatformCtx,
  id: string,
  report: Static<typeof MailDelivery>,
): Promise<void> {
  const outcome = await ctx.transaction(async (tx) => {
    tx.unaudited('the result is recorded in the row of the mail')
    const mail = await lockMail(tx, id)
    const outdated = report.status === 'failed' && (report.turn ?? mail.turn) !== mail.turn
    if (isDelivered(mail) || outdated) return undefined
    const columns = resultColumns(mail, report, tx.now())
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

/** Marks a mail as failed when its job became a dead letter. */
export async function markMailFailed(
  ctx: PlatformCtx,
  { mail_id, turn = 1 }: JobInput<'deliver_mail'>,
  reason: string,
): Promise<void> {
  await ctx.transaction(async (tx) => {
    tx.unaudited('the result is recorded in the row of the mail')
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

type LockedMail = Awaited<ReturnType<typeof lockMail>>

/** Reads a mail and locks its row until commit. */
export async function lockMail(tx: PlatformTx, id: string) {
  const mail = await tx
    .acrossAccounts({ because: 'the mailbox contains the emails of all accounts' })
    .selectFrom('mails')
    .select([
      'id',
      'account_id',
      'template',
      'status',
      'turn',
      'attempt_count',
      'sent_at',
      'sealed_variables',
    ])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!mail) throw fail.notFound('mail')
  return mail
}

/** The transaction in the account of the mail, if it has one. */
export function accountOf(
  tx: PlatformTx,
  { account_id }: Pick<LockedMail, 'account_id'>,
): PlatformTx {
  return account_id ? tx.inAccount(account_id) : tx
}

function resultColumns(
  mail: LockedMail,
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

const isDelivered = ({ status }: { status: string }) => status === 'sent' || status === 'captured'
