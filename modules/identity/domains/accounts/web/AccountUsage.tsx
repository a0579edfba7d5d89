import { LimitUsage } from '~/ui/LimitUsage'
import { SettingsSection } from '~/ui/SettingsLayout'

/** Usage of the account against its limits. */
export function AccountUsage() {
  return (
    <SettingsSection title="Usage">
      <LimitUsage />
    </SettingsSection>
  )
}
