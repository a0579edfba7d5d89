import { defineStates } from '~/states'
import type { Storage } from './queries'

/** The displayed state of a storage. A failed test takes precedence over `active`. */
export function storageState({ status, health_status }: Pick<Storage, 'status' | 'health_status'>) {
  return status === 'active' && health_status === 'failed' ? 'test_failed' : status
}

export default defineStates<ReturnType<typeof storageState>>({
  active: 'good',
  inactive: 'idle',
  maintenance: 'wait',
  failed: 'bad',
  test_failed: 'bad',
})
