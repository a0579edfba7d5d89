import type { Data } from '~/api'
import { defineStates } from '~/states'

export default defineStates<Data<'/api/v1/admin_settings/health', 'get'>['status']>({
  healthy: 'good',
  warning: 'wait',
  error: 'bad',
})
