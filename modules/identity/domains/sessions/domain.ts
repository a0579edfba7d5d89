import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { mails } from './mails.ts'
import { metrics } from './metrics.ts'
import { authenticate } from './principal.ts'
import { auth, resetLinks, sessions } from './routes.ts'
import { openSession } from './session.ts'
import { settings } from './settings.ts'

export default defineDomain({
  name: 'sessions',
  tables: ['sessions', 'refresh_tokens'],
  contract,
  routes: [auth, sessions, resetLinks],
  authenticate,
  metrics,
  retention: {
    sessions: {
      counts: 'Sessions that expired more than 30 days ago, with their tokens',
      rows: [{ by: 'expires_at', days: 30 }],
    },
    refresh_tokens: {
      counts: 'Expired refresh tokens',
      rows: [{ by: 'expires_at', days: 1 }],
    },
  },
  mails,
  settings,
  examples: {
    sessions: ({ write, person }) =>
      write(async (tx) => ({ id: (await openSession(tx, person.id)).sessionId })),
  },
})
