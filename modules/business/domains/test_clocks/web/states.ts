import type { Data } from '~/api'
import { defineStates } from '~/states'

type Status = Data<'/api/v1/admin/test_clocks/{id}', 'get'>['status']

export default defineStates<Exclude<Status, 'failed'>>({
  ready: 'good',
  advancing: 'wait',
})
