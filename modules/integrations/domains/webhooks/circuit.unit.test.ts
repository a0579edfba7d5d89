import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CircuitState,
  CLOSED_CIRCUIT,
  circuitAfter,
  disableReasonOf,
  type EndpointResponse,
  nextDeliveryAt,
} from './circuit.ts'

const now = new Date('2026-11-23T12:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const response = (httpStatus?: number, retryAfterSeconds?: number): EndpointResponse => ({
  httpStatus,
  retryAfterSeconds,
})
const failing = (times: number, from: CircuitState = CLOSED_CIRCUIT, at = now) =>
  Array.from({ length: times }).reduce<CircuitState>(
    (so) => circuitAfter(so, response(500), at),
    from,
  )

describe('the schedule', () => {
  test.each([
    [1, 5],
    [2, 300],
    [3, 1800],
    [4, 7200],
    [5, 18_000],
    [6, 36_000],
    [7, 50_400],
    [8, 72_000],
    [9, 86_400],
    [10, 86_400],
    [25, 86_400],
  ])('after attempt %i, waits about %i seconds', (attempt, seconds) => {
    for (let round = 0; round < 50; round++) {
      const waited = (nextDeliveryAt(now, attempt, response(500)).getTime() - now.getTime()) / 1000
      expect(waited).toBeGreaterThanOrEqual(seconds * 0.8)
      expect(waited).toBeLessThanOrEqual(seconds * 1.2)
    }
  })

  test('respects `Retry-After`, up to a day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), fc.nat(10 ** 9), (attempt, asked) => {
        const at = nextDeliveryAt(now, attempt, response(429, asked))
        expect(at.getTime()).toBeGreaterThanOrEqual(later(Math.min(asked, 86_400)).getTime())
        expect(at.getTime()).toBeLessThanOrEqual(later(86_400 * 1.2).getTime())
      }),
    )
  })
})

describe('the circuit', () => {
  test('opens at the fifth consecutive failure, longer each time', () => {
    expect(failing(4).circuit_status).toBe('closed')
    let health = failing(5)
    for (const minutes of [1, 5, 15, 60, 240, 240]) {
      expect(health).toMatchObject({ circuit_status: 'open', circuit_until: later(minutes * 60) })
      health = circuitAfter({ ...health, circuit_status: 'half_open' }, response(undefined), now)
    }
  })

  test('does not change when attempts that started earlier fail after it opened', () => {
    const open = failing(5)
    expect(failing(3, open, later(10))).toMatchObject({
      circuit_status: 'open',
      circuit_until: open.circuit_until,
      consecutive_failures: 8,
    })
  })

  test('is reset by any success, but not closed by one that started before it opened', () => {
    const anyHealth = fc.integer({ min: 0, max: 30 }).map((times) => failing(times))
    fc.assert(
      fc.property(anyHealth, fc.integer({ min: 200, max: 299 }), (health, status) => {
        const probed = { ...health, circuit_status: 'half_open' as const }
        expect(circuitAfter(probed, response(status), now)).toEqual(CLOSED_CIRCUIT)
        const { circuit_status, circuit_until } = health
        const stored = { ...CLOSED_CIRCUIT, circuit_status, circuit_until }
        expect(circuitAfter(health, response(status), now)).toEqual(stored)
        expect(circuitAfter(health, response(status), later(86_400))).toEqual(CLOSED_CIRCUIT)
      }),
    )
  })

  test('waits for `Retry-After` without counting a failure', () => {
    const health = circuitAfter(failing(2), response(429, 90), now)
    expect(health).toMatchObject({
      circuit_status: 'open',
      circuit_until: later(90),
      consecutive_failures: 2,
      circuit_step: 0,
    })
  })
})

describe('disabling', () => {
  test('410 means gone, immediately', () => {
    expect(
      disableReasonOf(response(410), circuitAfter(CLOSED_CIRCUIT, response(410), now), now),
    ).toBe('gone')
  })

  test('five days without a success mean failing, one hour less does not', () => {
    const health = failing(9)
    const hours = (count: number) => later(count * 3600)
    expect(disableReasonOf(response(500), health, hours(119))).toBeUndefined()
    expect(disableReasonOf(response(500), health, hours(120))).toBe('failing')
    expect(
      disableReasonOf(response(200), circuitAfter(health, response(200), hours(120)), hours(120)),
    ).toBe(undefined)
  })
})
