import type { PlatformTx } from '@powernode/server/platform/db/context.ts'
import { isDuplicate } from '@powernode/server/platform/db/database.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'

/** "AI  Pro " → "AI Pro". */
export function normalizeName<T extends { name?: string }>(input: T): T {
  return input.name === undefined
    ? input
    : { ...input, name: input.name.trim().replace(/\s+/g, ' ') }
}

/** A slug derived from the name, with a number if it is taken; the unique index resolves concurrent creations. */
export async function freeSlug(tx: PlatformTx, name: string): Promise<string> {
  const baseSlug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
  const base =
    baseSlug
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 90) || 'plan'
  const rows = await tx.db
    .selectFrom('plans')
    .select('slug')
    .where(sql<boolean>`slug = ${base} or slug ~ ${`^${base}-[0-9]+$`}`)
    .execute()
  const takenSlugs = new Set(rows.map((row) => row.slug))
  for (let suffix = 0; ; suffix++) {
    const slug = suffix ? `${base}-${suffix}` : base
    if (!takenSlugs.has(slug)) return slug
  }
}

/** Says which field of a plan another one has already. */
export function refuseTaken(error: unknown): never {
  if (isDuplicate(error, 'plans_name') || isDuplicate(error, 'plans_slug_key'))
    throw fail.invalid({ name: ['is already taken'] })
  if (isDuplicate(error, 'plans_promotional_code'))
    throw fail.invalid({ promotional_discount_code: ['is already taken'] })
  if (isDuplicate(error, 'plans_default'))
    throw fail.invalid({ is_default: ['another plan is already the default for new accounts'] })
  throw error
}
