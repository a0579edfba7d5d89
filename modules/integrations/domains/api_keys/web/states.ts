import { defineStates } from '~/states'
import type { ApiKey } from './queries'

export default defineStates<ApiKey['status']>({
  active: 'good',
  revoked: 'bad',
  expired: 'wait',
})
