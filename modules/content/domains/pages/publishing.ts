import { linkFiles } from '@powernode/modules/files/domains/files/links.ts'
import { type Ctx, callingUser, type Tx } from '@powernode/server/platform/db/context.ts'
import { refuseDuplicate } from '@powernode/server/platform/db/database.ts'
import { Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { broadcastStatus } from './channel.ts'
import { LockVersion, requireLockVersion } from './lock_version.ts'
import { type LockedPage, lockPage, readPage } from './page.ts'
import { freezeRevision, readRevision } from './revision.ts'

/** A page without a schedule. */
export const UNSCHEDULED = { scheduled_for: null, scheduled_version: null, unpublish_at: null }

export const Publication = Shape('Publication', { lock_version: Type.Optional(LockVersion) })

/** Publishes the working copy, and ends a schedule. */
export async function publishWorkingCopy(
  ctx: Ctx,
  id: string,
  { lock_version }: Static<typeof Publication>,
) {
  await ctx.transaction(async (tx) => {
    const page = await lockPage(tx, id)
    await requireLockVersion(tx, page, lock_version)
    await publishPage(tx, page)
  })
  return readPage(ctx, id)
}

/** Makes a published page a draft again, and ends a schedule. */
export async function endPublication(ctx: Ctx, id: string) {
  await ctx.transaction(async (tx) => {
    const page = await lockPage(tx, id)
    if (page.status === 'draft') throw fail.with('invalid_transition', 'The page is not published')
    await unpublishPage(tx, page)
  })
  return readPage(ctx, id)
}

/** Throws 403 for users who may not publish. */
export function requirePublisher(ctx: Ctx): void {
  if (!callingUser(ctx)?.permissions.has('pages.publish')) throw fail.forbidden('pages.publish')
}

/** Publishes a version by hand: the schedule is over. */
export async function publishPage(tx: Tx, page: LockedPage): Promise<void> {
  const { version, published_version, scheduled_for, unpublish_at } = page
  if (version === published_version && !scheduled_for && !unpublish_at) return
  await publishVersion(tx, page, version, { ...UNSCHEDULED, turn: page.turn + 1 })
}

/**
 * Shows a version to visitors from now on, under its own slug. Throws 422 on `slug` if another page has it, also one of
 * another account.
 */
export async function publishVersion(
  tx: Tx,
  page: LockedPage,
  version: number,
  schedule: Partial<LockedPage>,
): Promise<void> {
  const { id, public_slug } = page
  if (page.taken_down_at) {
    const reason = page.taken_down_reason ?? ''
    throw fail.with('invalid_transition', `An administrator took this page down: ${reason}`)
  }
  const { title, content, fields } = await readRevision(tx, { type: 'page', id }, version)
  const { slug } = fields as { slug: string }
  await freezeRevision(tx, { type: 'page', id }, version)
  await tx
    .own('pages')
    .update({
      ...schedule,
      status: 'published',
      published_version: version,
      published_at: page.published_at ?? tx.now(),
      public_slug: slug,
    })
    .where('id', '=', id)
    .execute()
    .catch(refuseDuplicate('pages_public_slug', 'slug'))
  if (public_slug && public_slug !== slug) await keepFormerSlug(tx, id, public_slug)
  await tx
    .own('former_slugs')
    .delete()
    .where('subject_id', '=', id)
    .where('slug', '=', slug)
    .execute()
  await linkFiles(tx, { type: 'page', id }, content)
  await tx.audit('page.published', id, { new: { title, slug }, metadata: { version } })
  await tx.emit('page.published', { id, title, slug, version })
  await broadcastStatus(tx, id, 'published')
  await tx.refresh('site')
}

/** Hides a page from visitors. Without `schedule`, its schedule is over. */
export async function unpublishPage(
  tx: Tx,
  page: LockedPage,
  schedule: Partial<LockedPage> = { ...UNSCHEDULED, turn: page.turn + 1 },
): Promise<void> {
  const { id, title, slug } = page
  await tx
    .own('pages')
    .update({ ...schedule, status: 'draft', published_version: null, published_at: null })
    .where('id', '=', id)
    .execute()
  await linkFiles(tx, { type: 'page', id }, '')
  await tx.audit('page.unpublished', id, { old: { title, slug } })
  await tx.emit('page.unpublished', { id, title, slug })
  await broadcastStatus(tx, id, 'draft')
  await tx.refresh('site')
}

/** Redirects from a slug to the page, also if it was one of another page before: the last one to have it counts. */
async function keepFormerSlug(tx: Tx, id: string, slug: string) {
  await tx
    .own('former_slugs')
    .insert({ subject_type: 'page', slug, subject_id: id })
    .onConflict((conflict) =>
      conflict
        .constraint('former_slugs_slug')
        .doUpdateSet({ subject_id: id, account_id: tx.account.id, updated_at: tx.now() }),
    )
    .execute()
}
