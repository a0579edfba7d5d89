import { MultiSelect, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCan, useMe } from '~/session'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { toast } from '~/ui/toast'
import { FormatField } from './FormatField'
import { type Report, recipientsQuery, type Schedule, scheduleReport } from './queries'
import { TypeCards } from './TypeCards'

/** Schedules a report. */
export default function NewSchedule({ onClose }: { onClose: () => void }) {
  const me = useMe()
  const { data: users = [me] } = useQuery({ ...recipientsQuery, enabled: useCan('users.read') })
  const api = useApiForm({
    initialValues: {
      report_type: 'invoices' as Report['report_type'],
      all_accounts: false,
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
      <TypeCards form={form} />
      <Select
        label="Frequency"
        description="At 08:00 UTC, for the time since the last one."
        data={[
          { value: 'daily', label: 'Daily' },
          { value: 'weekly', label: 'Weekly, on Monday' },
          { value: 'monthly', label: 'Monthly, on the first' },
        ]}
        allowDeselect={false}
        {...form.getInputProps('frequency')}
      />
      <FormatField
        value={form.getValues().format}
        onChange={(format) => form.setFieldValue('format', format)}
      />
      <MultiSelect
        label="Recipients"
        description="Get an email with a link to each file, if they may see the report."
        data={users.map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` }))}
        searchable
        {...form.getInputProps('recipient_ids')}
      />
    </FormDrawer>
  )
}
