import { defineStates } from '~/states'

/** Entries of the history that have no state of their own. */
export default defineStates<'issued' | 'granted'>({
  issued: 'good',
  granted: { tone: 'good', label: 'Given' },
})
