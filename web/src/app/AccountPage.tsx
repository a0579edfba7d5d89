import { AccountSettingsPage } from '../features/accounts/AccountSettingsPage'
import { PlanSection } from '../features/subscriptions/PlanSection'
import { isLoaded } from '../installation'
import { useCan } from '../session'

/** The settings of the account, with its plan where plans are loaded. */
export function AccountPage() {
  const maySeePlan = useCan('subscriptions.read') && isLoaded('business')
  return <AccountSettingsPage plan={maySeePlan && <PlanSection />} />
}
