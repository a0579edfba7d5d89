import { Anchor, Button, Checkbox, Stack } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { api, reply } from '~/api'
import { useParam } from '~/params'
import { AuthCard } from '~/ui/AuthCard'
import { FormProblem, useApiForm } from '~/ui/form'
import { NewPasswordField, passwordProblem } from '~/ui/PasswordField'
import { toast } from '~/ui/toast'

/** Sets a password, from a reset link or the email to a newly added user. */
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
          ? 'Your password was set and your passkeys were removed. Sign in with your password.'
          : 'Your password was set. Sign in with it.',
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
            Request a new one
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
            description="A passkey signs in without the password. Remove your passkeys if someone else had access to your account."
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
