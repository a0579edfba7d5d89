import { Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import type { ReactNode } from 'react'
import type { Role } from '~/roles'
import { useCan, useMe } from '~/session'
import { DetailPage } from '~/ui/DetailPage'
import { FormProblem, useApiForm, useNewerValues } from '~/ui/form'
import { RelativeTime } from '~/ui/RelativeTime'
import { toast } from '~/ui/toast'
import { useLeaveGuard } from '~/ui/useLeaveGuard'
import { nameProblem } from './name'
import { PermissionMatrix } from './PermissionMatrix'
import { sameNames } from './permissionRows'
import { changeRole, type PermissionRow, type RoleValues } from './queries'
import { RolePreviewPanel } from './RolePreviewPanel'
import { RoleUsers } from './RoleUsers'

type Props = { role: Role; permissions: PermissionRow[]; actions: ReactNode }

export function RoleEditor({ role, permissions, actions }: Props) {
  const impersonating = useMe().impersonator !== null
  const editable = useCan('roles.update') && !role.immutable && !impersonating
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
  const changes = changesIn(form.getValues(), role)
  const dirty = Object.keys(changes).length > 0
  useLeaveGuard(dirty && !api.busy)
  return (
    <form onSubmit={api.onSubmit} noValidate>
      <DetailPage
        parent={{ label: 'Roles', to: '/roles' }}
        name={role.display_name}
        id={role.id}
        status={<Text c="dimmed">{role.immutable ? 'Built in' : 'Custom'}</Text>}
        actions={actions}
        facts={[
          [
            'Name',
            <span key="n" className="mono">
              {role.name}
            </span>,
          ],
          ['Permissions', role.permissions.length],
          ['Users', role.users_count],
          ['Updated', <RelativeTime key="u" at={role.updated_at} />],
        ]}
        rail={
          editable && (
            <RolePreviewPanel
              role={role}
              selected={selected}
              dirty={dirty}
              busy={api.busy}
              onReset={form.reset}
            />
          )
        }
      >
        <FormProblem problem={api.problem} />
        {editable ? (
          <Stack gap="md" maw={640}>
            <TextInput label="Display name" required {...form.getInputProps('display_name')} />
            <TextInput
              label="Name"
              description="Used in the API: lowercase letters, dots and underscores."
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
        ) : (
          <div>
            <Text>{role.description || '–'}</Text>
            {role.immutable && (
              <Text c="dimmed">
                Built-in roles cannot be edited. Duplicate the role to customize it.
              </Text>
            )}
          </div>
        )}
        <section aria-label="Permissions">
          {' '}
          <Title order={2} mb="xs">
            {' '}
            Permissions
          </Title>
          <PermissionMatrix
            permissions={permissions}
            selected={selected}
            onChange={
              editable ? (permissions) => form.setFieldValue('permissions', permissions) : undefined
            }
          />
        </section>
        <RoleUsers role={role} />
      </DetailPage>
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
