import { freezeRevision } from '@powernode/modules/content/domains/revisions/revision.ts'
import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { Time } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { broadcastStatus } from './broadcasts.ts'
import { type ContentDocument, type DocumentKind, UNSCHEDULED } from './document.ts'
import { LockVersion, requireLockVersion } from './lock_version.ts'

/** The fields of a schedule of a page or article. */
export const scheduleFields = (noun: DocumentKind['noun']) => ({
  scheduled_for: Type.Optional(
    Time('When to publish the version that is current now; seconds are cut'),
  ),
  unpublish_at: Type.Optional(Time(`When to unpublish the ${noun}; seconds are cut`)),
  lock_version: Type.Optional(LockVersion),
})

type Schedule = Static<ReturnType<typeof Type.Object<ReturnType<typeof scheduleFields>>>>

/**
 * Schedules a document, instead of an earlier schedule. The version of now is what is published, whatever is saved
 * meanwhile. Throws 422 for times that are not in the future, or in the wrong order.
 */
export async function scheduleDocument<D extends ContentDocument, View>(
  ctx: Ctx,
  kind: DocumentKind<D, View>,
  key: string,
  { lock_version, ...times }: Schedule,
): Promise<View> {
  const { type } = kind
  const scheduled_for = toMinute(times.scheduled_for)
  const unpublish_at = toMinute(times.unpublish_at)
  const id = await ctx.transaction(async (tx) => {
    const document = await kind.lock(tx, key)
    const { id } = document
    await requireLockVersion(tx, kind, document, lock_version)
    requireOrder(kind, document, scheduled_for, unpublish_at, tx.now())
    const scheduled_version = scheduled_for && document.version
    if (scheduled_version) await freezeRevision(tx, { type, id }, scheduled_version)
    const turn = document.turn + 1
    await kind.write(tx, id, { scheduled_for, scheduled_version, unpublish_at, turn })
    const moments = [scheduled_for, unpublish_at].filter((at) => at !== null)
    await kind.enqueueDue(tx, id, turn, moments)
    const { title, slug, version } = document
    await tx.audit(`${type}.scheduled`, id, {
      new: { scheduled_for, unpublish_at },
      metadata: { version },
    })
    await tx.emit(`${type}.scheduled`, {
      ...{ id, title, slug, version },
      scheduled_for: scheduled_for?.toISOString() ?? null,
      unpublish_at: unpublish_at?.toISOString() ?? null,
    })
    await broadcastStatus(tx, kind, id, document.status)
    return id
  })
  return kind.read(ctx, id)
}

/** Ends the schedule of a document. Throws 409 if it has none. */
export async function unscheduleDocument<D extends ContentDocument, View>(
  ctx: Ctx,
  kind: DocumentKind<D, View>,
  key: string,
): Promise<View> {
  const id = await ctx.transaction(async (tx) => {
    const { id, scheduled_for, unpublish_at, turn, status } = await kind.lock(tx, key)
    if (!scheduled_for && !unpublish_at) {
      throw fail.with('invalid_transition', `The ${kind.noun} is not scheduled`)
    }
    await kind.write(tx, id, { ...UNSCHEDULED, turn: turn + 1 })
    await tx.audit(`${kind.type}.unscheduled`, id, { old: { scheduled_for, unpublish_at } })
    await broadcastStatus(tx, kind, id, status)
    return id
  })
  return kind.read(ctx, id)
}

function requireOrder(
  { noun }: Pick<DocumentKind, 'noun'>,
  { status, taken_down_at }: ContentDocument,
  scheduled_for: Date | null,
  unpublish_at: Date | null,
  now: Date,
) {
  if (taken_down_at) {
    throw fail.with('invalid_transition', `An administrator took this ${noun} down`)
  }
  if (!scheduled_for && !unpublish_at) {
    throw fail.invalid({ base: ['must have `scheduled_for` or `unpublish_at`'] })
  }
  if (scheduled_for && scheduled_for <= now) {
    throw fail.invalid({ scheduled_for: ['must be in the future'] })
  }
  if (!unpublish_at) return
  if (unpublish_at <= (scheduled_for ?? now)) {
    const after = scheduled_for ? 'after `scheduled_for`' : 'in the future'
    throw fail.invalid({ unpublish_at: [`must be ${after}`] })
  }
  if (!scheduled_for && status !== 'published') {
    throw fail.invalid({ unpublish_at: [`needs \`scheduled_for\`: the ${noun} is not published`] })
  }
}

function toMinute(at: Date | undefined): Date | null {
  return at ? new Date(Math.floor(at.getTime() / 60_000) * 60_000) : null
}
