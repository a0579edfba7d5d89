import { declare } from '@powernode/contract/declare.ts'
import { Type } from 'typebox'

export const contract = declare({
  permissions: {
    'system.ledger.verify': { description: 'Compare the ledger with what was billed and paid' },
  },
  jobs: {
    verify_ledger: {
      input: Type.Object({}),
      queue: 'reports',
      retries: 2,
      timeoutSeconds: 300,
      schedule: '30 3 * * *',
    },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    ledger: typeof contract
  }
}
