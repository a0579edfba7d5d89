import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'

export type ConfirmProps = {
  title: string
  /** What happens, and whether it can be undone. */
  children: ReactNode
  actionLabel: string
  cancelLabel?: string
  /** For irreversible actions: the user must type this text to enable the button. */
  confirmText?: string
  onConfirm: () => Promise<unknown>
  onDone: () => void
  onClose: () => void
}

export default function ConfirmDialog(props: ConfirmProps) {
  const { title, children, actionLabel, cancelLabel, confirmText, onConfirm, onDone, onClose } =
    props
  const [typed, setTyped] = useState('')
  const action = useMutation({ mutationFn: onConfirm, onSuccess: onDone })
  const ready = confirmText === undefined || typed.trim() === confirmText
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) action.mutate()
        }}
      >
        <Stack gap="md">
          <Text component="div">{children}</Text>
          {confirmText !== undefined && (
            <TextInput
              label={`Type “${confirmText}” to confirm`}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              autoComplete="off"
              data-autofocus
            />
          )}
          {action.error && (
            <Alert color="red" role="alert">
              {action.error.message}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {cancelLabel ?? 'Cancel'}
            </Button>
            <Button type="submit" color="red" disabled={!ready} loading={action.isPending}>
              {actionLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
