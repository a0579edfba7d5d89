import { randomUUIDv7 } from 'node:crypto'
import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { contains, refuseDuplicate } from '@powernode/server/platform/db/database.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Changes,
  Choice,
  Id,
  Nullable,
  type QueryValues,
  Shape,
  Text,
  Time,
  Title,
} from '@powernode/server/platform/http/shapes.ts'
import { diffOf } from '@powernode/server/platform/kernel/audit_entry.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Static } from 'typebox'

const fields = {
  name: Title(100, { description: 'Name, unique in the account', examples: ['Aurora'] }),
  status: Choice(['active', 'retired'], 'Retired boats are deleted after 400 days'),
}

export const Boat = Shape('Boat', {
  id: Id(),
  ...fields,
  painted_at: Nullable(Time('When it was painted')),
  created_at: Time('When it was added'),
  updated_at: Time('When it was last changed'),
})

export const NewBoat = Shape('NewBoat', { name: fields.name })

export const BoatChanges = Changes('BoatChanges', Shape(fields))

export const BoatFilters = {
  status: fields.status,
  search: Text(100, { description: 'Part of the name' }),
}

type Filters = QueryValues<typeof BoatFilters>

export function listBoats(ctx: Ctx, page: PageRequest, { status, search }: Filters) {
  let query = selectBoats(ctx)
  if (status) query = query.where('status', '=', status)
  if (search) query = query.where((eb) => contains(eb.ref('name'), search))
  return paginate(ctx, query, page, 'boats')
}

export async function readBoat(ctx: Ctx, id: string) {
  const boat = await selectBoats(ctx).where('id', '=', id).executeTakeFirst()
  if (!boat) throw fail.notFound('boat')
  return boat
}

/** Adds a boat. A worker paints it. */
export async function createBoat(ctx: Ctx, input: Static<typeof NewBoat>) {
  const id = randomUUIDv7()
  await ctx
    .transaction(async (tx) => {
      await tx
        .own('boats')
        .insert({ ...input, id })
        .execute()
      await tx.audit('boat.created', id, { new: input })
      await tx.emit('boat.created', { id, name: input.name })
      await tx.enqueue('paint_boat', { boat_id: id })
    })
    .catch(nameTaken)
  return readBoat(ctx, id)
}

export async function updateBoat(ctx: Ctx, id: string, changes: Static<typeof BoatChanges>) {
  await ctx
    .transaction(async (tx) => {
      const before = await lockBoat(tx, id)
      await tx
        .own('boats')
        .update({ ...changes, updated_at: tx.now() })
        .where('id', '=', id)
        .execute()
      await tx.audit('boat.updated', id, diffOf(before, changes))
      await tx.emit('boat.updated', { id, changes: Object.keys(changes) })
    })
    .catch(nameTaken)
  return readBoat(ctx, id)
}

export async function deleteBoat(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const { name } = await lockBoat(tx, id)
    await tx.own('boats').delete().where('id', '=', id).execute()
    await tx.audit('boat.deleted', id, { old: { name } })
    await tx.emit('boat.deleted', { id, name })
  })
}

/** Locks the row, so that what is checked still holds when it is written. */
export async function lockBoat(tx: Tx, id: string) {
  const boat = await tx
    .own('boats')
    .select()
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!boat) throw fail.notFound('boat')
  return boat
}

const nameTaken = refuseDuplicate('boats_name', 'name')

function selectBoats(ctx: Ctx) {
  return ctx
    .own('boats')
    .select()
    .select(['id', 'name', 'status', 'painted_at', 'created_at', 'updated_at'])
}
