import { Button, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useParam } from '~/params'
import { useCanUnlessImpersonating } from '~/session'
import { formatMoney } from '~/ui/format'
import { LoadError } from '~/ui/LoadError'
import { Rows } from '~/ui/Rows'
import { SettingsSection } from '~/ui/SettingsLayout'
import { creditOfAccountQuery } from './queries'
import { creditInWords } from './words'

const GiveCredit = lazy(() => import('./GiveCredit'))

/** The credit of the account whose page is shown, for administrators, who can give it more. */
export function AccountCredit() {
  const id = useParam('id')
  const { data: grants, error, refetch } = useQuery(creditOfAccountQuery(id))
  const mayGive = useCanUnlessImpersonating('admin.credit_grants.create')
  const [isGiving, setGiving] = useState(false)
  return (
    <SettingsSection
      title="Credit"
      description="Used by the next invoices of the account."
      aside={
        mayGive && (
          <Button variant="default" onClick={() => setGiving(true)}>
            Give credit
          </Button>
        )
      }
    >
      {error && !grants && <LoadError error={error} retry={() => void refetch()} />}
      {!grants && !error && <Skeleton height={60} aria-busy="true" />}
      {grants?.length === 0 && <Text c="dimmed">This account has never had credit.</Text>}
      {grants && grants.length > 0 && (
        <Rows label="Credit">
          {grants.map((grant) => (
            <Rows.Row key={grant.id}>
              <span>{formatMoney(grant.amount_cents, grant.currency)}</span>
              <Rows.More>{creditInWords(grant)}</Rows.More>
            </Rows.Row>
          ))}
        </Rows>
      )}
      <Suspense>
        {isGiving && <GiveCredit accountId={id} onClose={() => setGiving(false)} />}
      </Suspense>
    </SettingsSection>
  )
}
