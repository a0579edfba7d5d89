import { TextInput } from '@mantine/core'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { advanceTestClock, type TestClock } from './queries'

type Props = { clock: TestClock; onClose: () => void }

/** Advances a clock to a date of choice, at the time of day that it has. */
export default function AdvanceToDate({ clock: { id, billing_time }, onClose }: Props) {
  const api = useApiForm({
    initialValues: { to: '' },
    validate: {
      to: (day: string) => (day > billing_time.slice(0, 10) ? null : 'Enter a later day.'),
    },
    submit: ({ to: day }) => advanceTestClock({ id, to: `${day}${billing_time.slice(10)}` }),
    onDone: onClose,
  })
  return (
    <FormDrawer title="Advance to a date" actionLabel="Advance" api={api} onClose={onClose}>
      <TextInput
        label="Date"
        description="At most two years ahead. What is due until then happens in order."
        type="date"
        required
        data-autofocus
        {...api.form.getInputProps('to')}
      />
    </FormDrawer>
  )
}
