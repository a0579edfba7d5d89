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
    validate: { email: isEmail('Enter a valid email address'), role_id: someRight },
    submit: async (values) => {
      await createDelegation(values)
      return values.email
    },
    onDone: (email) => {
      toast.done(`${email} can switch to this account now.`)
      onClose()
    },
  })
  return (
    <FormDrawer title="Delegate access" actionLabel="Delegate access" api={api} onClose={onClose}>
      <TextInput
        label="Email"
        description="Somebody who has an account of their own on this server."
        type="email"
        required
        data-autofocus
        {...api.form.getInputProps('email')}
      />
      <Rights api={api} />
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
    validate: { role_id: someRight },
    submit: (values) => changeDelegation(delegation.id, values),
    onDone: () => {
      toast.done(`The access of ${delegation.user.name} was saved.`)
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
      <Rights api={api} />
    </FormDrawer>
  )
}

function Rights({ api: { form } }: { api: ApiForm<DelegationValues> }) {
  const mine = useMe().permissions
  const { data: roles = [] } = useQuery({ ...rolesQuery, enabled: useCan('roles.read') })
  const chosen = roles.find((role) => role.id === form.getValues().role_id)
  const passable = roles.filter(
    (role) =>
      role.id === chosen?.id ||
      (role.role_type === 'user' && role.permissions.every((name) => mine.includes(name))),
  )
  const grantable = (chosen?.permissions ?? mine).filter((name) => !name.startsWith('admin.'))
  return (
    <>
      <Select
        label="Role"
        description="What they may do here. Rights over the account itself cannot be passed on."
        data={passable.map((role) => ({ value: role.id, label: role.display_name }))}
        clearable
        {...form.getInputProps('role_id')}
      />
      <MultiSelect
        label="Permissions"
        description={
          chosen
            ? 'Optional. Narrows the role to just these; leave empty for all it allows.'
            : 'Needed where no role is chosen: they may do just these.'
        }
        data={[...new Set([...grantable, ...form.getValues().permissions])]}
        searchable
        clearable
        {...form.getInputProps('permissions')}
      />
      <TextInput
        label="Ends on"
        description="Optional. The last day, in UTC."
        type="date"
        min={new Date().toISOString().slice(0, 10)}
        {...form.getInputProps('expires_at')}
      />
      <Textarea
        label="Notes"
        description="Optional. What it is for; only your account sees it."
        rows={3}
        maxLength={1000}
        {...form.getInputProps('notes')}
      />
    </>
  )
}

const someRight = (role: string | null, { permissions }: DelegationValues) =>
  role || permissions.length > 0 ? null : 'Choose a role or some permissions'
