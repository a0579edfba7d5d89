import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { health } from './health.ts'
import { metrics } from './metrics.ts'
import { authenticate } from './principal.ts'
import { workers, workerTests } from './routes.ts'

export default defineDomain({
  name: 'workers',
  tables: ['workers', 'worker_activities'],
  contract,
  routes: [workers, workerTests],
  authenticate,
  metrics,
  retention: {
    worker_activities: {
      counts: 'Activities of workers older than 90 days',
      rows: [{ by: 'performed_at', days: 90 }],
    },
  },
  health,
  names: { worker: { rows: (ctx) => ctx.db.selectFrom('workers').select(['id', 'name']) } },
  examples: {
    async workers({ admin, owner }) {
      const { id } = await admin.post('/workers', { name: `w-${owner.id}` })
      return admin.patch(`/workers/${id}`, { description: 'Reports' })
    },
  },
})
