import { randomBytes } from 'node:crypto'
import type { Tx } from '@powernode/server/platform/db/context.ts'
import { Pattern } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'

const MAX_SLUG = 150
/** Addresses that the site and the API use themselves. */
const reserved = ['preview', 'search', 'tree', 'bulk', 'analytics', 'feed']

/** What has a slug that is unique in its account. */
const nouns = {
  pages: 'page',
  kb_articles: 'article',
  kb_categories: 'category',
  kb_tags: 'tag',
} as const

export const Slug = Pattern(
  '^[a-z0-9]+(-[a-z0-9]+)*$',
  'may contain only lower-case letters, digits and single hyphens between them',
  {
    maxLength: MAX_SLUG,
    description: 'Last part of its address; by default made from the title',
    examples: ['about-us'],
  },
)

/** Whether text can be a slug; what cannot is looked up nowhere. */
export function isSlug(text: string): boolean {
  return text.length <= MAX_SLUG && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)
}

/**
 * The slug of a new document. A given one is used as it is; one made from the title gets a number if it is taken, in the
 * account or among `others`, which match a pattern.
 */
export async function slugFor(
  tx: Tx,
  table: keyof typeof nouns,
  title: string,
  given: string | undefined,
  others: (pattern: string) => Promise<{ slug: string }[]> = async () => [],
): Promise<string> {
  if (given !== undefined) {
    requireUnreserved(given)
    return given
  }
  // Two documents with the same title are created one after the other.
  await sql`select pg_advisory_xact_lock(hashtext(${`${table} slugs ${tx.account.id}`}))`.execute(
    tx.db,
  )
  const base = slugOf(title, nouns[table])
  const pattern = `^${base}(-[0-9]+)?$`
  const rows = await tx
    // All of these tables have slugs.
    .own(table as 'pages')
    .select()
    .select('slug')
    .where(sql<boolean>`slug ~ ${pattern}`)
    .execute()
  const known = [...rows, ...(await others(pattern))]
  const taken = new Set([...reserved, ...known.map(({ slug }) => slug)])
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`
    if (!taken.has(slug)) return slug
  }
}

/** Throws 422 for slugs that would hide pages of the site itself. */
export function requireUnreserved(slug: string): void {
  if (reserved.includes(slug)) throw fail.invalid({ slug: ['is reserved'] })
}

function slugOf(title: string, noun: string) {
  const words = title
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9\s-]/g, '')
    .match(/[a-z0-9]+/g)
  // Room for a number.
  const slug = (words ?? [])
    .join('-')
    .slice(0, MAX_SLUG - 10)
    .replace(/-$/, '')
  return slug || `${noun}-${randomBytes(4).toString('hex')}`
}
