import { randomUUIDv7 } from 'node:crypto'
import { endWithoutSecondFactor } from '@powernode/modules/identity/domains/impersonations/ending.ts'
import { Person, personOf } from '@powernode/modules/identity/domains/users/person.ts'
import { type Ctx, requireUser } from '@powernode/server/platform/db/context.ts'
import { json } from '@powernode/server/platform/db/database.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import { Choice, Id, Nullable, Shape, Time } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import {
  changesOf,
  pick,
  type SettingName,
  type Settings,
  settingNames,
  shapeOf,
} from '@powernode/server/platform/settings/catalogue.ts'
import { readSettings } from '@powernode/server/platform/settings/settings.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'

export const GeneralSettings = shapeOf('general')
export const GeneralChanges = changesOf('general')

const Value = (description: string) =>
  Type.Unsafe<unknown>({ type: ['string', 'integer', 'boolean', 'null'], description })

/** One change of one setting. */
export const SettingChange = Shape('SettingChange', {
  id: Id(),
  name: Choice(settingNames, 'The setting'),
  old_value: Value('The previous value'),
  new_value: Value('The new value'),
  changed_by: Nullable(Person),
  created_at: Time('When it was changed'),
})

export const ChangeFilters = { name: SettingChange.properties.name }

export function readGeneralSettings({ platform }: Ctx): Static<typeof GeneralSettings> {
  return pick(platform.settings.values, 'general')
}

export async function updateGeneralSettings(ctx: Ctx, changes: Static<typeof GeneralChanges>) {
  await changeSettings(ctx, changes)
  return readGeneralSettings(ctx)
}

/**
 * Saves values for every process, each with a row of history. Unchanged values are skipped. Concurrent changes run one
 * after the other.
 */
export async function changeSettings(ctx: Ctx, changes: Partial<Settings>): Promise<void> {
  requireOwnSecondFactor(ctx, changes)
  await ctx.transaction(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('powernode settings'))`.execute(tx.db)
    const before = await inForce(tx)
    const changed = (Object.keys(changes) as SettingName[]).filter(
      (name) => changes[name] !== before[name],
    )
    if (changed.length === 0) return
    const created_at = await nextChangeTime(tx)
    const rows = changed.map((name) => ({
      id: randomUUIDv7(),
      name,
      changed_by_id: requireUser(tx).userId,
      created_at,
      old_value: anyJson(before[name]),
      new_value: anyJson(changes[name]),
    }))
    await tx.db.insertInto('admin_settings').values(rows).execute()
    const pick = (values: Partial<Settings>) =>
      Object.fromEntries(changed.map((name) => [name, values[name]]))
    await tx.audit('admin_settings.updated', null, { old: pick(before), new: pick(changes) })
    if (changes.require_two_factor_for_admins) await endWithoutSecondFactor(tx)
    await tx.refresh('settings')
  })
}

/** The changes, newest first. */
export function listSettingChanges(ctx: Ctx, page: PageRequest, { name }: { name?: SettingName }) {
  let query = ctx
    .acrossAccounts('admin.settings.read')
    .selectFrom('admin_settings')
    .leftJoin('users', 'users.id', 'admin_settings.changed_by_id')
    .select([
      'admin_settings.id',
      'old_value',
      'new_value',
      'admin_settings.created_at',
      sql<SettingName>`admin_settings.name`.as('name'),
      personOf('users').as('changed_by'),
    ])
    .where('admin_settings.name', 'in', settingNames)
  if (name) query = query.where('admin_settings.name', '=', name)
  return paginate(ctx, query, page, 'admin_settings')
}

/** Requiring a second factor of administrators needs one, so that the caller is not locked out. */
function requireOwnSecondFactor(ctx: Ctx, { require_two_factor_for_admins }: Partial<Settings>) {
  if (!require_two_factor_for_admins || requireUser(ctx).twoFactor) return
  throw fail.invalid({
    require_two_factor_for_admins: [
      'You must use two-factor authentication yourself: enable it under Security first',
    ],
  })
}

function inForce({ db, platform }: Ctx) {
  return readSettings(db, platform.config, platform.log)
}

/** Now, or just after the last change: the order must not depend on the clocks of two servers. */
async function nextChangeTime({ db, now }: Ctx) {
  const { last } = await db
    .selectFrom('admin_settings')
    .select(({ fn }) => fn.max('created_at').as('last'))
    .executeTakeFirstOrThrow()
  return new Date(Math.max(now().getTime(), (last?.getTime() ?? 0) + 1))
}

/** jsonb columns are dictionaries by their generated type; a setting is a single value. */
function anyJson(value: unknown) {
  return json(value as Record<string, unknown>)
}
