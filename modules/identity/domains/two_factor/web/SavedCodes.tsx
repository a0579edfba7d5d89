import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { CodeList, SaveCodesButtons } from './BackupCodes'

/** New codes, shown until the user confirms that they are saved. */
export function SavedCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const [saved, setSaved] = useState(false)
  return (
    <Stack gap="md">
      <Text>
        Store these codes somewhere safe. Use them to sign in without your phone. Each code works
        once.
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
