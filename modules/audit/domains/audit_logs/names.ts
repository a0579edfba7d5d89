import type { Person } from '@powernode/modules/identity/domains/users/person.ts'
import { isAnonymous } from '@powernode/server/platform/audit/classification.ts'
import type { RecordNames } from '@powernode/server/platform/audit/record_names.ts'
import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { isId } from '@powernode/server/platform/http/formats.ts'
import { Choice, Nullable, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'

/** How many of the latest entries of a deleted record are searched for its name. */
const RECENT = 20

export const ResourceName = Nullable(
  Text(300, {
    description: 'Current name of the resource, or its last known name if it was deleted',
    examples: ['Grace Hopper'],
  }),
)

export const ResourceExists = Type.Boolean({
  description: 'Whether the resource still exists; false if that is unknown',
  examples: [true],
})

export const AuditActor = Shape('AuditActor', {
  type: Choice(
    ['user', 'api_key', 'worker', 'visitor', 'system'],
    'Who did it; visitor if nobody was signed in',
  ),
  id: Nullable(Text(100, { description: 'Id of the user, API key or worker' })),
  name: Nullable(
    Text(300, { description: 'Name of the user, API key or worker', examples: ['Ada Lovelace'] }),
  ),
})

type Actor = Static<typeof AuditActor>
type Reference = { type: string; id: string }
type Found = { name: string | null; exists: boolean }

interface Unnamed {
  action: string
  resource_type: string
  resource_id: string | null
  user_id: string | null
  user: Static<typeof Person> | null
  source: string
  metadata: Record<string, unknown>
}

/** Adds the names of actors and resources to entries of the account: one query for all of them. */
export async function withNames<T extends Unnamed>(ctx: Ctx, entries: T[]) {
  const find = await findRecords(ctx, entries.flatMap(referencesOf))
  return entries.map(({ user_id, ...entry }) => {
    const { type, id } = actorOf({ ...entry, user_id })
    const resource = find(entry.resource_type, entry.resource_id)
    return {
      ...entry,
      resource_name: resource.name,
      resource_exists: resource.exists,
      actor: {
        type,
        id,
        name: type === 'user' && entry.user ? entry.user.name : find(type, id).name,
      },
    }
  })
}

function referencesOf(entry: Unnamed): Reference[] {
  const { resource_type: type, resource_id } = entry
  const actor = actorOf(entry)
  return [
    ...(resource_id ? [{ type, id: resource_id }] : []),
    ...(actor.id && !(actor.type === 'user' && entry.user)
      ? [{ type: actor.type, id: actor.id }]
      : []),
  ]
}

function actorOf({ action, user_id, source, metadata }: Unnamed): Pick<Actor, 'type' | 'id'> {
  if (isAnonymous(action)) return { type: 'visitor', id: null }
  const { api_key_id, worker_id } = metadata
  if (typeof api_key_id === 'string') return { type: 'api_key', id: api_key_id }
  if (typeof worker_id === 'string') return { type: 'worker', id: worker_id }
  if (user_id) return { type: 'user', id: user_id }
  return { type: source === 'web' ? 'visitor' : 'system', id: null }
}

async function findRecords(ctx: Ctx, references: Reference[]) {
  const { names: known } = ctx.platform.composition
  const ids = Map.groupBy(
    references.filter(({ type, id }) => Object.hasOwn(known, type) && isId(id)),
    ({ type }) => type,
  )
  const parts = [...ids].map(([type, found]) => {
    const { rows, recorded = 'name' } = known[type] as RecordNames
    const unique = [...new Set(found.map(({ id }) => id))]
    return sql<Reference & Found>`
      select ${type}::text as type, wanted.id::text as id, named.id is not null as exists,
        left(coalesce(named.name, ${lastRecorded(ctx, type, recorded)}), 300) as name
      from unnest(${unique}::uuid[]) as wanted (id)
      left join ${rows(ctx)} as named on named.id = wanted.id`
  })
  const records = new Map<string, Found>()
  if (parts.length > 0) {
    const { rows } = await sql<Reference & Found>`${sql.join(parts, sql` union all `)}`.execute(
      ctx.acrossAccounts({ because: 'each part is limited to the account by own()' }),
    )
    for (const { type, id, ...found } of rows) records.set(`${type} ${id}`, found)
  }
  return (type: string, id: string | null): Found =>
    records.get(`${type} ${id}`) ?? { name: null, exists: false }
}

/** The name in the latest entries of a record of the account. */
function lastRecorded(ctx: Ctx, type: string, field: string) {
  const value = sql`coalesce(latest.new_values ->> ${field}, latest.old_values ->> ${field})`
  const latest = ctx
    .own('audit_logs')
    .select()
    .select(['new_values', 'old_values'])
    .where('resource_type', '=', type)
    .where(sql<boolean>`resource_id = wanted.id::text`)
    .orderBy('created_at', 'desc')
    .limit(sql.lit(RECENT))
  return sql`(select ${value} from ${latest} as latest where ${value} is not null limit 1)`
}
