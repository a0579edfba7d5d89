import type { Channel } from '@powernode/server/platform/cable/channel.ts'
import { Count, Id, Shape, Text, Time } from '@powernode/server/platform/http/shapes.ts'
import { reportStream } from './announcing.ts'

/** Notifies of the progress of the account's reports. `account_id` must be the account that the user works in. */
export const ReportChannel: Channel = {
  summary: 'The account’s reports.',
  needs: 'reports.read',
  params: { account_id: Id('The account you are signed in to') },
  messages: {
    report_changed: {
      summary: 'A report was requested, made progress, or ended',
      fields: {
        report: Shape({
          id: Id(),
          status: Text(20, { description: 'Status', examples: ['processing'] }),
          progress: Count('Percent done', [40]),
        }),
        timestamp: Time('When it happened'),
      },
    },
  },
  stream({ actor, account }, { account_id }) {
    const allowed = actor.kind === 'user' && actor.permissions.has('reports.read')
    return allowed && account_id === account.id ? reportStream(account.id) : undefined
  },
}
