import { declare } from '@powernode/contract/declare.ts'
import { Type } from 'typebox'

/** Declarations of the domain. */
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
        /** Whose test it is; without one there is nobody to tell. */
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
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    workers: typeof contract
  }
}
