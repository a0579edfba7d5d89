import { Button, Group, Modal, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { LoadError } from '~/ui/LoadError'
import { CodeList, SaveCodesButtons } from './BackupCodes'
import { codesQuery } from './queries'
import { SavedCodes } from './SavedCodes'

type Props = {
  /** New codes. Without them, the current codes are shown, masked until the user confirms their identity. */
  fresh?: string[]
  onConfirm?: () => void
  onClose: () => void
}

export default function Codes({ fresh, onConfirm, onClose }: Props) {
  return (
    <Modal
      opened
      onClose={onClose}
      title="Backup codes"
      closeButtonProps={{ 'aria-label': 'Close' }}
      {...(fresh && { withCloseButton: false, closeOnClickOutside: false, closeOnEscape: false })}
    >
      {fresh ? (
        <SavedCodes codes={fresh} onDone={onClose} />
      ) : (
        <Current onConfirm={onConfirm} onClose={onClose} />
      )}
    </Modal>
  )
}

function Current({
  onConfirm,
  onClose,
}: {
  onConfirm: (() => void) | undefined
  onClose: () => void
}) {
  const { data, error, refetch } = useQuery(codesQuery)
  if (error) return <LoadError error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton height={160} aria-busy="true" />
  return (
    <Stack gap="md">
      <Text>
        {data.masked
          ? 'Confirm your identity to show them.'
          : 'Use a code to sign in without your phone. Each code works once.'}
      </Text>
      {data.backup_codes.length > 0 ? (
        <CodeList codes={data.backup_codes} />
      ) : (
        <Text c="dimmed">No codes left. Generate new ones.</Text>
      )}
      <Group justify="space-between">
        {data.masked ? (
          <Button onClick={onConfirm}>Confirm your identity</Button>
        ) : (
          <SaveCodesButtons codes={data.backup_codes} />
        )}
        <Button variant="default" onClick={onClose}>
          Close
        </Button>
      </Group>
    </Stack>
  )
}
