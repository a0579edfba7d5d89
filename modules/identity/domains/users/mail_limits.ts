import { digestOf } from '@powernode/server/platform/crypto/vault.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { allowedBy } from '@powernode/server/platform/http/throttles.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'

const HOUR = 3600

/** Emails that others can have sent to an address; limited per hour and address, across accounts. */
type LimitedMail = 'reset_mail' | 'confirmation_mail' | 'invitation_mail'

/**
 * Counts an email to an address and returns whether the limit is exceeded. Call it outside of transactions, because the
 * counter uses its own connection.
 */
export function exceedsMailLimit(
  { platform }: PlatformCtx,
  name: LimitedMail,
  email: string,
): Promise<boolean> {
  const points = allowedBy(name, platform.settings.values) + 1
  return platform.limits.exhausted(name, digestOf(email), { points, seconds: HOUR })
}

/** Counts an email to an address; throws 429 if the limit is exceeded. */
export async function requireMailAllowed(
  ctx: PlatformCtx,
  name: LimitedMail,
  email: string,
): Promise<void> {
  if (!(await exceedsMailLimit(ctx, name, email))) return
  const limit = allowedBy(name, ctx.platform.settings.values)
  throw fail.rateLimited({ name, limit, window: HOUR, seconds: HOUR })
}
