import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { FormProblem, useApiForm } from '~/ui/form'

type Props = {
  title: string
  description?: string
  actionLabel: string
  name?: string
  submit: (name: string) => Promise<unknown>
  onDone: () => void
  onClose: () => void
}

export default function NamePasskey(props: Props) {
  const { title, description, actionLabel, name = '', submit, onDone, onClose } = props
  const { form, problem, busy, onSubmit } = useApiForm({
    initialValues: { name },
    validate: { name: isNotEmpty('Enter a name.') },
    submit: (values) => submit(values.name.trim()),
    onDone,
  })
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          {description && <Text>{description}</Text>}
          <FormProblem problem={problem} />
          <TextInput
            label="Name"
            description="A name you will recognize, such as “Work laptop”."
            required
            maxLength={100}
            data-autofocus
            {...form.getInputProps('name')}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={busy}>
              {actionLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
