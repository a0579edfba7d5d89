import { Anchor, Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { isEmail, isNotEmpty } from '@mantine/form'
import { Link, useRouter, useSearch } from '@tanstack/react-router'
import { signIn } from '../../session'
import { FormProblem, useApiForm } from '../../ui/form'
import { visibilityToggle } from '../../ui/PasswordField'
import { AuthCard } from './AuthCard'
import { inside } from './next'

export function SignInPage() {
  const { next }: { next?: string } = useSearch({ strict: false })
  const router = useRouter()
  const { form, problem, busy, onSubmit } = useApiForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: isEmail('Enter your email address'),
      password: isNotEmpty('Enter your password'),
    },
    submit: signIn,
    onDone: () => router.history.replace(inside(next)),
  })
  return (
    <AuthCard
      title="Sign in"
      below={
        <>
          New here?{' '}
          <Anchor inherit renderRoot={(props) => <Link to="/register" {...props} />}>
            Create an account
          </Anchor>
        </>
      }
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          <FormProblem problem={problem} />
          <TextInput
            label="Email"
            type="email"
            autoComplete="username"
            autoFocus
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label="Password"
            autoComplete="current-password"
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
    </AuthCard>
  )
}
