import { defineStates } from '~/states'

export default defineStates<'on' | 'off'>({
  on: 'good',
  off: 'idle',
})
