import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { Text } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'

export const TimeZone = Text(64, {
  description: 'IANA time zone, used to determine working hours',
  examples: ['Europe/Berlin'],
})

/** The zone in PostgreSQL's spelling. 422 on `time_zone` unless both PostgreSQL and Node.js know it. */
export async function acceptTimeZone(ctx: Ctx, zone: string): Promise<string> {
  if (isZone(zone)) {
    const { rows } = await sql<{ name: string }>`
      select name from pg_timezone_names where lower(name) = lower(${zone})`.execute(ctx.db)
    if (rows[0]) return rows[0].name
  }
  throw fail.invalid({ time_zone: ['must be a time zone such as Europe/Berlin or UTC'] })
}

type Expression = ReturnType<typeof sql>

/** The zone of an account in SQL; UTC without account. Evaluated once if `accountId` is the same for all rows. */
export function zoneOf(accountId: Expression) {
  return sql<string>`coalesce(
    (select known_time_zone(time_zone) from accounts where accounts.id = ${accountId}), 'UTC')`
}

/** Whether a time is before 06:00 or after 22:59 in the account's time zone. */
export function outsideWorkingHours(moment: Expression, accountId: Expression) {
  return sql<boolean>`extract(hour from ${moment} at time zone ${zoneOf(accountId)}) not between 6 and 22`
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
