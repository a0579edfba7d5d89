import { declare } from '@powernode/contract/declare.ts'
import { Type } from 'typebox'

export const contract = declare({
  jobs: {
    test_gateway_connection: {
      input: Type.Object({ job_id: Type.String({ format: 'uuid' }) }),
      queue: 'payments',
      retries: 2,
      timeoutSeconds: 60,
    },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    gateway_connection_jobs: typeof contract
  }
}
