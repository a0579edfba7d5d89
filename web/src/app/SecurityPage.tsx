import { Text } from '@mantine/core'
import { PasskeysSection } from '@powernode/modules/identity/domains/passkeys/web/PasskeysSection'
import { SessionsSection } from '@powernode/modules/identity/domains/sessions/web/SessionsSection'
import { TwoFactorSection } from '@powernode/modules/identity/domains/two_factor/web/TwoFactorSection'
import { useMe } from '../session'
import { SettingsPage } from '../ui/SettingsPage'

export function SecurityPage() {
  const { impersonator, name } = useMe()
  if (impersonator) {
    return (
      <SettingsPage title="Security">
        <Text c="dimmed">
          Codes, passkeys and sessions belong to {name} alone. They are not shown to whoever acts as
          them.
        </Text>
      </SettingsPage>
    )
  }
  return (
    <SettingsPage title="Security">
      <TwoFactorSection />
      <PasskeysSection />
      <SessionsSection />
    </SettingsPage>
  )
}
