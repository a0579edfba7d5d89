import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core'
import { isEmail } from '@mantine/form'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api, reply } from '~/api'
import { AuthCard } from '~/ui/AuthCard'
import { FormProblem, useApiForm } from '~/ui/form'

export function ForgotPasswordPage() {
  const [sentTo, setSentTo] = useState<string | null>(null)
  const { form, problem, busy, onSubmit } = useApiForm({
    initialValues: { email: '' },
    validate: { email: isEmail('Enter your email address.') },
    submit: async (body) => {
      await reply(api.POST('/api/v1/auth/forgot-password', { body }))
      return body.email
    },
    onDone: setSentTo,
  })
  const backLink = (
    <Anchor inherit underline="always" renderRoot={(props) => <Link to="/sign-in" {...props} />}>
      Back to sign in
    </Anchor>
  )
  if (sentTo) {
    return (
      <AuthCard title="Check your email" below={backLink}>
        <Text role="status">
          If an account exists for {sentTo}, we sent a link to reset the password. It may take a
          minute to arrive.
        </Text>
      </AuthCard>
    )
  }
  return (
    <AuthCard title="Forgot your password?" below={backLink}>
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          <Text c="dimmed">We’ll email you a link to reset it.</Text>
          <FormProblem problem={problem} />
          <TextInput
            label="Email"
            type="email"
            autoComplete="username"
            autoFocus
            {...form.getInputProps('email')}
          />
          <Button type="submit" size="sm" fullWidth loading={busy}>
            Send reset link
          </Button>
        </Stack>
      </form>
    </AuthCard>
  )
}
