import { Select } from '@mantine/core'
import type { Option } from './state'

type Props = {
  label: string
  options: readonly Option[]
  value: string | undefined
  onChange: (value: string) => void
}

/** One of many options, found by typing. */
export default function SearchableOptions({ label, options, value, onChange }: Props) {
  return (
    <Select
      size="xs"
      w={260}
      aria-label={label}
      placeholder="Search"
      data={[...options]}
      value={value ?? null}
      onChange={(next) => {
        if (next) onChange(next)
      }}
      searchable
      selectFirstOptionOnChange
      defaultDropdownOpened
      allowDeselect={false}
      nothingFoundMessage="No results"
      comboboxProps={{ withinPortal: false }}
      data-autofocus
    />
  )
}
