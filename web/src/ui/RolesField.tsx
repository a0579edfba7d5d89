import { MultiSelect, type MultiSelectProps } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { assignableRolesQuery } from '../roles'

type Props = MultiSelectProps & {
  /** Roles held already stay visible even when the editor may not hand them out. */
  held?: string[]
}

/** Its list closes with each choice, as it would lie over the buttons below. */
export function RolesField({ held = [], onChange, ...field }: Props) {
  const [opened, { open, close }] = useDisclosure()
  const { data: assignable = [] } = useQuery(assignableRolesQuery)
  const offered = assignable.map((role) => ({ value: role.name, label: role.display_name }))
  const others = held.filter((name) => !assignable.some((role) => role.name === name))
  return (
    <MultiSelect
      label="Roles"
      description="Optional. What they may do; you can give the roles you outrank."
      data={[...offered, ...others.map((name) => ({ value: name, label: name, disabled: true }))]}
      clearable
      dropdownOpened={opened}
      onDropdownOpen={open}
      onDropdownClose={close}
      onChange={(chosen) => {
        onChange?.(chosen)
        close()
      }}
      {...field}
    />
  )
}
