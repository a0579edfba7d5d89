import { Text } from '@mantine/core'
import { useMe } from '../session'
import { PageSections } from '../ui/PageSections'
import { SettingsLayout } from '../ui/SettingsLayout'

/** How the person signs in: each way is a section of the domain that knows it. */
export function SecurityPage() {
  const { impersonator, name } = useMe()
  if (impersonator) {
    return (
      <SettingsLayout title="Security">
        <Text c="dimmed">
          Codes, passkeys and sessions belong to {name} alone. They are not shown to whoever acts as
          them.
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
