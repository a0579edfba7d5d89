import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { startImpersonation } from '../identity'
import { FormProblem, useApiForm } from './form'

type Props = {
  user: { id: string; name: string }
  /** The user's account, if it is not the current one. */
  accountId?: string
  onClose: () => void
}

export default function ImpersonateDialog({ user, accountId, onClose }: Props) {
  const { form, problem, busy, onSubmit } = useApiForm({
    initialValues: { reason: '' },
    validate: { reason: isNotEmpty('Enter a reason.') },
    submit: ({ reason }) => startImpersonation(user.id, reason.trim(), accountId),
    onDone: () => {},
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Impersonate ${user.name}?`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          <Text>
            You will act as {user.name}, with their access, until you stop or time runs out.
            Everything you do is recorded under your name, and the user may be notified.
          </Text>
          <FormProblem problem={problem} />
          <Textarea
            label="Reason"
            description="For example, a ticket number or the user’s request."
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
              Impersonate
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
