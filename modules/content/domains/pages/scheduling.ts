import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { Shape, Time } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { broadcastStatus } from './channel.ts'
import { LockVersion, requireLockVersion } from './lock_version.ts'
import { type LockedPage, lockPage, readPage } from './page.ts'
import { UNSCHEDULED } from './publishing.ts'
import { freezeRevision } from './revision.ts'

export const PageSchedule = Shape('PageSchedule', {
  scheduled_for: Type.Optional(
    Time('When to publish the version that is current now; seconds are cut'),
  ),
  unpublish_at: Type.Optional(Time('When to unpublish the page; seconds are cut')),
  lock_version: Type.Optional(LockVersion),
})

/**
 * Schedules a page, instead of an earlier schedule. The version of now is what is published, whatever is saved meanwhile.
 * Throws 422 for times that are not in the future, or in the wrong order.
 */
export async function schedulePage(
  ctx: Ctx,
  id: string,
  { lock_version, ...times }: Static<typeof PageSchedule>,
) {
  const scheduled_for = toMinute(times.scheduled_for)
  const unpublish_at = toMinute(times.unpublish_at)
  await ctx.transaction(async (tx) => {
    const page = await lockPage(tx, id)
    await requireLockVersion(tx, page, lock_version)
    requireOrder(page, scheduled_for, unpublish_at, tx.now())
    const scheduled_version = scheduled_for && page.version
    if (scheduled_version) await freezeRevision(tx, { type: 'page', id }, scheduled_version)
    const turn = page.turn + 1
    await tx
      .own('pages')
      .update({ scheduled_for, scheduled_version, unpublish_at, turn })
      .where('id', '=', id)
      .execute()
    const moments = [scheduled_for, unpublish_at].filter((at) => at !== null)
    await tx.enqueueAll(
      'publish_page',
      moments.map((runAt) => ({ input: { page_id: id, turn }, runAt })),
    )
    const { title, slug, version } = page
    await tx.audit('page.scheduled', id, {
      new: { scheduled_for, unpublish_at },
      metadata: { version },
    })
    await tx.emit('page.scheduled', {
      ...{ id, title, slug, version },
      scheduled_for: scheduled_for?.toISOString() ?? null,
      unpublish_at: unpublish_at?.toISOString() ?? null,
    })
    await broadcastStatus(tx, id, page.status)
  })
  return readPage(ctx, id)
}

/** Ends the schedule of a page. Throws 409 if it has none. */
export async function unschedulePage(ctx: Ctx, id: string) {
  await ctx.transaction(async (tx) => {
    const page = await lockPage(tx, id)
    const { scheduled_for, unpublish_at, turn, status } = page
    if (!scheduled_for && !unpublish_at) {
      throw fail.with('invalid_transition', 'The page is not scheduled')
    }
    await tx
      .own('pages')
      .update({ ...UNSCHEDULED, turn: turn + 1 })
      .where('id', '=', id)
      .execute()
    await tx.audit('page.unscheduled', id, { old: { scheduled_for, unpublish_at } })
    await broadcastStatus(tx, id, status)
  })
  return readPage(ctx, id)
}

function requireOrder(
  { status, taken_down_at }: LockedPage,
  scheduled_for: Date | null,
  unpublish_at: Date | null,
  now: Date,
) {
  if (taken_down_at) {
    throw fail.with('invalid_transition', 'An administrator took this page down')
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
  if (!scheduled_for && status === 'draft') {
    throw fail.invalid({ unpublish_at: ['needs `scheduled_for`: the page is not published'] })
  }
}

function toMinute(at: Date | undefined): Date | null {
  return at ? new Date(Math.floor(at.getTime() / 60_000) * 60_000) : null
}
