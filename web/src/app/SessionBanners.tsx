import { lazy, Suspense } from 'react'
import { useCan, useMe } from '../session'

const Acting = lazy(() => import('./Acting'))
const Elsewhere = lazy(() => import('./Elsewhere'))
const LeftOver = lazy(() => import('./LeftOver'))
const SecondFactorMissing = lazy(() => import('./SecondFactorMissing'))

/** In whose name, or in which account, the person works, wherever that is not simply their own. */
export function SessionBanners() {
  const me = useMe()
  const mayAct = useCan('users.impersonate')
  const maySee = useCan('impersonations.read')
  return (
    <Suspense>
      {me.impersonator && <Acting />}
      {me.account.id !== me.home_account_id && <Elsewhere />}
      {!me.impersonator && me.two_factor_required && <SecondFactorMissing />}
      {!me.impersonator && mayAct && maySee && <LeftOver />}
    </Suspense>
  )
}
