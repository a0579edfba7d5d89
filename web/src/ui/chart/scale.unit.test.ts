import { expect, test } from 'vitest'
import { formats, labelled, lineThrough, pointAt, stack, ticksTo, type Unit } from './scale'

test('ticks are round, start at zero and reach at least the maximum', () => {
  expect(ticksTo(0, 'count')).toEqual([0, 1])
  expect(ticksTo(1, 'count')).toEqual([0, 1])
  expect(ticksTo(3, 'count')).toEqual([0, 1, 2, 3])
  expect(ticksTo(21, 'count')).toEqual([0, 10, 20, 30])
  expect(ticksTo(12_000, 'count')).toEqual([0, 5000, 10_000, 15_000])
  expect(ticksTo(0.3, 'rate')).toEqual([0, 0.1, 0.2, 0.3])
  expect(ticksTo(1300, 'milliseconds')).toEqual([0, 500, 1000, 1500])
  expect(ticksTo(170, 'seconds')).toEqual([0, 60, 120, 180])
  expect(ticksTo(16_717, 'USD')).toEqual([0, 5000, 10_000, 15_000, 20_000])
  expect(ticksTo(7, 'USD').map(formats.USD)).toEqual(['$0.00', '$1.00'])
})

test.each<Unit>(['count', 'rate', 'milliseconds', 'seconds'])(
  'at any scale of %s the top is not far above the maximum, and no two ticks are written alike',
  (unit) => {
    for (let max = 0.003; max < 3e7; max *= 1.07) {
      const ticks = ticksTo(max, unit)
      const top = ticks.at(-1) ?? 0
      expect(top, `top of ${max}`).toBeGreaterThanOrEqual(max)
      expect(top, `top of ${max}`).toBeLessThanOrEqual(Math.max(max * 3, 1))
      const labels = ticks.map(formats[unit])
      expect(new Set(labels).size, `${max}: ${labels}`).toBe(ticks.length)
      expect(ticks.length).toBeLessThanOrEqual(5)
    }
  },
)

test('ticks of durations are written exactly', () => {
  for (const max of [9, 14, 50, 100, 140, 500, 2000, 9000, 60_000, 150_000]) {
    for (const tick of ticksTo(max, 'seconds')) {
      const [number = '', unit = ''] = formats.seconds(tick).split(' ')
      const size = { ms: 0.001, s: 1, min: 60, h: 3600, d: 86_400 }[unit] ?? 0
      expect(Number(number) * size, `${tick} of ${max}`).toBeCloseTo(tick, 6)
    }
  }
})

test('the latest point is labelled, and labels do not touch', () => {
  expect(labelled(7, 700, 60)).toEqual([0, 1, 2, 3, 4, 5, 6])
  const shown = labelled(90, 300, 60)
  expect(shown.at(-1)).toBe(89)
  for (const [index, next] of shown.slice(1).entries()) {
    expect(((next - (shown[index] ?? 0)) * 300) / 90).toBeGreaterThanOrEqual(60)
  }
})

test('parts of a bar stand on each other, and a missing one takes no room', () => {
  expect(stack([3, null, 2])).toEqual([
    { from: 0, to: 3 },
    { from: 3, to: 3 },
    { from: 3, to: 5 },
  ])
})

test('a line is broken where nothing was measured, and a lonely point is kept', () => {
  const at = (x: number) => ({ x, y: 1 })
  const { path, alone } = lineThrough([at(0), at(1), null, at(3), null])
  expect(path).toBe('M0.0,1.0L1.0,1.0M3.0,1.0')
  expect(alone).toEqual([at(3)])
})

test('the pointer selects the point whose share of the width it is in', () => {
  expect([-5, 0, 99, 100, 250, 400].map((x) => pointAt(x, 3, 300))).toEqual([0, 0, 0, 1, 2, 2])
})
