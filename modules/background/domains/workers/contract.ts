import { declare } from '@powernode/contract/declare.ts'
import { Type } from 'typebox'

export const contract = declare({
  permissions: {
    'admin.workers.read': { description: 'See workers and queues' },
    'admin.workers.create': { description: 'Register workers' },
    'admin.workers.update': { description: 'Configure, suspend and test workers' },
    'admin.workers.delete': { description: 'Delete workers' },
  },
  jobs: {
    test_worker: {
      input: Type.Object({
        /** The tested worker; if absent, the result is not recorded. */
        worker_id: Type.Optional(Type.String({ format: 'uuid' })),
      }),
      queue: 'services',
      retries: 3,
      timeoutSeconds: 30,
    },
  },
  audit: {
    'worker.created': { risk: 'medium', of: ['admin', 'security'] },
    'worker.token_rotated': { risk: 'medium', of: ['admin', 'security'] },
    'worker.suspended': { risk: 'medium', of: ['admin'] },
    'worker.deleted': { risk: 'medium', of: ['admin'] },
    'worker.updated': {},
    'worker.configured': {},
    'worker.tested': {},
    'worker.activated': {},
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    workers: typeof contract
  }
}
