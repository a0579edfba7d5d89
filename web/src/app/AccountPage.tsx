import { PlanSection } from '@powernode/modules/business/domains/subscriptions/web/PlanSection'
import { AccountSettingsPage } from '@powernode/modules/identity/domains/accounts/web/AccountSettingsPage'
import { isLoaded } from '../installation'
import { useCan } from '../session'

/** The settings of the account, with its plan where plans are loaded. */
export function AccountPage() {
  const maySeePlan = useCan('subscriptions.read') && isLoaded('business')
  return <AccountSettingsPage plan={maySeePlan && <PlanSection />} />
}
