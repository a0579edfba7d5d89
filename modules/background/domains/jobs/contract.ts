import { declare } from '@powernode/contract/declare.ts'
import { Type } from 'typebox'

export const contract = declare({
  permissions: {
    'admin.jobs.read': { description: 'See jobs and queues' },
    'admin.jobs.update': { description: 'Cancel jobs and retry dead letters' },
    'system.jobs.process': { description: 'Lease and finish jobs' },
  },
  jobs: {
    clean_up_expired: {
      input: Type.Object({}),
      queue: 'maintenance',
      retries: 2,
      timeoutSeconds: 300,
      schedule: '0 3 * * *',
    },
  },
  queues: {
    maintenance: {},
  },
  audit: {
    'job.cancelled': { risk: 'low', of: ['admin'] },
    'job.retried': {},
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    jobs: typeof contract
  }
}
