import { TextInput } from '@mantine/core'
import { isEmail, isNotEmpty } from '@mantine/form'
import type { User } from '~/api'
import { FormDrawer } from '~/ui/FormDrawer'
import { type ApiForm, useApiForm } from '~/ui/form'
import { RolesField } from '~/ui/RolesField'
import { toast } from '~/ui/toast'
import { changeUser, inviteUser } from './queries'

type Values = { name: string; email: string; roles: string[] }

const validate = {
  name: isNotEmpty('Enter a name.'),
  email: isEmail('Enter a valid email address.'),
}

export function InviteUserForm({ onClose }: { onClose: () => void }) {
  const invite = useApiForm<Values, User>({
    initialValues: { name: '', email: '', roles: ['member'] },
    validate,
    submit: inviteUser,
    onDone: (user) => {
      toast.done(`${user.name} was added and will get an email to set a password.`)
      onClose()
    },
  })
  return (
    <FormDrawer title="Add user" actionLabel="Add user" api={invite} onClose={onClose}>
      <Fields api={invite} />
    </FormDrawer>
  )
}

export function EditUserForm({ user, onClose }: { user: User; onClose: () => void }) {
  const edit = useApiForm<Values, User>({
    initialValues: { name: user.name, email: user.email, roles: user.roles },
    validate,
    submit: ({ roles, ...rest }) =>
      changeUser(user.id, sameRoles(roles, user.roles) ? rest : { ...rest, roles }),
    onDone: ({ name }) => {
      toast.done(`${name} was saved.`)
      onClose()
    },
  })
  return (
    <FormDrawer title={`Edit ${user.name}`} actionLabel="Save changes" api={edit} onClose={onClose}>
      <Fields api={edit} current={user.roles} />
    </FormDrawer>
  )
}

function Fields({ api, current = [] }: { api: ApiForm<Values>; current?: string[] }) {
  return (
    <>
      <TextInput label="Name" required data-autofocus {...api.form.getInputProps('name')} />
      <TextInput label="Email" type="email" required {...api.form.getInputProps('email')} />
      <RolesField current={current} {...api.form.getInputProps('roles')} />
    </>
  )
}

const sameRoles = (a: string[], b: string[]) =>
  a.length === b.length && a.every((role) => b.includes(role))
