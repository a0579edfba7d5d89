import { MultiSelect, type MultiSelectProps, Select, type SelectProps } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCan } from '~/session'
import { type Recipient, recipientsQuery } from './queries'

type Given = 'value' | 'error' | 'onChange'
type Recipients = Pick<MultiSelectProps<string>, Given> & { known: Recipient[] }

export function FrequencyField(field: Pick<SelectProps<string>, Given>) {
  return (
    <Select
      label="Frequency"
      description="At 08:00 UTC, for the time since the last one."
      data={[
        { value: 'daily', label: 'Daily' },
        { value: 'weekly', label: 'Weekly, on Monday' },
        { value: 'monthly', label: 'Monthly, on the first' },
      ]}
      allowDeselect={false}
      {...field}
    />
  )
}

/** `known` are offered to those who may not see the users of the account. */
export function RecipientsField({ known, ...field }: Recipients) {
  const { data: users = known } = useQuery({ ...recipientsQuery, enabled: useCan('users.read') })
  return (
    <MultiSelect
      label="Recipients"
      description="Get an email with a link to each file, if they may see the report."
      data={users.map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` }))}
      searchable
      {...field}
    />
  )
}
