import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { CodeList, SaveCodesButtons } from './BackupCodes'

/** New codes, shown in full until the person says that they keep them somewhere. */
export function SavedCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const [saved, setSaved] = useState(false)
  return (
    <Stack gap="md">
      <Text>
        Keep these codes somewhere safe. Each signs you in once when your phone is not at hand.
      </Text>
      <CodeList codes={codes} />
      <SaveCodesButtons codes={codes} />
      <Checkbox
        label="I saved them"
        checked={saved}
        onChange={(event) => setSaved(event.currentTarget.checked)}
      />
      <Group justify="flex-end">
        <Button disabled={!saved} onClick={onDone}>
          Done
        </Button>
      </Group>
    </Stack>
  )
}
