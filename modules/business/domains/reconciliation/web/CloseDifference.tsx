import { Text, Textarea } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { toast } from '~/ui/toast'
import { closeDifference, type Difference } from './queries'
import { adviceFor } from './words'

type Props = { difference: Difference; act: 'resolve' | 'dismiss'; onClose: () => void }

/** Resolves or dismisses a difference, with a note. */
export default function CloseDifference({ difference, act, onClose }: Props) {
  const api = useApiForm({
    initialValues: { note: '' },
    validate: { note: isNotEmpty('Enter a note.') },
    submit: ({ note }) => closeDifference(difference, act, note),
    onDone: () => {
      toast.done(`The difference was ${act === 'resolve' ? 'resolved' : 'dismissed'}.`)
      onClose()
    },
  })
  const label = act === 'resolve' ? 'Resolve' : 'Dismiss'
  return (
    <FormDrawer title={`${label} difference`} actionLabel={label} api={api} onClose={onClose}>
      <Text>
        {difference.description}. {adviceFor(difference)}
      </Text>
      <Textarea
        label="Note"
        description={
          act === 'resolve' ? 'What was done about it.' : 'Why nothing is to be done about it.'
        }
        required
        maxLength={2000}
        autosize
        minRows={3}
        data-autofocus
        {...api.form.getInputProps('note')}
      />
    </FormDrawer>
  )
}
