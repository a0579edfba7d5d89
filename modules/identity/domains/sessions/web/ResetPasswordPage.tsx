import { Anchor, Button, Checkbox, Stack } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { api, reply } from '~/api'
import { useParam } from '~/params'
import { AuthCard } from '~/ui/AuthCard'
import { FormProblem, useApiForm } from '~/ui/form'
import { NewPasswordField, passwordProblem } from '~/ui/PasswordField'
import { toast } from '~/ui/toast'

/** Where a reset link and an invitation both lead: choose the password this account will have. */
export function ResetPasswordPage() {
  const token = useParam('token')
  const navigate = useNavigate()
  const { form, problem, busy, onSubmit } = useApiForm({
    initialValues: { password: '', remove_passkeys: false },
    validate: { password: passwordProblem },
    submit: (values) =>
      reply(api.POST('/api/v1/auth/reset-password', { body: { token, ...values } })),
    onDone: async () => {
      toast.done(
        form.getValues().remove_passkeys
          ? 'Your password is set and your passkeys were removed. Sign in with the password.'
          : 'Your password is set. Sign in with it.',
      )
      await navigate({ to: '/sign-in' })
    },
  })
  return (
    <AuthCard
      title="Set your password"
      below={
        <>
          Link expired?{' '}
          <Anchor inherit renderRoot={(props) => <Link to="/forgot-password" {...props} />}>
            Ask for a new one
          </Anchor>
        </>
      }
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          <FormProblem problem={problem} />
          <NewPasswordField label="Password" autoFocus {...form.getInputProps('password')} />
          <Checkbox
            label="Also remove my passkeys"
            description="A passkey signs in without the password. Remove them if somebody else was in your account."
            {...form.getInputProps('remove_passkeys', { type: 'checkbox' })}
          />
          <Button type="submit" size="sm" fullWidth loading={busy}>
            Set password
          </Button>
        </Stack>
      </form>
    </AuthCard>
  )
}
