import { Select } from '@mantine/core'
import type { Report } from './queries'

type Props = { value: Report['format']; onChange: (format: Report['format']) => void }

export function FormatField({ value, onChange }: Props) {
  return (
    <Select
      label="Format"
      data={[
        { value: 'csv', label: 'CSV, with every row and column' },
        { value: 'pdf', label: 'PDF, to read or print' },
      ]}
      allowDeselect={false}
      value={value}
      onChange={(format) => format && onChange(format as Report['format'])}
    />
  )
}
