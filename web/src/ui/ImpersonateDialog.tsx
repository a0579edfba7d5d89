import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { startImpersonation } from '../identity'
import { FormProblem, useApiForm } from './form'

type Props = {
  user: { id: string; name: string }
  /** Where the person is at home, if that is not the account one is in. */
  accountId?: string
  onClose: () => void
}

export default function ImpersonateDialog({ user, accountId, onClose }: Props) {
  const { form, problem, busy, onSubmit } = useApiForm({
    initialValues: { reason: '' },
    validate: { reason: isNotEmpty('Say why') },
    submit: ({ reason }) => startImpersonation(user.id, reason.trim(), accountId),
    onDone: () => {},
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Act as ${user.name}?`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          <Text>
            You see and do what {user.name} may, until you stop or the time is up. Every step is
            recorded with your name, and they may be told.
          </Text>
          <FormProblem problem={problem} />
          <Textarea
            label="Reason"
            description="A ticket number, or what they asked for."
            required
            rows={2}
            maxLength={500}
            data-autofocus
            {...form.getInputProps('reason')}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={busy}>
              Act as this person
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
