import { formatCount, formatMilliseconds, formatMoney, formatRate, formatSeconds } from '../format'

/** What the values of a chart measure: how they are written, and which steps an axis may have. */
export type Unit = 'count' | 'rate' | 'milliseconds' | 'seconds' | Money
/** Amounts in the smallest unit of a currency. */
type Money = 'USD' | 'EUR' | 'GBP'

export const formats: Record<Unit, (value: number) => string> = {
  count: formatCount,
  rate: formatRate,
  milliseconds: formatMilliseconds,
  seconds: formatSeconds,
  USD: (cents) => formatMoney(cents, 'USD'),
  EUR: (cents) => formatMoney(cents, 'EUR'),
  GBP: (cents) => formatMoney(cents, 'GBP'),
}

/** Gridlines above zero. No more, so that every tick is written exactly with two significant digits. */
const MAX_INTERVALS = 4
const MINUTE = 60
const HOUR = 60 * MINUTE
const clockSteps = [
  ...[15, 30, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE],
  ...[HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR],
]

/** The ticks of an axis from zero to at least the maximum, the last one being its top. */
export function ticksTo(max: number, unit: Unit): number[] {
  const step = stepFor(max / MAX_INTERVALS, unit)
  const intervals = Math.max(1, Math.ceil(max / step - 1e-9))
  return Array.from({ length: intervals + 1 }, (_, index) => Number((index * step).toPrecision(12)))
}

function stepFor(least: number, unit: Unit): number {
  if (unit === 'count') return Math.max(1, decimalStep(least))
  if (unit === 'rate') return decimalStep(least)
  if (unit === 'USD' || unit === 'EUR' || unit === 'GBP') return Math.max(100, decimalStep(least))
  const second = unit === 'seconds' ? 1 : 1000
  const seconds = least / second
  if (seconds <= 10) return decimalStep(least)
  const step =
    clockSteps.find((one) => one >= seconds) ?? 24 * HOUR * decimalStep(seconds / 24 / HOUR)
  return step * second
}

/** The smallest of 1, 2, 5, 10, 20, 50, … (and their fractions) that is not below. */
function decimalStep(least: number): number {
  if (least <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(least))
  const digit = [1, 2, 5].find((one) => one * power >= least * (1 - 1e-9)) ?? 10
  return Number((digit * power).toPrecision(12))
}

/** Where bars or points stand: the middle of their equal shares of the width. */
export const middleOf = (index: number, count: number, width: number) =>
  ((index + 0.5) * width) / count

/** The point whose share of the width contains x. */
export const pointAt = (x: number, count: number, width: number) =>
  Math.min(count - 1, Math.max(0, Math.floor((x / width) * count)))

/** The points to label so that labels do not touch: every n-th, counted back from the latest. */
export function labelled(count: number, width: number, labelWidth: number): number[] {
  const every = Math.max(1, Math.ceil((labelWidth * count) / width))
  const all = Array.from({ length: count }, (_, index) => index)
  return all.filter((index) => (count - 1 - index) % every === 0)
}

export type Segment = { from: number; to: number }

/** The values of one bar, one above the other. */
export function stack(values: readonly (number | null)[]): Segment[] {
  let top = 0
  return values.map((value) => {
    const from = top
    top += value ?? 0
    return { from, to: top }
  })
}

export const stackTotal = (values: readonly (number | null)[]) =>
  values.reduce((sum: number, value) => sum + (value ?? 0), 0)

/** An SVG path through the points, broken where one is missing, and the points that no line reaches. */
export function lineThrough(points: readonly ({ x: number; y: number } | null)[]) {
  let path = ''
  const alone: { x: number; y: number }[] = []
  points.forEach((point, index) => {
    if (!point) return
    const [before, after] = [points[index - 1], points[index + 1]]
    path += `${before ? 'L' : 'M'}${point.x.toFixed(1)},${point.y.toFixed(1)}`
    if (!before && !after) alone.push(point)
  })
  return { path, alone }
}
