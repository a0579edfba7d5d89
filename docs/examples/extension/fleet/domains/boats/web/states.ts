import { defineStates } from '~/states'
import type { Boat } from './queries'

export default defineStates<Boat['status']>({ active: 'good', retired: 'idle' })
