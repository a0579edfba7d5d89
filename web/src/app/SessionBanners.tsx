import { lazy, Suspense } from 'react'
import { useCan, useMe } from '../session'

const ImpersonationBanner = lazy(() => import('./ImpersonationBanner'))
const OtherAccountBanner = lazy(() => import('./OtherAccountBanner'))
const OpenImpersonationBanner = lazy(() => import('./OpenImpersonationBanner'))
const TwoFactorRequiredBanner = lazy(() => import('./TwoFactorRequiredBanner'))

/** In whose name, or in which account, the person works, wherever that is not simply their own. */
export function SessionBanners() {
  const me = useMe()
  const mayAct = useCan('users.impersonate')
  const maySee = useCan('impersonations.read')
  return (
    <Suspense>
      {me.impersonator && <ImpersonationBanner />}
      {me.account.id !== me.home_account_id && <OtherAccountBanner />}
      {!me.impersonator && me.two_factor_required && <TwoFactorRequiredBanner />}
      {!me.impersonator && mayAct && maySee && <OpenImpersonationBanner />}
    </Suspense>
  )
}
