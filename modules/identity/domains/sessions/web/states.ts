import { defineStates } from '~/states'

export default defineStates<'this_device'>({
  this_device: 'good',
})
