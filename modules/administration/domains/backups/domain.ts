import { randomUUIDv7 } from 'node:crypto'
import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { health } from './health.ts'
import { metrics } from './metrics.ts'
import backups from './routes.ts'
import { scheduleBackups } from './schedule.ts'
import { settings } from './settings.ts'

export default defineDomain({
  name: 'backups',
  tables: ['backups'],
  contract,
  routes: [backups],
  start: scheduleBackups,
  metrics,
  retention: {
    backups: {
      counts: 'Records of backups older than 400 days',
      rows: [{ by: 'started_at', days: 400 }],
    },
  },
  settings,
  health,
  examples: {
    backups: ({ write }) =>
      write((tx) =>
        tx.db
          .insertInto('backups')
          .values({
            id: randomUUIDv7(),
            status: 'completed',
            scheduled: true,
            path: '/backups/one.backup',
            started_at: tx.now(),
            seen_at: tx.now(),
          })
          .returning('id')
          .executeTakeFirstOrThrow(),
      ),
  },
})
