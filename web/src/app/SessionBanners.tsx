import { lazy, Suspense } from 'react'
import { useCan, useMe } from '../session'

const ImpersonationBanner = lazy(() => import('./ImpersonationBanner'))
const OtherAccountBanner = lazy(() => import('./OtherAccountBanner'))
const OpenImpersonationBanner = lazy(() => import('./OpenImpersonationBanner'))
const TwoFactorRequiredBanner = lazy(() => import('./TwoFactorRequiredBanner'))

/** Banners about impersonation, another account, or missing two-factor authentication. */
export function SessionBanners() {
  const me = useMe()
  const canImpersonate = useCan('users.impersonate')
  const canReadImpersonations = useCan('impersonations.read')
  return (
    <Suspense>
      {me.impersonator && <ImpersonationBanner />}
      {me.account.id !== me.home_account_id && <OtherAccountBanner />}
      {!me.impersonator && me.two_factor_required && <TwoFactorRequiredBanner />}
      {!me.impersonator && canImpersonate && canReadImpersonations && <OpenImpersonationBanner />}
    </Suspense>
  )
}
