import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { watchDeadLetters } from './dead_letters.ts'
import { health } from './health.ts'
import { metrics } from './metrics.ts'
import { jobConsole, jobs, maintenance, worker } from './routes.ts'

export default defineDomain({
  name: 'jobs',
  tables: ['job_leases', 'job_progress'],
  contract,
  routes: [jobConsole, worker, jobs, maintenance],
  start: watchDeadLetters,
  metrics,
  retention: {
    job_progress: {
      counts: 'Progress of jobs that ended two weeks ago',
      rows: [{ by: 'updated_at', days: 14 }],
    },
  },
  health,
  examples: {
    jobs: ({ write }) => write(async (tx) => ({ id: await tx.enqueue('test_worker', {}) })),
  },
})
