import { declare } from '@powernode/contract/declare.ts'
import { Type } from 'typebox'

/** Declarations of the domain. */
export const contract = declare({
  permissions: {
    'admin.jobs.read': { description: 'See jobs and queues' },
    'admin.jobs.update': { description: 'Cancel jobs and queue given-up ones again' },
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
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    jobs: typeof contract
  }
}
