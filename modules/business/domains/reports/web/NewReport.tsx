import { Group, TextInput } from '@mantine/core'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { toast } from '~/ui/toast'
import { FormatField } from './FormatField'
import { type Report, requestReport } from './queries'
import { SubjectFields, useSubject } from './SubjectFields'

const today = () => new Date().toISOString().slice(0, 10)
const startOfMonth = () => `${today().slice(0, 8)}01`

/** Requests a report. */
export default function NewReport({ onClose }: { onClose: () => void }) {
  const api = useApiForm({
    initialValues: {
      ...useSubject(),
      format: 'csv' as Report['format'],
      start_date: startOfMonth(),
      end_date: today(),
      name: '',
    },
    submit: ({ name, ...values }) => requestReport({ ...values, ...(name.trim() && { name }) }),
    onDone: ({ name }) => {
      toast.done(`${name} was requested. You will be notified when it is ready.`)
      onClose()
    },
  })
  const { form } = api
  return (
    <FormDrawer title="New report" actionLabel="Request report" api={api} onClose={onClose}>
      <SubjectFields form={form} />
      <Group grow align="flex-start">
        <TextInput label="From" type="date" {...form.getInputProps('start_date')} />
        <TextInput label="Until" type="date" {...form.getInputProps('end_date')} />
      </Group>
      <FormatField
        value={form.getValues().format}
        onChange={(value) => form.setFieldValue('format', value)}
      />
      <TextInput
        label="Name"
        description="Optional. By default, the type and the range."
        maxLength={100}
        {...form.getInputProps('name')}
      />
    </FormDrawer>
  )
}
