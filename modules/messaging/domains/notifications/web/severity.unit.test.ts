import { expect, test } from 'vitest'
import { severityOf } from './severity'

test('a notification about an alert has the severity of the alert', () => {
  expect(severityOf({ severity: 'warning', metadata: { alert_severity: 'high' } })).toBe('high')
  expect(severityOf({ severity: 'warning', metadata: {} })).toBe('warning')
})
