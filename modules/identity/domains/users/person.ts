import type { Ctx, PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Email, Id, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { credentialsAt } from './credentials.ts'

/** A user as referenced by other records. */
export const Person = Shape('Person', {
  id: Id(),
  name: Text(100, { description: 'Full name' }),
  email: Email(),
})

/**
 * Order of users who share an address: the one who confirmed it, then the one who has had it longest, so that a later
 * user never displaces an earlier one.
 */
export const confirmedFirst = sql`users.email_verified_at is null, users.email_since, users.id`

/** How many of them sign-in and recovery consider. */
export const MAX_USERS_PER_ADDRESS = 3

/** The user joined as `table`; null if an outer join found none. */
export function personOf(table: string) {
  const column = (name: string) => sql.ref(`${table}.${name}`)
  return sql<Static<typeof Person> | null>`case when ${column('id')} is not null then
    jsonb_build_object('id', ${column('id')}, 'name', ${column('name')}, 'email', ${column('email')}) end`
}

/** The user whose id is in a column, as a subquery: counting such a list needs no join. */
export function personAt(column: string) {
  return sql<Static<typeof Person> | null>`(
    select jsonb_build_object('id', u.id, 'name', u.name, 'email', u.email)
    from users u where u.id = ${sql.ref(column)})`
}

/** A user of any account, to show their name in another account. */
export function readPerson(ctx: PlatformCtx, id: string) {
  return ctx
    .acrossAccounts({ because: 'an impersonator may belong to another account' })
    .selectFrom('users')
    .select(['id', 'name', 'email'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

/** Digest of a user's current credentials. */
export async function readCredentials(ctx: PlatformCtx, id: string): Promise<string> {
  const { credentials } = await ctx
    .acrossAccounts({ because: 'an impersonator may belong to another account' })
    .selectFrom('users')
    .select(credentialsAt('users').as('credentials'))
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return credentials
}

/** Whether any user of this account has the address. */
export async function isAddressInAccount(ctx: Ctx, email: string): Promise<boolean> {
  const user = await ctx
    .own('users')
    .select()
    .select('id')
    .where('email', '=', email)
    .executeTakeFirst()
  return user !== undefined
}

/**
 * The user of an address, in any account: the one who confirmed it, else the one who has had it longest. Do not return
 * this row to the caller.
 */
export function findUserByEmail(ctx: PlatformCtx, email: string) {
  return ctx
    .acrossAccounts({ because: 'an address is unique across accounts' })
    .selectFrom('users')
    .select(['id', 'name', 'email', 'account_id', 'status'])
    .select(sql<boolean>`email_verified_at is not null`.as('email_verified'))
    .where('email', '=', email)
    .orderBy(confirmedFirst)
    .executeTakeFirst()
}
