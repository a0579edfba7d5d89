import { declare } from '@powernode/contract/declare.ts'
import { Type } from 'typebox'

export const contract = declare({
  jobs: {
    call_gateway: {
      input: Type.Object({
        call_id: Type.String({ format: 'uuid' }),
        /** Number of times the call was enqueued; jobs of earlier turns do nothing. */
        turn: Type.Integer({ minimum: 1 }),
      }),
      queue: 'payments',
      retries: 8,
      timeoutSeconds: 60,
    },
    recover_gateway_calls: {
      input: Type.Object({}),
      queue: 'maintenance',
      retries: 2,
      timeoutSeconds: 120,
      schedule: '*/5 * * * *',
    },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    gateway_calls: typeof contract
  }
}
