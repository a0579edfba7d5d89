import { Checkbox, Tooltip } from '@mantine/core'
import { useMe } from '~/session'
import classes from '~/ui/Matrix.module.css'
import { COMMON_VERBS, matrixOf, permissionLabel, verbOf } from './permissionRows'
import type { PermissionRow } from './queries'

type Props = {
  permissions: PermissionRow[]
  chosen: string[]
  /** Without it the matrix only shows. */
  onChange?: ((chosen: string[]) => void) | undefined
}

/** Which permissions a role holds: resources down, verbs across, blank where there is nothing to allow. */
export function PermissionMatrix({ permissions, chosen, onChange }: Props) {
  const mine = useMe().permissions
  const held = new Set(chosen)
  const sections = matrixOf(permissions, ({ name, category }) => {
    return category === 'resource' || held.has(name) || mine.includes(name)
  })
  const box = (permission: PermissionRow, shown: string) => (
    <Box
      key={permission.name}
      permission={permission}
      shown={shown}
      checked={held.has(permission.name)}
      beyond={!mine.includes(permission.name)}
      onToggle={
        onChange &&
        (() =>
          onChange(
            held.has(permission.name)
              ? chosen.filter((name) => name !== permission.name)
              : [...chosen, permission.name],
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
            <th key={verb}>{permissionLabel(verb)}</th>
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
          {rows.map(({ resource, label, common, others }) => (
            <tr key={resource}>
              <th scope="row">{label}</th>
              {COMMON_VERBS.map((verb, index) => {
                const permission = common[index]
                return (
                  <td key={verb} data-blank={!permission || undefined}>
                    {permission && box(permission, permissionLabel(verb))}
                  </td>
                )
              })}
              <td className={classes.more} data-blank={others.length === 0 || undefined}>
                {others.map((permission) =>
                  box(permission, permissionLabel(verbOf(permission.name))),
                )}
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
  shown: string
  checked: boolean
  beyond: boolean
  onToggle: (() => void) | undefined
}

function Box({ permission: { name, description }, shown, checked, beyond, onToggle }: BoxProps) {
  const locked = !onToggle || beyond
  const reason =
    onToggle && beyond ? ' You do not hold this yourself, so you cannot change it.' : ''
  return (
    <Tooltip
      label={`${description}.${reason}`}
      multiline
      maw={280}
      events={{ hover: true, focus: true, touch: true }}
    >
      <div className={classes.box} data-locked={locked || undefined}>
        <Checkbox
          size="xs"
          label={shown}
          aria-label={name}
          aria-disabled={locked || undefined}
          checked={checked}
          onChange={() => {
            if (!locked) onToggle()
          }}
        />
      </div>
    </Tooltip>
  )
}
