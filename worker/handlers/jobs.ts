import { dataOf } from '../client.ts'
import type { Handlers } from '../runner.ts'

export const jobs = {
  async clean_up_expired(_input, { api, log, signal }) {
    const deleted = dataOf(await api.POST('/api/v1/internal/maintenance/clean_up', { signal }))
    log.info(deleted, 'cleaned up')
  },
  /** Proves that jobs flow; there is nothing to do. */
  async test_worker() {},
} satisfies Partial<Handlers>
