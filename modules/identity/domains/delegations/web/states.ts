import { defineStates } from '~/states'
import type { Delegation } from './queries'

export default defineStates<Delegation['status']>({
  active: 'good',
  inactive: 'idle',
  expired: 'wait',
  revoked: 'bad',
})
