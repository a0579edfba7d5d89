import { Text, TextInput } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { toast } from '~/ui/toast'
import { FormatField } from './FormatField'
import { changeSchedule, type Schedule, type ScheduleChanges } from './queries'
import { FrequencyField, RecipientsField } from './ScheduleFields'
import { subjectOf } from './words'

type Props = { schedule: Schedule; onClose: () => void }

/** Changes a schedule, except what its report is about. */
export default function EditSchedule({ schedule, onClose }: Props) {
  const { name, format, frequency, recipients } = schedule
  const api = useApiForm<ScheduleChanges, Schedule>({
    initialValues: { name, format, frequency, recipient_ids: recipients.map(({ id }) => id) },
    validate: {
      name: isNotEmpty('Enter a name.'),
      recipient_ids: isNotEmpty('Choose at least one recipient.'),
    },
    submit: (values) => changeSchedule(schedule, values),
    onDone: (changed) => {
      toast.done(`${changed.name} was saved.`)
      onClose()
    },
  })
  const { form } = api
  return (
    <FormDrawer title={`Edit ${name}`} actionLabel="Save changes" api={api} onClose={onClose}>
      <Text size="sm" c="dimmed">
        {subjectOf(schedule)}. For another report, add another schedule.
      </Text>
      <TextInput
        label="Name"
        required
        maxLength={100}
        data-autofocus
        {...form.getInputProps('name')}
      />
      <FrequencyField {...form.getInputProps('frequency')} />
      <FormatField
        value={form.getValues().format}
        onChange={(value) => form.setFieldValue('format', value)}
      />
      <RecipientsField known={recipients} {...form.getInputProps('recipient_ids')} />
    </FormDrawer>
  )
}
