import { Anchor, Button, Stack, TextInput } from '@mantine/core'
import { isEmail, isNotEmpty } from '@mantine/form'
import { Link, useNavigate } from '@tanstack/react-router'
import { register } from '~/session'
import { AuthCard } from '~/ui/AuthCard'
import { FormProblem, useApiForm } from '~/ui/form'
import { NewPasswordField, passwordProblem } from '~/ui/PasswordField'

export function RegisterPage() {
  const navigate = useNavigate()
  const { form, problem, busy, onSubmit } = useApiForm({
    initialValues: { name: '', email: '', password: '', account_name: '' },
    validate: {
      name: isNotEmpty('Enter your name.'),
      email: isEmail('Enter a valid email address.'),
      account_name: isNotEmpty('Enter a name for the account.'),
      password: passwordProblem,
    },
    submit: register,
    onDone: () => navigate({ to: '/' }),
  })
  return (
    <AuthCard
      title="Create your account"
      below={
        <>
          Already registered?{' '}
          <Anchor
            inherit
            underline="always"
            renderRoot={(props) => <Link to="/sign-in" {...props} />}
          >
            Sign in
          </Anchor>
        </>
      }
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          <FormProblem problem={problem} />
          <TextInput label="Name" autoComplete="name" autoFocus {...form.getInputProps('name')} />
          <TextInput
            label="Email"
            type="email"
            autoComplete="email"
            {...form.getInputProps('email')}
          />
          <TextInput
            label="Account name"
            description="Your company or team."
            autoComplete="organization"
            {...form.getInputProps('account_name')}
          />
          <NewPasswordField label="Password" {...form.getInputProps('password')} />
          <Button type="submit" size="sm" fullWidth loading={busy}>
            Create account
          </Button>
        </Stack>
      </form>
    </AuthCard>
  )
}
