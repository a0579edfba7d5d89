import { defineStates } from '~/states'
import type { Service } from './queries'

export default defineStates<Service['state'] | 'passed' | 'failed' | 'resolved'>({
  // Services and the status page
  up: 'good',
  degraded: 'wait',
  down: 'bad',
  unknown: 'idle',
  paused: 'wait',
  // Checks
  passed: 'good',
  failed: 'bad',
  // Incidents
  resolved: 'good',
})
