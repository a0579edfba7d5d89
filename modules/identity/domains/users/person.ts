import type { Ctx, PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Email, Id, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { credentialsAt } from './credentials.ts'

/** A person as others' records name them. */
export const Person = Shape('Person', {
  id: Id(),
  name: Text(100, { description: 'Full name' }),
  email: Email(),
})

/**
 * Of several people who gave an address, whoever confirmed it, then who gave it first: nobody is pushed aside by who
 * gives it later.
 */
export const confirmedFirst = sql`users.email_verified_at is null, users.email_since, users.id`

/** How many of them sign-in and recovery look at. */
export const MAX_USERS_PER_ADDRESS = 3

/** The person joined as `table`, null where an outer join found nobody. */
export function personOf(table: string) {
  const column = (name: string) => sql.ref(`${table}.${name}`)
  return sql<Static<typeof Person> | null>`case when ${column('id')} is not null then
    jsonb_build_object('id', ${column('id')}, 'name', ${column('name')}, 'email', ${column('email')}) end`
}

/** The person a column names, looked up row by row: counting such a list needs no join. */
export function personAt(column: string) {
  return sql<Static<typeof Person> | null>`(
    select jsonb_build_object('id', u.id, 'name', u.name, 'email', u.email)
    from users u where u.id = ${sql.ref(column)})`
}

/** Whoever acts on an account from outside it, to name them to the people there. */
export function readPerson(ctx: PlatformCtx, id: string) {
  return ctx
    .acrossAccounts({ because: 'who acts as somebody may be of another account' })
    .selectFrom('users')
    .select(['id', 'name', 'email'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

/** What somebody signs in with at this moment, as a digest. */
export async function readCredentials(ctx: PlatformCtx, id: string): Promise<string> {
  const { credentials } = await ctx
    .acrossAccounts({ because: 'who acts as somebody may be of another account' })
    .selectFrom('users')
    .select(credentialsAt('users').as('credentials'))
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return credentials
}

/** Whether anybody of this account gave an address. */
export async function isAddressInAccount(ctx: Ctx, email: string): Promise<boolean> {
  const person = await ctx
    .own('users')
    .select()
    .select('id')
    .where('email', '=', email)
    .executeTakeFirst()
  return person !== undefined
}

/**
 * Who has an address, in whatever account: whoever confirmed it, else the first who gave it. Not to be shown as it is.
 */
export function findPersonByEmail(ctx: PlatformCtx, email: string) {
  return ctx
    .acrossAccounts({ because: 'an address is unique across accounts' })
    .selectFrom('users')
    .select(['id', 'name', 'email', 'account_id', 'status'])
    .select(sql<boolean>`email_verified_at is not null`.as('email_verified'))
    .where('email', '=', email)
    .orderBy(confirmedFirst)
    .executeTakeFirst()
}
