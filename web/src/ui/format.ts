import { type ApiPage, type ApiResult, type Meta, reply } from '../api'

const DASH = '–'
const integer = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
const exact = new Intl.NumberFormat('en', { maximumFractionDigits: 20 })
const decimal = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

/** "1,504"; a dash for null. */
export const formatCount = (count: number | null) => (count === null ? DASH : integer.format(count))

/** "1 request", "1,504 requests", "2 entries" if the plural is not the noun with an s. */
export const formatNoun = (count: number, noun: string, plural = `${noun}s`) =>
  `${formatCount(count)} ${count === 1 ? noun : plural}`

/** "0.25", "1.5", "3,400": two significant digits, as of a number per second. */
export const formatRate = (value: number) => exact.format(Number(value.toPrecision(2)))

/** A code as words: `deliver_webhook` → "Deliver webhook", `rate_limiting.tiers` → "Rate limiting tiers". */
export function formatCode(code: string): string {
  const words = code.replaceAll(/[_.]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** At most one decimal: "12.5". */
export const formatDecimal = (value: number) => decimal.format(value)

/** "0%", "99.5%"; a dash for null. "100%" is shown only for exactly 100. */
export function formatPercent(rate: number | null, digits = 1): string {
  if (rate === null) return DASH
  const rounded = Number(rate.toFixed(digits))
  const shown = rounded >= 100 && rate < 100 ? 100 - 10 ** -digits : rounded
  return `${shown.toLocaleString('en', { maximumFractionDigits: digits })}%`
}

/** "+12%", "−3%", "0%"; null where the earlier value is zero or unknown, as no percentage exists. */
export function formatChange(now: number | null, before: number | null): string | null {
  if (now === null || before === null || before === 0) return null
  const percent = Math.round((100 * (now - before)) / before)
  return `${signOf(percent)}${integer.format(Math.abs(percent))}%`
}

/** "+1.5 points", "−1 point": the change of a percentage; null where one of them is unknown. */
export function formatPoints(now: number | null, before: number | null): string | null {
  if (now === null || before === null) return null
  const points = Number((now - before).toFixed(1))
  const size = Math.abs(points)
  return `${signOf(points)}${decimal.format(size)} ${size === 1 ? 'point' : 'points'}`
}

const signOf = (change: number) => (change > 0 ? '+' : change < 0 ? '−' : '')

const durations = [
  { unit: 'ms', seconds: 0.001, below: 1000 },
  { unit: 's', seconds: 1, below: 60 },
  { unit: 'min', seconds: 60, below: 60 },
  { unit: 'h', seconds: 3600, below: 48 },
  { unit: 'd', seconds: 86_400, below: Number.POSITIVE_INFINITY },
]

/** "40 ms", "1.6 s", "5 min", "2 h", "12 d"; a dash for null. Below ten, two significant digits. */
export function formatSeconds(seconds: number | null): string {
  if (seconds === null) return DASH
  for (const { unit, seconds: size, below } of durations) {
    const value = seconds / size
    const rounded = value < 10 ? Number(value.toPrecision(2)) : Math.round(value)
    // 59.7 s is a minute, not 0.99 min.
    if (rounded < below)
      return `${exact.format(unit === 'ms' ? rounded : Math.max(1, rounded))} ${unit}`
  }
  return DASH
}

/** A number of milliseconds as `formatSeconds`. */
export const formatMilliseconds = (value: number | null) =>
  formatSeconds(value === null ? null : value / 1000)

/** "512 B", "7.3 kB", "1.2 MB". */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  return `${decimal.format(bytes / 1000 ** power)} ${units[power]}`
}

/** "$29.00", "−$7.25", "¥1,200" from the smallest unit of the currency. */
export function formatMoney(amount: number, currency: string): string {
  const money = new Intl.NumberFormat('en', { style: 'currency', currency })
  const { maximumFractionDigits: digits = 2 } = money.resolvedOptions()
  return money.format(amount / 10 ** digits).replace('-', '−')
}

/** The number of rows of a list: "1,504", "about 14,281", "10,000+". */
export function formatTotal({ total_count, total_count_exact }: Meta): string {
  if (total_count_exact) return formatCount(total_count)
  return total_count > 10_001 ? `about ${formatCount(total_count)}` : '10,000+'
}

/** The number of rows of a list, which a call for its smallest page returns. */
export async function totalOf(call: Promise<ApiResult<ApiPage<unknown>>>): Promise<string> {
  return formatTotal((await reply(call)).meta)
}
