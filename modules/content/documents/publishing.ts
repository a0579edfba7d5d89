import {
  endFormerSlug,
  keepFormerSlug,
} from '@powernode/modules/content/domains/revisions/former_slug.ts'
import {
  freezeRevision,
  readRevision,
} from '@powernode/modules/content/domains/revisions/revision.ts'
import { type Ctx, callingUser, type Tx } from '@powernode/server/platform/db/context.ts'
import { refuseDuplicate } from '@powernode/server/platform/db/database.ts'
import { Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { broadcastStatus } from './broadcasts.ts'
import {
  type ContentDocument,
  type DocumentColumns,
  type DocumentKind,
  UNSCHEDULED,
} from './document.ts'
import { LockVersion, requireLockVersion } from './lock_version.ts'

export const Publication = Shape('Publication', { lock_version: Type.Optional(LockVersion) })

/** Publishes the working copy, and ends a schedule. */
export async function publishWorkingCopy<D extends ContentDocument, View>(
  ctx: Ctx,
  kind: DocumentKind<D, View>,
  key: string,
  { lock_version }: Static<typeof Publication>,
): Promise<View> {
  const id = await ctx.transaction(async (tx) => {
    const document = await kind.lock(tx, key)
    await requireLockVersion(tx, kind, document, lock_version)
    await publishDocument(tx, kind, document)
    return document.id
  })
  return kind.read(ctx, id)
}

/** Makes a published document a draft again, and ends a schedule. */
export async function endPublication<D extends ContentDocument, View>(
  ctx: Ctx,
  kind: DocumentKind<D, View>,
  key: string,
): Promise<View> {
  const id = await ctx.transaction(async (tx) => {
    const document = await kind.lock(tx, key)
    if (document.status !== 'published') {
      throw fail.with('invalid_transition', `The ${kind.noun} is not published`)
    }
    await unpublishDocument(tx, kind, document)
    return document.id
  })
  return kind.read(ctx, id)
}

/** Throws 403 for users who may not publish. */
export function requirePublisher(ctx: Ctx, { mayPublish }: Pick<DocumentKind, 'mayPublish'>): void {
  if (!callingUser(ctx)?.permissions.has(mayPublish)) throw fail.forbidden(mayPublish)
}

/** Publishes the working copy by hand: the schedule is over. */
export async function publishDocument<D extends ContentDocument>(
  tx: Tx,
  kind: DocumentKind<D>,
  document: D,
): Promise<void> {
  const { version, published_version, scheduled_for, unpublish_at, turn } = document
  if (version === published_version && !scheduled_for && !unpublish_at) return
  await publishVersion(tx, kind, document, version, { ...UNSCHEDULED, turn: turn + 1 })
}

/**
 * Shows a version to visitors from now on, under its own slug. Throws 422 on `slug` if another document has it, also one of
 * another account.
 */
export async function publishVersion<D extends ContentDocument>(
  tx: Tx,
  kind: DocumentKind<D>,
  document: D,
  version: number,
  schedule: DocumentColumns,
): Promise<void> {
  const { type, noun } = kind
  const { id, public_slug } = document
  if (document.taken_down_at) {
    const reason = document.taken_down_reason ?? ''
    throw fail.with('invalid_transition', `An administrator took this ${noun} down: ${reason}`)
  }
  const text = await readRevision(tx, { type, id }, version)
  const { title } = text
  const { slug } = text.fields as { slug: string }
  await freezeRevision(tx, { type, id }, version)
  await kind
    .write(tx, id, {
      ...schedule,
      status: 'published',
      published_version: version,
      published_at: document.published_at ?? tx.now(),
      public_slug: slug,
    })
    .catch(refuseDuplicate(kind.slugs.public, 'slug'))
  if (public_slug && public_slug !== slug) await keepFormerSlug(tx, { type, id }, public_slug)
  await endFormerSlug(tx, { type, id }, slug)
  await kind.shown(tx, document, text)
  await tx.audit(`${type}.published`, id, { new: { title, slug }, metadata: { version } })
  await tx.emit(`${type}.published`, { id, title, slug, version })
  await broadcastStatus(tx, kind, id, 'published')
  await tx.refresh('site')
}

/** Hides a document from visitors. Without `schedule`, its schedule is over. */
export async function unpublishDocument<D extends ContentDocument>(
  tx: Tx,
  kind: DocumentKind<D>,
  document: D,
  schedule: DocumentColumns = { ...UNSCHEDULED, turn: document.turn + 1 },
): Promise<void> {
  const { type } = kind
  const { id, title, slug } = document
  await kind.write(tx, id, {
    ...schedule,
    status: 'draft',
    published_version: null,
    published_at: null,
  })
  await kind.hidden(tx, document)
  await tx.audit(`${type}.unpublished`, id, { old: { title, slug } })
  await tx.emit(`${type}.unpublished`, { id, title, slug })
  await broadcastStatus(tx, kind, id, 'draft')
  await tx.refresh('site')
}
