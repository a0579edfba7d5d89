import { Anchor, Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { isEmail, isNotEmpty } from '@mantine/form'
import { Link } from '@tanstack/react-router'
import { signIn } from '~/session'
import { FormProblem, useApiForm } from '~/ui/form'
import { visibilityToggle } from '~/ui/PasswordField'

type Props = {
  email?: string | undefined
  /** Called with the verification token if a code is still needed, otherwise with null. */
  onDone: (pending: string | null) => void
}

export function PasswordStep({ email = '', onDone }: Props) {
  const { form, problem, busy, onSubmit } = useApiForm({
    initialValues: { email, password: '' },
    validate: {
      email: isEmail('Enter your email address.'),
      password: isNotEmpty('Enter your password.'),
    },
    submit: signIn,
    onDone,
  })
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="md">
        <FormProblem problem={problem} />
        <TextInput
          label="Email"
          type="email"
          autoComplete="username"
          autoFocus={!email}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          autoFocus={Boolean(email)}
          visibilityToggleButtonProps={visibilityToggle}
          {...form.getInputProps('password')}
        />
        <Button type="submit" size="sm" fullWidth loading={busy}>
          Sign in
        </Button>
        <Anchor
          size="sm"
          ta="center"
          renderRoot={(props) => <Link to="/forgot-password" {...props} />}
        >
          Forgot your password?
        </Anchor>
      </Stack>
    </form>
  )
}
