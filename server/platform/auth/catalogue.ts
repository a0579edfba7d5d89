import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { type Database, json } from '../db/database.ts'
import { allPermissions, categoryOf, defaultRoles, descriptionOf } from '../kernel/permissions.ts'

/**
 * Writes the permissions and default roles to their tables, for foreign keys and lists. Runs at every start; servers
 * that start at the same time write the same result. Only the latest version removes what it does not know.
 */
export async function syncCatalogue(db: Database, isLatest: boolean): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('powernode catalogue'))`.execute(trx)
    await trx
      .insertInto('permissions')
      .values(
        allPermissions.map((name) => ({
          id: randomUUIDv7(),
          name,
          description: descriptionOf(name),
          category: categoryOf(name),
        })),
      )
      .onConflict((conflict) =>
        conflict.column('name').doUpdateSet((eb) => ({
          description: eb.ref('excluded.description'),
          category: eb.ref('excluded.category'),
        })),
      )
      .execute()
    if (isLatest) {
      await trx.deleteFrom('permissions').where('name', 'not in', allPermissions).execute()
    }

    const roles = Object.entries(defaultRoles)
    await trx
      .insertInto('roles')
      .values(
        roles.map(([name, { permissions: _, ...role }]) => ({ id: randomUUIDv7(), name, ...role })),
      )
      .onConflict((conflict) =>
        conflict.columns(['account_id', 'name']).doUpdateSet((eb) => ({
          display_name: eb.ref('excluded.display_name'),
          description: eb.ref('excluded.description'),
          role_type: eb.ref('excluded.role_type'),
        })),
      )
      .execute()

    const grants = roles.flatMap(([role, { permissions: names }]) =>
      names.map((permission) => ({ role, permission })),
    )
    await sql`
      with granted as (
        select r.id as role_id, p.id as permission_id
        from jsonb_to_recordset(${json(grants)}) as g(role text, permission text)
        join roles r on r.name = g.role and r.account_id is null
        join permissions p on p.name = g.permission
      ), dropped as (
        delete from role_permissions rp using roles r
        where ${isLatest}::boolean and r.id = rp.role_id and r.account_id is null
          and (rp.role_id, rp.permission_id) not in (select * from granted)
      )
      insert into role_permissions select * from granted on conflict do nothing`.execute(trx)
  })
}

/** Names of the roles of an account that include a permission. Shown to users who lack it. */
export async function rolesGranting(
  db: Database,
  accountId: string | undefined,
  permission: string,
): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select r.name from roles r
    join role_permissions rp on rp.role_id = r.id join permissions p on p.id = rp.permission_id
    where p.name = ${permission} and r.role_type <> 'system'
      and (r.account_id is null or r.account_id = ${accountId ?? null}) order by r.name`.execute(db)
  return rows.map(({ name }) => name)
}
