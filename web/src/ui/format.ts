import { type ApiPage, type ApiResult, type Meta, reply } from '../api'

/** "1.6 s", "230 ms" with two significant digits; a dash for null. */
export function formatMilliseconds(value: number | null): string {
  if (value === null) return '–'
  if (value >= 1000) return `${Number((value / 1000).toPrecision(2))} s`
  return `${Number(value.toPrecision(2))} ms`
}

/** "99.5%"; a dash for null. */
export const formatPercent = (rate: number | null) =>
  rate === null ? '–' : `${rate.toLocaleString('en', { maximumFractionDigits: 1 })}%`

/** "40 ms", "3.2 s", "5 min", "2 h". */
export function formatSeconds(seconds: number): string {
  if (seconds < 1) return `${Math.round(seconds * 1000)} ms`
  if (seconds < 60) return `${Number(seconds.toPrecision(2))} s`
  if (seconds < 3600) return `${Math.round(seconds / 60)} min`
  return seconds < 172_800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} d`
}

/** "512 B", "7.3 kB", "1.2 MB". */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB']
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const value = (bytes / 1000 ** power).toLocaleString('en', { maximumFractionDigits: 1 })
  return `${value} ${units[power]}`
}

/** The number of rows of a list: "1,504", "about 14,281", "10,000+". */
export function formatTotal({ total_count, total_count_exact }: Meta): string {
  if (total_count_exact) return total_count.toLocaleString('en')
  return total_count > 10_001 ? `about ${total_count.toLocaleString('en')}` : '10,000+'
}

/** The number of rows of a list, which a call for its smallest page returns. */
export async function totalOf(call: Promise<ApiResult<ApiPage<unknown>>>): Promise<string> {
  return formatTotal((await reply(call)).meta)
}

/** 123456 → "$1,234.56". */
export const formatMoney = (cents: number, currency: string) =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).format(cents / 100)

/** A day in UTC: "November 26, 2026". */
export const formatDay = (at: string) =>
  new Date(at).toLocaleDateString('en', { dateStyle: 'long', timeZone: 'UTC' })
