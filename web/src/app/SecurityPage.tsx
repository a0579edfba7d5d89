import { Text } from '@mantine/core'
import { useMe } from '../session'
import { PageSections } from '../ui/PageSections'
import { SettingsLayout } from '../ui/SettingsLayout'

/** How the user signs in. Each section belongs to its domain. */
export function SecurityPage() {
  const { impersonator, name } = useMe()
  if (impersonator) {
    return (
      <SettingsLayout title="Security">
        <Text c="dimmed">
          Codes, passkeys and sessions of {name} are not shown while impersonating.
        </Text>
      </SettingsLayout>
    )
  }
  return (
    <SettingsLayout title="Security">
      <PageSections />
    </SettingsLayout>
  )
}
