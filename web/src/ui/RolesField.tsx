import { MultiSelect, type MultiSelectProps } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { assignableRolesQuery } from '../roles'

type Props = MultiSelectProps & {
  /** Roles held already stay visible even when the editor may not hand them out. */
  held?: string[]
}

export function RolesField({ held = [], ...field }: Props) {
  const { data: assignable = [] } = useQuery(assignableRolesQuery)
  const offered = assignable.map((role) => ({ value: role.name, label: role.display_name }))
  const others = held.filter((name) => !assignable.some((role) => role.name === name))
  return (
    <MultiSelect
      label="Roles"
      description="Optional. What they may do; you can give the roles you outrank."
      data={[...offered, ...others.map((name) => ({ value: name, label: name, disabled: true }))]}
      clearable
      {...field}
    />
  )
}
