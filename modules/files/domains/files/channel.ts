import type { Channel } from '@powernode/server/platform/cable/channel.ts'
import type { Tx } from '@powernode/server/platform/db/context.ts'
import { Time } from '@powernode/server/platform/http/shapes.ts'

const streamOf = (accountId: string) => `files:${accountId}`

/** Tells the pages of files when others change them. */
export const FileChannel: Channel = {
  summary: 'The files of the account.',
  needs: 'files.read',
  params: {},
  messages: {
    files_changed: {
      summary: 'Files were uploaded, changed, deleted or restored; fetch the list again',
      fields: { timestamp: Time('When it happened') },
    },
  },
  async stream({ actor, account }) {
    const mayRead = actor.kind === 'user' && actor.permissions.has('files.read')
    return mayRead ? streamOf(account.id) : undefined
  },
}

export async function broadcastFiles(tx: Tx): Promise<void> {
  const timestamp = tx.now().toISOString()
  await tx.broadcast(streamOf(tx.account.id), { type: 'files_changed', timestamp })
}
