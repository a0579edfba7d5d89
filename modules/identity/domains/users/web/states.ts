import type { User } from '~/api'
import { defineStates } from '~/states'

export default defineStates<User['status'] | 'locked'>({
  active: 'good',
  inactive: 'idle',
  suspended: 'bad',
  locked: 'bad',
})
