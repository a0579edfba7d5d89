import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'

export type ConfirmProps = {
  title: string
  /** What will happen and whether it can be undone. */
  children: ReactNode
  actionLabel: string
  /** For the irreversible: the person types this name before the button works. */
  confirmText?: string
  onConfirm: () => Promise<unknown>
  onDone: () => void
  onClose: () => void
}

export default function ConfirmDialog(props: ConfirmProps) {
  const { title, children, actionLabel, confirmText, onConfirm, onDone, onClose } = props
  const [answer, setAnswer] = useState('')
  const action = useMutation({ mutationFn: onConfirm, onSuccess: onDone })
  const ready = confirmText === undefined || answer.trim() === confirmText
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
              value={answer}
              onChange={(event) => setAnswer(event.currentTarget.value)}
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
              Cancel
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
