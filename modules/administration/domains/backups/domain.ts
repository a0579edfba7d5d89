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
      counts: 'Lines about backups older than 400 days',
      rows: [{ by: 'started_at', days: 400 }],
    },
  },
  settings,
  health,
})
