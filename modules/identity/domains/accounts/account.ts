import type { Ctx, PlatformTx } from '@powernode/server/platform/db/context.ts'
import { json, refuseDuplicate } from '@powernode/server/platform/db/database.ts'
import { requireSmallObjects } from '@powernode/server/platform/http/bounds.ts'
import {
  Changes,
  Choice,
  Count,
  Dictionary,
  Email,
  Id,
  Nullable,
  Pattern,
  Shape,
  Text,
  Time,
  Title,
} from '@powernode/server/platform/http/shapes.ts'
import { diffOf } from '@powernode/server/platform/kernel/audit_entry.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { acceptTimeZone, TimeZone } from './time_zone.ts'

const Name = Title(100, {
  min: 2,
  description: 'Name of the account, 2 to 100 characters',
  examples: ['Analytical Engines'],
})
const Subdomain = Pattern('^[a-z0-9-]{3,30}$', 'must be 3 to 30 of a–z, 0–9 and hyphen', {
  description: 'Short name for URLs: 3 to 30 of a–z, 0–9 and hyphen; unique on this server',
  examples: ['analytical-engines'],
})
const Status = Choice(['active', 'suspended', 'cancelled'], 'Only active accounts can be used')
const Settings = Dictionary('Custom settings of the account; an update merges the top level', [
  { industry: 'Computing' },
])

export const AccountBrief = Shape('AccountBrief', {
  id: Id(),
  name: Name,
  status: Status,
  subdomain: Subdomain,
})

export const Account = Shape('Account', {
  ...AccountBrief.properties,
  time_zone: TimeZone,
  settings: Settings,
  billing_email: Nullable(Email('Address for invoices')),
  tax_id: Nullable(Text(50, { description: 'Tax number', examples: ['GB123456789'] })),
  owner: Nullable(
    Shape({ id: Id(), name: Text(100, { description: 'Full name' }), email: Email() }),
  ),
  users_count: Count('Number of users in the account'),
  created_at: Time('When the account was created'),
  updated_at: Time('When it was last updated'),
})

export const AccountChanges = Changes(
  'AccountChanges',
  Shape({
    name: Name,
    subdomain: Subdomain,
    time_zone: TimeZone,
    settings: Settings,
    billing_email: Account.properties.billing_email,
    tax_id: Account.properties.tax_id,
  }),
)

export function readAccount(ctx: Ctx): Promise<Static<typeof Account>> {
  return ctx.db
    .selectFrom('accounts')
    .select((eb) => [
      'id',
      'name',
      'status',
      'subdomain',
      'time_zone',
      'settings',
      'billing_email',
      'tax_id',
      'created_at',
      'updated_at',
      sql<number>`(select count(*) from users where account_id = ${eb.ref('accounts.id')})`.as(
        'users_count',
      ),
      sql<Static<typeof Account>['owner']>`(
        select jsonb_build_object('id', u.id, 'name', u.name, 'email', u.email)
        from users u join user_roles ur on ur.user_id = u.id join roles r on r.id = ur.role_id
        where u.account_id = ${eb.ref('accounts.id')} and r.name = 'owner' and r.account_id is null
        order by u.created_at limit 1)`.as('owner'),
    ])
    .where('id', '=', ctx.account.id)
    .executeTakeFirstOrThrow()
}

export async function updateAccount(ctx: Ctx, input: Static<typeof AccountChanges>) {
  const before = await readAccount(ctx)
  const { time_zone } = input
  requireSmallObjects({ settings: { ...before.settings, ...input.settings } })
  const changes =
    time_zone === undefined ? input : { ...input, time_zone: await acceptTimeZone(ctx, time_zone) }
  await ctx
    .transaction(async (tx) => {
      const { settings, ...columns } = changes
      await tx.db
        .updateTable('accounts')
        .set({ ...columns, updated_at: ctx.now() })
        .set((eb) => ({ settings: sql`${eb.ref('settings')} || ${json(settings ?? {})}` }))
        .where('id', '=', ctx.account.id)
        .execute()
      await tx.audit('account.updated', ctx.account.id, diffOf(before, changes))
      await tx.emit('account.updated', { id: ctx.account.id, changes: Object.keys(changes) })
      await tx.forget({ account: ctx.account.id })
    })
    .catch(refuseDuplicate('accounts_subdomain_key', 'subdomain'))
  return readAccount(ctx)
}

/** Creates an account with a subdomain derived from its name; a number is appended if it is taken. */
export async function createAccount(tx: PlatformTx, id: string, name: string) {
  const base = slugOf(name)
  for (let suffix = 0; ; suffix++) {
    const subdomain = suffix ? `${base.slice(0, 29 - String(suffix).length)}-${suffix}` : base
    const made = await tx.db
      .insertInto('accounts')
      .values({ id, name, subdomain })
      .onConflict((conflict) => conflict.column('subdomain').doNothing())
      .returning(['id', 'name', 'status', 'subdomain'])
      .executeTakeFirst()
    if (!made) continue
    await tx.inAccount(id).audit('account.created', id, { new: { name, subdomain } })
    await tx.inAccount(id).emit('account.created', { id, name, subdomain })
    return made
  }
}

/** Locks the account until commit, so that no other transaction changes its owners. */
export async function lockAccount(tx: PlatformTx, id: string): Promise<void> {
  await tx.db.selectFrom('accounts').select('id').where('id', '=', id).forNoKeyUpdate().execute()
}

/** "Test Company" → "test-company", truncated and padded to a valid subdomain. */
function slugOf(name: string) {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
  return slug.slice(0, 30).padEnd(3, 'x')
}
