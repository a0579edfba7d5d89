import type { Channel } from '@powernode/server/platform/cable/channel.ts'
import type { Tx } from '@powernode/server/platform/db/context.ts'
import { Time } from '@powernode/server/platform/http/shapes.ts'

const streamOf = (accountId: string) => `kb_comments:${accountId}`

/** Tells moderators of new comments, and of those that others moderated. */
export const ModerationChannel: Channel = {
  summary: 'The comments on articles of the account.',
  needs: 'kb_comments.moderate',
  params: {},
  messages: {
    comments_changed: {
      summary: 'Comments were written, moderated or deleted; fetch the list again',
      fields: { timestamp: Time('When it happened') },
    },
  },
  async stream({ actor, account }) {
    const may = actor.kind === 'user' && actor.permissions.has('kb_comments.moderate')
    return may ? streamOf(account.id) : undefined
  },
}

export async function broadcastComments(tx: Tx): Promise<void> {
  const timestamp = tx.now().toISOString()
  await tx.broadcast(streamOf(tx.account.id), { type: 'comments_changed', timestamp })
}
