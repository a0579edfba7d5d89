import { Text, Textarea, TextInput } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Role } from '~/roles'
import { useMe } from '~/session'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { toast } from '~/ui/toast'
import { nameProblem } from './name'
import { createRole } from './queries'

type Props = { from?: Role; onClose: () => void }

/** Creates a role by name. Its permissions are selected on its page, which opens next. */
export default function NewRole({ from, onClose }: Props) {
  const navigate = useNavigate()
  const ownPermissions = useMe().permissions
  const permissions = from?.permissions.filter((name) => ownPermissions.includes(name)) ?? []
  const [nameEdited, setNameEdited] = useState(false)
  const api = useApiForm({
    initialValues: { display_name: '', name: '', description: from?.description ?? '' },
    validate: { display_name: isNotEmpty('Enter a display name.'), name: nameProblem },
    submit: (values) => createRole({ ...values, permissions }),
    onDone: async (role) => {
      toast.done(`The role ${role.display_name} was created.`)
      await navigate({
        to: '/roles/$id',
        params: { id: role.id },
        search: { tab: 'permissions' },
      })
    },
  })
  const field = api.form.getInputProps
  return (
    <FormDrawer
      title={from ? `Duplicate ${from.display_name}` : 'Create role'}
      actionLabel="Create role"
      api={api}
      onClose={onClose}
    >
      <TextInput
        label="Display name"
        required
        data-autofocus
        {...field('display_name')}
        onChange={(event) => {
          const { value } = event.currentTarget
          api.form.setFieldValue('display_name', value)
          if (!nameEdited) api.form.setFieldValue('name', slug(value))
        }}
      />
      <TextInput
        label="Name"
        description="Used in the API. Only lowercase letters, dots and underscores."
        required
        {...field('name')}
        onChange={(event) => {
          setNameEdited(true)
          api.form.setFieldValue('name', event.currentTarget.value)
        }}
      />
      <Textarea
        label="Description"
        description="Optional. What it is for."
        rows={3}
        maxLength={500}
        {...field('description')}
      />
      <Text size="sm" c="dimmed">
        {permissions.length > 0
          ? `Starts with ${permissions.length} permissions. You can change them on the next page.`
          : 'Select its permissions on the next page.'}
      </Text>
    </FormDrawer>
  )
}

const slug = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z.]+/g, '_')
    .replace(/^_+|_+$/g, '')
