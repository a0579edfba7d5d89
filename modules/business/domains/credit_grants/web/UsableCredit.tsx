import { useQuery } from '@tanstack/react-query'
import { formatMoney } from '~/ui/format'
import { Rows } from '~/ui/Rows'
import { SettingsSection } from '~/ui/SettingsLayout'
import { usableCreditQuery } from './queries'
import { creditInWords } from './words'

/** The credit that the next invoices of the account use, if there is any. */
export function UsableCredit() {
  const { data: grants = [] } = useQuery(usableCreditQuery)
  if (grants.length === 0) return null
  return (
    <SettingsSection title="Credit" description="Your next invoices use it first.">
      <Rows label="Credit">
        {grants.map((grant) => (
          <Rows.Row key={grant.id}>
            <span>{formatMoney(grant.remaining_cents, grant.currency)}</span>
            <Rows.More>{creditInWords(grant)}</Rows.More>
          </Rows.Row>
        ))}
      </Rows>
    </SettingsSection>
  )
}
