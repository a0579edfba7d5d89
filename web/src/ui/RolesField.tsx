import { MultiSelect, type MultiSelectProps } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { assignableRolesQuery } from '../roles'

type Props = MultiSelectProps & {
  /** The user's current roles stay selectable to remove, even if the editor cannot assign them. */
  current?: string[]
}

/** The list closes after each selection, so that it does not cover the buttons below. */
export function RolesField({ current = [], onChange, ...field }: Props) {
  const [opened, { open, close }] = useDisclosure()
  const { data: assignable = [] } = useQuery(assignableRolesQuery)
  const options = assignable.map((role) => ({ value: role.name, label: role.display_name }))
  const unassignable = current.filter((name) => !assignable.some((role) => role.name === name))
  return (
    <MultiSelect
      label="Roles"
      description="Optional. You can assign only roles whose permissions you have."
      data={[
        ...options,
        ...unassignable.map((name) => ({ value: name, label: name, disabled: true })),
      ]}
      clearable
      dropdownOpened={opened}
      onDropdownOpen={open}
      onDropdownClose={close}
      onChange={(roles) => {
        onChange?.(roles)
        close()
      }}
      {...field}
    />
  )
}
