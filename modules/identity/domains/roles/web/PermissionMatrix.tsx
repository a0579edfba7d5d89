import { Checkbox } from '@mantine/core'
import { useMe } from '~/session'
import { formatCode } from '~/ui/format'
import classes from '~/ui/Matrix.module.css'
import { Tip } from '~/ui/Tip'
import { COMMON_VERBS, matrixOf, verbOf } from './permissionRows'
import type { PermissionRow } from './queries'

type Props = {
  permissions: PermissionRow[]
  selected: string[] /** Omit for a read-only matrix. */
  onChange?: ((selected: string[]) => void) | undefined
}

/** The permissions of a role: a row per resource, a column per verb. */
export function PermissionMatrix({ permissions, selected, onChange }: Props) {
  const ownPermissions = useMe().permissions
  const granted = new Set(selected)
  const sections = matrixOf(permissions, ({ name, category }) => {
    return category === 'resource' || granted.has(name) || ownPermissions.includes(name)
  })
  const box = (permission: PermissionRow, label: string) => (
    <Box
      key={permission.name}
      permission={permission}
      label={label}
      checked={granted.has(permission.name)}
      missing={!ownPermissions.includes(permission.name)}
      onToggle={
        onChange &&
        (() =>
          onChange(
            granted.has(permission.name)
              ? selected.filter((name) => name !== permission.name)
              : [...selected, permission.name],
          ))
      }
    />
  )
  return (
    <table className={classes.matrix} aria-label="Permissions">
      <thead>
        <tr>
          <th>Resource</th>
          {COMMON_VERBS.map((verb) => (
            <th key={verb}>{formatCode(verb)}</th>
          ))}
          <th>More</th>
        </tr>
      </thead>
      {sections.map(({ label, rows }) => (
        <tbody key={label}>
          {sections.length > 1 && (
            <tr className={classes.section}>
              <th colSpan={COMMON_VERBS.length + 2}>{label}</th>
            </tr>
          )}
          {rows.map(({ resource, label, common, more }) => (
            <tr key={resource}>
              <th scope="row">{label}</th>
              {COMMON_VERBS.map((verb, index) => {
                const permission = common[index]
                return (
                  <td key={verb} data-blank={!permission || undefined}>
                    {permission && box(permission, formatCode(verb))}
                  </td>
                )
              })}
              <td className={classes.more} data-blank={more.length === 0 || undefined}>
                {more.map((permission) => box(permission, formatCode(verbOf(permission.name))))}
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

type BoxProps = {
  permission: PermissionRow
  label: string
  checked: boolean
  missing: boolean
  onToggle: (() => void) | undefined
}

function Box({ permission: { name, description }, label, checked, missing, onToggle }: BoxProps) {
  const locked = !onToggle || missing
  const reason =
    onToggle && missing ? ' You don’t have this permission, so you cannot change it.' : ''
  return (
    <Tip label={`${description}.${reason}`} byFocus>
      <div className={classes.box} data-locked={locked || undefined}>
        <Checkbox
          size="xs"
          label={label}
          aria-label={name}
          aria-disabled={locked || undefined}
          checked={checked}
          onChange={() => {
            if (!locked) onToggle()
          }}
        />
      </div>
    </Tip>
  )
}
