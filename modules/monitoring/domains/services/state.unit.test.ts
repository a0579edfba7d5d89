import { expect, test } from 'vitest'
import { type ServiceState, serviceStateAfter } from './state.ts'

const good = { ok: true, impaired: false }
const slow = { ok: true, impaired: true }
const bad = { ok: false, impaired: true }

/** The states of a service after each check. */
function statesAfter(
  threshold: number,
  checks: (typeof good)[],
  first: ServiceState['state'] = 'unknown',
) {
  let current: ServiceState = { state: first, consecutive_failures: 0 }
  return checks.map((check) => {
    current = serviceStateAfter(current, check, threshold)
    return current.state
  })
}

test('it is down after this many failures in a row, and up with the first success', () => {
  expect(statesAfter(3, [good, bad, bad, bad, bad, good])).toEqual([
    'up',
    'degraded',
    'degraded',
    'down',
    'down',
    'up',
  ])
})

test('a success in between resets the count', () => {
  expect(statesAfter(2, [bad, good, bad, good])).toEqual(['degraded', 'up', 'degraded', 'up'])
})

test('with a threshold of one the first failure is enough', () => {
  expect(statesAfter(1, [bad])).toEqual(['down'])
})

test('it is degraded if a check passes with a warning, also after it was down', () => {
  expect(statesAfter(1, [slow, bad, slow, good])).toEqual(['degraded', 'down', 'degraded', 'up'])
})

test('a service that is down stays down when the threshold is raised', () => {
  expect(statesAfter(10, [bad], 'down')).toEqual(['down'])
})
