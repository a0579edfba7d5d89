import type { Channel } from '@powernode/server/platform/cable/channel.ts'
import { isId } from '@powernode/server/platform/http/formats.ts'
import { Choice, Count, Id, Nullable, Text, Time } from '@powernode/server/platform/http/shapes.ts'
import type { Permission } from '@powernode/server/platform/kernel/permissions.ts'
import { namedCaller, streamOf } from './broadcasts.ts'

const Name = Nullable(Text(100, { description: 'Full name', examples: ['Ada Lovelace'] }))

/** A channel that tells who else works on a document, so that a conflict shows before the work is done. */
export function documentChannel(
  kind: { table: 'pages' | 'kb_articles'; noun: 'page' | 'article' },
  needs: Permission,
  statuses: readonly string[],
): Channel {
  const { table, noun } = kind
  const param = `${noun}_id`
  const channel: Channel = {
    summary: `One ${noun} while it is edited: who saves it, and who else works on it.`,
    needs,
    params: { [param]: Id(`The ${noun}, one of the account`) },
    messages: {
      [`${noun}_saved`]: {
        summary: 'The working copy was saved',
        fields: {
          lock_version: Count('Number of saves'),
          version: Count('Its version'),
          user_id: Nullable(Id('Who saved it')),
          name: Name,
          timestamp: Time('When it happened'),
        },
      },
      [`${noun}_status_changed`]: {
        summary: 'It was published, unpublished or scheduled; fetch it again',
        fields: { status: Choice(statuses, 'Status'), timestamp: Time('When it happened') },
      },
      [`${noun}_edited`]: {
        summary: 'Somebody has changes that are not saved; repeated while they work',
        fields: { user_id: Id('Who'), name: Name, timestamp: Time('When it happened') },
      },
    },
    async stream(ctx, { [param]: id }) {
      const { actor } = ctx
      if (actor.kind !== 'user' || !actor.permissions.has(needs)) return undefined
      if (typeof id !== 'string' || !isId(id)) return undefined
      // Both tables have ids.
      const found = await ctx
        .own(table as 'pages')
        .select()
        .select('id')
        .where('id', '=', id)
        .executeTakeFirst()
      return found && streamOf(kind, found.id)
    },
    actions: {
      edit: {
        summary: `Tells the others that you have changes that are not saved. Send it with \`${param}\`, at most every 20 seconds.`,
        answers: `${noun}_edited`,
        async run(ctx, data) {
          const timestamp = ctx.now().toISOString()
          const message = { type: `${noun}_edited`, ...(await namedCaller(ctx)), timestamp }
          const stream = await channel.stream(ctx, data)
          if (stream) await ctx.transaction((tx) => tx.broadcast(stream, message))
          return message
        },
      },
    },
  }
  return channel
}
