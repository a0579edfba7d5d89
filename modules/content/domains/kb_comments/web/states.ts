import { defineStates } from '~/states'
import type { ModeratedComment } from './queries'

export default defineStates<ModeratedComment['status']>({
  pending: 'wait',
  approved: 'good',
  rejected: 'bad',
  spam: 'bad',
})
