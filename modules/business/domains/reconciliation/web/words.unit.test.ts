import { expect, test } from 'vitest'
import { adviceFor, differenceLabels } from './words'

test('each type of difference has a label and says what to do', () => {
  for (const type of Object.keys(differenceLabels) as (keyof typeof differenceLabels)[]) {
    expect(adviceFor({ type, payment: null })).toMatch(/\.$/)
  }
})

test('a missing payment that is ours was recorded', () => {
  const payment = { id: '1', account_id: '2', invoice_id: null }
  expect(adviceFor({ type: 'missing_payment', payment })).toContain('was recorded here')
})
