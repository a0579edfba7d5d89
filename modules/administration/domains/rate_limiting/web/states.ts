import { defineStates } from '~/states'
import type { RateLimitingStatus } from './queries'

export default defineStates<RateLimitingStatus['effective_status']>({
  enabled: { tone: 'good', label: 'On' },
  disabled: 'bad',
})
