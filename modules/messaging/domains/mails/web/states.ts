import type { Data } from '~/api'
import { defineStates } from '~/states'

export default defineStates<Data<'/api/v1/admin/mails', 'get'>[number]['status']>({
  queued: 'wait',
  deferred: 'wait',
  sent: 'good',
  captured: 'info',
  failed: 'bad',
})
