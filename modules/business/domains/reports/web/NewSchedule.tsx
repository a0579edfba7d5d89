import { useMe } from '~/session'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { toast } from '~/ui/toast'
import { FormatField } from './FormatField'
import { type Report, type Schedule, scheduleReport } from './queries'
import { FrequencyField, RecipientsField } from './ScheduleFields'
import { SubjectFields, useSubject } from './SubjectFields'

/** Schedules a report. */
export default function NewSchedule({ onClose }: { onClose: () => void }) {
  const me = useMe()
  const api = useApiForm({
    initialValues: {
      ...useSubject(),
      frequency: 'monthly' as Schedule['frequency'],
      format: 'csv' as Report['format'],
      recipient_ids: [me.id],
    },
    submit: scheduleReport,
    onDone: ({ name }) => {
      toast.done(`${name} was scheduled.`)
      onClose()
    },
  })
  const { form } = api
  return (
    <FormDrawer title="Schedule a report" actionLabel="Schedule" api={api} onClose={onClose}>
      <SubjectFields form={form} />
      <FrequencyField {...form.getInputProps('frequency')} />
      <FormatField
        value={form.getValues().format}
        onChange={(format) => form.setFieldValue('format', format)}
      />
      <RecipientsField known={[me]} {...form.getInputProps('recipient_ids')} />
    </FormDrawer>
  )
}
