import type { Data } from '~/api'
import { defineStates } from '~/states'

type Status = Data<'/api/v1/gateway_events/{id}', 'get'>['status']

export default defineStates<Extract<Status, 'processed' | 'skipped'>>({
  processed: 'good',
  skipped: 'idle',
})
