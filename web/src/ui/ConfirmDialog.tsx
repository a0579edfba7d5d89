import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'

export type ConfirmProps = {
  title: string
  /** What will happen and whether it can be undone. */
  children: ReactNode
  verb: string
  /** For the irreversible: the person types this name before the button works. */
  typed?: string
  act: () => Promise<unknown>
  onDone: () => void
  onClose: () => void
}

export default function ConfirmDialog(props: ConfirmProps) {
  const { title, children, verb, typed, act, onDone, onClose } = props
  const [answer, setAnswer] = useState('')
  const action = useMutation({ mutationFn: act, onSuccess: onDone })
  const ready = typed === undefined || answer.trim() === typed
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
          {typed !== undefined && (
            <TextInput
              label={`Type “${typed}” to confirm`}
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
              {verb}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
