import {
  Button,
  Group,
  PasswordInput,
  SegmentedControl,
  Stack,
  TextInput,
  useMantineColorScheme,
} from '@mantine/core'
import { isEmail, isNotEmpty } from '@mantine/form'
import { useMe } from '~/session'
import { FormProblem, useApiForm } from '~/ui/form'
import { NewPasswordField, passwordProblem, visibilityToggle } from '~/ui/PasswordField'
import { SettingsLayout, SettingsSection } from '~/ui/SettingsLayout'
import { toast } from '~/ui/toast'
import { useLeaveGuard } from '~/ui/useLeaveGuard'
import { changeUser } from './queries'

export function ProfilePage() {
  return (
    <SettingsLayout title="Profile">
      <Profile />
      <Password />
      <Theme />
    </SettingsLayout>
  )
}

function Profile() {
  const me = useMe()
  const edit = useApiForm({
    initialValues: { name: me.name, email: me.email, current_password: '' },
    validate: {
      name: isNotEmpty('Enter your name.'),
      email: isEmail('Enter an email address.'),
      current_password: (password, { email }) =>
        email !== me.email && !password ? 'Enter your password.' : null,
    },
    submit: ({ name, email, current_password }) =>
      changeUser(me.id, email === me.email ? { name } : { name, email, current_password }),
    onDone: () => toast.done('Your profile was saved.'),
  })
  const { form } = edit
  const emailChanged = form.values.email !== me.email
  useLeaveGuard(form.isDirty() && !edit.busy)
  return (
    <SettingsSection title="Personal details">
      <form onSubmit={edit.onSubmit} noValidate>
        <Stack gap="md">
          <FormProblem problem={edit.problem} />
          <TextInput label="Name" autoComplete="name" required {...form.getInputProps('name')} />
          <TextInput
            label="Email"
            type="email"
            autoComplete="email"
            required
            description={
              me.email_verified ? 'Confirmed.' : 'Not confirmed yet. Use the link we emailed you.'
            }
            {...form.getInputProps('email')}
          />
          {emailChanged && (
            <PasswordInput
              label="Your password"
              description="Required to change your email. The new address must be confirmed."
              autoComplete="current-password"
              required
              visibilityToggleButtonProps={visibilityToggle}
              {...form.getInputProps('current_password')}
            />
          )}
          <Group justify="flex-end">
            <Button type="submit" loading={edit.busy} disabled={!form.isDirty()}>
              Save changes
            </Button>
          </Group>
        </Stack>
      </form>
    </SettingsSection>
  )
}

function Password() {
  const me = useMe()
  const edit = useApiForm({
    initialValues: { current_password: '', password: '' },
    validate: {
      current_password: isNotEmpty('Enter your current password.'),
      password: passwordProblem,
    },
    submit: (values) => changeUser(me.id, values),
    onDone: () => {
      edit.form.reset()
      toast.done('Your password was changed.')
    },
  })
  return (
    <SettingsSection title="Password">
      <form onSubmit={edit.onSubmit} noValidate>
        <Stack gap="md">
          <FormProblem problem={edit.problem} />
          <PasswordInput
            label="Current password"
            autoComplete="current-password"
            required
            visibilityToggleButtonProps={visibilityToggle}
            {...edit.form.getInputProps('current_password')}
          />
          <NewPasswordField
            label="New password"
            required
            {...edit.form.getInputProps('password')}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={edit.busy} disabled={!edit.form.isDirty()}>
              Change password
            </Button>
          </Group>
        </Stack>
      </form>
    </SettingsSection>
  )
}

function Theme() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <SettingsSection title="Theme" description="Saved in this browser. System follows your device.">
      <SegmentedControl
        aria-label="Theme"
        value={colorScheme}
        onChange={(value) => setColorScheme(value as typeof colorScheme)}
        data={[
          { value: 'light', label: 'Light' },
          { value: 'dark', label: 'Dark' },
          { value: 'auto', label: 'System' },
        ]}
      />
    </SettingsSection>
  )
}
