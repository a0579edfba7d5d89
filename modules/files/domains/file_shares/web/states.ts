import { defineStates } from '~/states'

export default defineStates<'used_up'>({ used_up: 'idle' })
