import { Skeleton, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import type { Role } from '~/roles'
import { useCanUnlessImpersonating } from '~/session'
import { FormProblem, useApiForm, useNewerValues } from '~/ui/form'
import { LoadError } from '~/ui/LoadError'
import { toast } from '~/ui/toast'
import { useLeaveGuard } from '~/ui/useLeaveGuard'
import { nameProblem } from './name'
import { PermissionMatrix } from './PermissionMatrix'
import { sameNames } from './permissionRows'
import { changeRole, type PermissionRow, permissionsQuery, type RoleValues } from './queries'
import { RolePreviewPanel } from './RolePreviewPanel'

/** The permissions of a role. A custom role is edited here, with a preview of the effect. */
export default function RoleEditor({ role }: { role: Role }) {
  const { data: permissions, error, refetch } = useQuery(permissionsQuery)
  const editable = useCanUnlessImpersonating('roles.update') && !role.immutable
  if (error) return <LoadError error={error} retry={() => void refetch()} />
  if (!permissions) return <Skeleton height={320} aria-busy="true" />
  if (editable) return <Editor role={role} permissions={permissions} />
  return (
    <>
      {role.immutable && (
        <Text c="dimmed">Built-in roles cannot be edited. Duplicate the role to customize it.</Text>
      )}
      <PermissionMatrix permissions={permissions} selected={role.permissions} />
    </>
  )
}

function Editor({ role, permissions }: { role: Role; permissions: PermissionRow[] }) {
  const saved = {
    display_name: role.display_name,
    name: role.name,
    description: role.description,
    permissions: role.permissions,
  }
  const api = useApiForm({
    initialValues: saved,
    validate: { display_name: isNotEmpty('Enter a display name.'), name: nameProblem },
    submit: (values) => changeRole(role.id, changesIn(values, role)),
    onDone: ({ display_name }) => toast.done(`The role ${display_name} was saved.`),
  })
  const { form } = api
  useNewerValues(form, saved)
  const selected = form.getValues().permissions
  const dirty = Object.keys(changesIn(form.getValues(), role)).length > 0
  useLeaveGuard(dirty && !api.busy)
  return (
    <form onSubmit={api.onSubmit} noValidate>
      <Stack gap="lg">
        <FormProblem problem={api.problem} />
        <Stack gap="md" maw={640}>
          <TextInput label="Display name" required {...form.getInputProps('display_name')} />
          <TextInput
            label="Name"
            description="Used in the API. Only lowercase letters, dots and underscores."
            required
            {...form.getInputProps('name')}
          />
          <Textarea
            label="Description"
            description="Optional. What the role is for."
            rows={2}
            maxLength={500}
            {...form.getInputProps('description')}
          />
        </Stack>
        <PermissionMatrix
          permissions={permissions}
          selected={selected}
          onChange={(permissions) => form.setFieldValue('permissions', permissions)}
        />
        <RolePreviewPanel
          role={role}
          selected={selected}
          dirty={dirty}
          busy={api.busy}
          onReset={form.reset}
        />
      </Stack>
    </form>
  )
}

function changesIn(values: RoleValues, role: Role): Partial<RoleValues> {
  const changes: Partial<RoleValues> = {}
  for (const field of ['display_name', 'name', 'description'] as const) {
    if (values[field] !== role[field]) changes[field] = values[field]
  }
  if (!sameNames(values.permissions, role.permissions)) changes.permissions = values.permissions
  return changes
}
