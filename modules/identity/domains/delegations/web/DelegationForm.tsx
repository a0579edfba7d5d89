import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core'
import { isEmail } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { rolesQuery } from '~/roles'
import { useCan, useMe } from '~/session'
import { FormDrawer } from '~/ui/FormDrawer'
import { type ApiForm, useApiForm } from '~/ui/form'
import { toast } from '~/ui/toast'
import {
  changeDelegation,
  createDelegation,
  type Delegation,
  type DelegationValues,
} from './queries'

export function NewDelegation({ onClose }: { onClose: () => void }) {
  const api = useApiForm<DelegationValues, string>({
    initialValues: { email: '', role_id: null, permissions: [], expires_at: '', notes: '' },
    validate: { email: isEmail('Enter a valid email address.'), role_id: requireRoleOrPermission },
    submit: async (values) => {
      await createDelegation(values)
      return values.email
    },
    onDone: (email) => {
      toast.done(`${email} can now switch to this account.`)
      onClose()
    },
  })
  return (
    <FormDrawer title="Delegate access" actionLabel="Delegate access" api={api} onClose={onClose}>
      <TextInput
        label="Email"
        description="The user must already have an account on this server."
        type="email"
        required
        data-autofocus
        {...api.form.getInputProps('email')}
      />
      <AccessFields api={api} />
    </FormDrawer>
  )
}

type EditProps = { delegation: Delegation; onClose: () => void }

export function EditDelegation({ delegation, onClose }: EditProps) {
  const api = useApiForm<DelegationValues, void>({
    initialValues: {
      email: delegation.user.email,
      role_id: delegation.role?.id ?? null,
      permissions: delegation.permissions,
      expires_at: delegation.expires_at?.slice(0, 10) ?? '',
      notes: delegation.notes ?? '',
    },
    validate: { role_id: requireRoleOrPermission },
    submit: (values) => changeDelegation(delegation.id, values),
    onDone: () => {
      toast.done(`Access of ${delegation.user.name} was saved.`)
      onClose()
    },
  })
  return (
    <FormDrawer
      title={`Access of ${delegation.user.name}`}
      actionLabel="Save changes"
      api={api}
      onClose={onClose}
    >
      <AccessFields api={api} />
    </FormDrawer>
  )
}

function AccessFields({ api: { form } }: { api: ApiForm<DelegationValues> }) {
  const ownPermissions = useMe().permissions
  const { data: roles = [] } = useQuery({ ...rolesQuery, enabled: useCan('roles.read') })
  const selectedRole = roles.find((role) => role.id === form.getValues().role_id)
  const delegableRoles = roles.filter(
    (role) =>
      role.id === selectedRole?.id ||
      (role.role_type === 'user' &&
        role.permissions.every((name) => ownPermissions.includes(name))),
  )
  const grantable = (selectedRole?.permissions ?? ownPermissions).filter(
    (name) => !name.startsWith('admin.'),
  )
  return (
    <>
      <Select
        label="Role"
        description="What the user can do here. Permissions over the account itself cannot be delegated."
        data={delegableRoles.map((role) => ({ value: role.id, label: role.display_name }))}
        clearable
        {...form.getInputProps('role_id')}
      />
      <MultiSelect
        label="Permissions"
        description={
          selectedRole
            ? 'Optional. Restricts the role to these permissions. Leave empty for all of them.'
            : 'Select at least one if you choose no role.'
        }
        data={[...new Set([...grantable, ...form.getValues().permissions])]}
        searchable
        clearable
        {...form.getInputProps('permissions')}
      />
      <TextInput
        label="Expires on"
        description="Optional. The last day of access, in UTC."
        type="date"
        min={new Date().toISOString().slice(0, 10)}
        {...form.getInputProps('expires_at')}
      />
      <Textarea
        label="Notes"
        description="Optional. Visible only to your account."
        rows={3}
        maxLength={1000}
        {...form.getInputProps('notes')}
      />
    </>
  )
}

const requireRoleOrPermission = (role: string | null, { permissions }: DelegationValues) =>
  role || permissions.length > 0 ? null : 'Select a role or permissions.'
