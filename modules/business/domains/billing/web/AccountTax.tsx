import { Button, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useParam } from '~/params'
import { useCanUnlessImpersonating } from '~/session'
import { LoadError } from '~/ui/LoadError'
import { SettingsSection } from '~/ui/SettingsLayout'
import { ProfileFacts } from './ProfileForm'
import { accountProfileQuery } from './queries'
import { taxInWords } from './tax_words'

const ChangeTax = lazy(() => import('./ChangeTax'))

/** The tax and billing address of the account whose page is shown, for administrators, who set the tax. */
export function AccountTax() {
  const id = useParam('id')
  const { data: profile, error, refetch } = useQuery(accountProfileQuery(id))
  const mayChange = useCanUnlessImpersonating('admin.billing_profiles.update')
  const [isChanging, setChanging] = useState(false)
  return (
    <SettingsSection
      title="Tax and billing address"
      description="Printed on the next invoices of the account, which changes its address itself."
      aside={
        mayChange &&
        profile && (
          <Button variant="default" onClick={() => setChanging(true)}>
            Change tax
          </Button>
        )
      }
    >
      {error && !profile && <LoadError error={error} retry={() => void refetch()} />}
      {!profile && !error && <Skeleton height={120} aria-busy="true" />}
      {profile && (
        <>
          <Text mb="sm">{taxInWords(profile)}</Text>
          <ProfileFacts profile={profile} />
        </>
      )}
      <Suspense>
        {isChanging && profile && (
          <ChangeTax profile={profile} onClose={() => setChanging(false)} />
        )}
      </Suspense>
    </SettingsSection>
  )
}
