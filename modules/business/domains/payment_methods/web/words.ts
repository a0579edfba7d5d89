import type { Method } from './queries'

/** "Expires 12/2030", or null if it does not. */
export function expiryOf({
  exp_month,
  exp_year,
}: Pick<Method, 'exp_month' | 'exp_year'>): string | null {
  if (!exp_month || !exp_year) return null
  return `Expires ${String(exp_month).padStart(2, '0')}/${exp_year}`
}
