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
    validate: { email: isEmail('Enter a valid email address') },
    submit: async (values) => {
      await invite(values)
      return values.email
    },
    onDone: (email) => {
      toast.done(`An invitation is on its way to ${email}.`)
      onClose()
    },
  })
  const field = form.form.getInputProps
  return (
    <FormDrawer title="Invite somebody" actionLabel="Send invitation" api={form} onClose={onClose}>
      <TextInput label="Email" type="email" required data-autofocus {...field('email')} />
      <TextInput
        label="Name"
        description="Optional. They can change it when they accept."
        {...field('name')}
      />
      <RolesField {...field('roles')} />
      <Textarea
        label="Message"
        description="Optional. It is part of the mail, whose link works for seven days."
        rows={4}
        maxLength={500}
        {...field('message')}
      />
    </FormDrawer>
  )
}
