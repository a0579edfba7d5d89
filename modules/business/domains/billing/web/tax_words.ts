import { formatPercent } from '~/ui/format'
import type { Profile } from './queries'

type Taxed = Pick<Profile, 'tax_rate' | 'tax_exempt' | 'exemption_note'>

/** The tax of an account in a sentence. */
export function taxInWords({ tax_rate, tax_exempt, exemption_note }: Taxed): string {
  if (tax_exempt) return `No tax is charged${exemption_note ? `: ${exemption_note}` : '.'}`
  if (tax_rate === 0) return 'No tax is charged.'
  return `${formatPercent(tax_rate * 100, 2)} tax is charged.`
}
