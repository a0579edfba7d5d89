import { declare } from '@powernode/contract/declare.ts'
import { Type } from 'typebox'

export const contract = declare({
  permissions: {
    'admin.test_clocks.read': { description: 'See accounts whose billing lives at another date' },
    'admin.test_clocks.create': { description: 'Give accounts a test clock' },
    'admin.test_clocks.update': { description: 'Move the billing of accounts forward in time' },
    'admin.test_clocks.delete': { description: 'Remove test clocks' },
    'system.test_clocks.update': { description: 'Do what is due while a test clock advances' },
  },
  jobs: {
    advance_test_clock: {
      input: Type.Object({
        test_clock_id: Type.String({ format: 'uuid' }),
        /** Jobs of earlier turns do nothing. */
        turn: Type.Integer({ minimum: 1 }),
      }),
      queue: 'maintenance',
      retries: 8,
      timeoutSeconds: 60,
    },
  },
  errors: {
    test_clocks_unavailable: {
      status: 422,
      says: 'Test clocks are not available if NODE_ENV is production',
    },
  },
  audit: {
    'test_clock.created': { risk: 'medium', of: ['admin'] },
    'test_clock.advanced': { risk: 'medium', of: ['admin'] },
    'test_clock.failed': {},
    'test_clock.deleted': { risk: 'medium', of: ['admin'] },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    test_clocks: typeof contract
  }
}
