import { Select, TextInput } from '@mantine/core'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { toast } from '~/ui/toast'
import { compareDay } from './queries'
import { gatewayLabels } from './words'

const DAY_MS = 86_400_000
const yesterday = () => new Date(Date.now() - DAY_MS).toISOString().slice(0, 10)

const gateways = (['stripe', 'paypal'] as const).map((value) => ({
  value,
  label: gatewayLabels[value],
}))

/** Compares the payments of a day now. */
export default function CompareDay({ onClose }: { onClose: () => void }) {
  const api = useApiForm({
    initialValues: { gateway: 'stripe' as 'stripe' | 'paypal', date: yesterday() },
    submit: compareDay,
    onDone: ({ report_date }) => {
      toast.done(`The payments of ${report_date} are compared.`)
      onClose()
    },
  })
  return (
    <FormDrawer title="Compare a day" actionLabel="Compare" api={api} onClose={onClose}>
      <Select
        label="Gateway"
        data={gateways}
        allowDeselect={false}
        {...api.form.getInputProps('gateway')}
      />
      <TextInput
        label="Day"
        description="In UTC. A day that was compared is compared again."
        type="date"
        required
        {...api.form.getInputProps('date')}
      />
    </FormDrawer>
  )
}
