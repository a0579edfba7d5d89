import { dataOf } from '@powernode/worker/client.ts'
import type { HandlersOf } from '@powernode/worker/runner.ts'
import { jobs } from '../contract.ts'

export { jobs }

export const handlers: HandlersOf<keyof typeof jobs> = {
  async advance_subscriptions(_input, { api, log, signal }) {
    const moved = dataOf(await api.POST('/api/v1/internal/subscriptions/advance', { signal }))
    log.info(moved, 'subscriptions advanced')
  },
}
