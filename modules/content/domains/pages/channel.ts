import type { Channel } from '@powernode/server/platform/cable/channel.ts'
import { type Ctx, callingUser, type Tx } from '@powernode/server/platform/db/context.ts'
import { isId } from '@powernode/server/platform/http/formats.ts'
import { Choice, Count, Id, Nullable, Text, Time } from '@powernode/server/platform/http/shapes.ts'

const pageStream = (id: string) => `pages:page:${id}`
const Name = Nullable(Text(100, { description: 'Full name', examples: ['Ada Lovelace'] }))

/** Tells who else works on a document, so that a conflict shows before the work is done. */
export const ContentChannel: Channel = {
  summary: 'One page while it is edited: who saves it, and who else works on it.',
  needs: 'pages.read',
  params: { page_id: Id('A page of the account') },
  messages: {
    page_saved: {
      summary: 'The working copy was saved',
      fields: {
        lock_version: Count('Number of saves'),
        version: Count('Its version'),
        user_id: Nullable(Id('Who saved it')),
        name: Name,
        timestamp: Time('When it happened'),
      },
    },
    page_status_changed: {
      summary: 'It was published, unpublished or scheduled; fetch it again',
      fields: {
        status: Choice(['draft', 'published'], 'Status'),
        timestamp: Time('When it happened'),
      },
    },
    page_edited: {
      summary: 'Somebody has changes that are not saved; repeated while they work',
      fields: { user_id: Id('Who'), name: Name, timestamp: Time('When it happened') },
    },
  },
  async stream(ctx, { page_id }) {
    const { actor } = ctx
    if (actor.kind !== 'user' || !actor.permissions.has('pages.read')) return undefined
    if (typeof page_id !== 'string' || !isId(page_id)) return undefined
    const page = await ctx
      .own('pages')
      .select()
      .select('id')
      .where('id', '=', page_id)
      .executeTakeFirst()
    return page && pageStream(page.id)
  },
  actions: {
    edit: {
      summary:
        'Tells the others that you have changes that are not saved. Send it with `page_id`, at most every 20 seconds.',
      answers: 'page_edited',
      async run(ctx, data) {
        const timestamp = ctx.now().toISOString()
        const message = { type: 'page_edited', ...(await callerOf(ctx)), timestamp }
        const stream = await ContentChannel.stream(ctx, data)
        if (stream) await ctx.transaction((tx) => tx.broadcast(stream, message))
        return message
      },
    },
  },
}

/** Tells the editors of a page that it was saved. */
export async function broadcastSaved(
  tx: Tx,
  { id, lock_version, version }: { id: string; lock_version: number; version: number },
): Promise<void> {
  const saved = { type: 'page_saved', lock_version, version, ...(await callerOf(tx)) }
  await tx.broadcast(pageStream(id), { ...saved, timestamp: tx.now().toISOString() })
}

/** Tells the editors of a page that its status or schedule changed. */
export async function broadcastStatus(tx: Tx, id: string, status: string): Promise<void> {
  const timestamp = tx.now().toISOString()
  await tx.broadcast(pageStream(id), { type: 'page_status_changed', status, timestamp })
}

async function callerOf(ctx: Ctx) {
  const user_id = callingUser(ctx)?.userId
  if (!user_id) return { user_id: null, name: null }
  const user = await ctx
    .own('users')
    .select()
    .select('name')
    .where('id', '=', user_id)
    .executeTakeFirst()
  return { user_id, name: user?.name ?? null }
}
