import { Text } from '@mantine/core'
import { PasskeysSection } from '../features/passkeys/PasskeysSection'
import { SessionsSection } from '../features/sessions/SessionsSection'
import { TwoFactorSection } from '../features/two_factor/TwoFactorSection'
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
