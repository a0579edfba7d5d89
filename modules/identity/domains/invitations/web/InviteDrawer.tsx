import { Textarea, TextInput } from '@mantine/core'
import { isEmail } from '@mantine/form'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { RolesField } from '~/ui/RolesField'
import { toast } from '~/ui/toast'
import { invite } from './queries'

export default function InviteDrawer({ onClose }: { onClose: () => void }) {
  const form = useApiForm({
    initialValues: { email: '', name: '', roles: ['member'], message: '' },
    validate: { email: isEmail('Enter a valid email address.') },
    submit: async (values) => {
      await invite(values)
      return values.email
    },
    onDone: (email) => {
      toast.done(`An invitation was sent to ${email}.`)
      onClose()
    },
  })
  const field = form.form.getInputProps
  return (
    <FormDrawer title="Invite user" actionLabel="Send invitation" api={form} onClose={onClose}>
      <TextInput label="Email" type="email" required data-autofocus {...field('email')} />
      <TextInput
        label="Name"
        description="Optional. The user can change it when accepting."
        {...field('name')}
      />
      <RolesField {...field('roles')} />
      <Textarea
        label="Message"
        description="Optional. Included in the email. The link works for seven days."
        rows={4}
        maxLength={500}
        {...field('message')}
      />
    </FormDrawer>
  )
}
