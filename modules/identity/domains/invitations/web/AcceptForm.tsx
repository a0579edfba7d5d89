import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { Link, useNavigate } from '@tanstack/react-router'
import type { Data } from '~/api'
import { roleLabel } from '~/roleLabel'
import { acceptInvitation } from '~/session'
import { AuthCard } from '~/ui/AuthCard'
import { FormProblem, useApiForm } from '~/ui/form'
import { NewPasswordField, passwordProblem } from '~/ui/PasswordField'
import { exactUtc } from '~/ui/relative'
import { toast } from '~/ui/toast'

type PublicInvitation = Data<'/api/v1/invitations/{id}', 'get'>

export function AcceptForm({ token, invitation }: { token: string; invitation: PublicInvitation }) {
  const { email, account_name: account, roles, expires_at } = invitation
  const navigate = useNavigate()
  const { form, problem, busy, onSubmit } = useApiForm({
    initialValues: { name: invitation.name ?? '', password: '' },
    validate: { name: isNotEmpty('Enter your name.'), password: passwordProblem },
    submit: (body) => acceptInvitation(token, body),
    onDone: async () => {
      await navigate({ to: '/' })
      toast.done(`You have joined ${account}.`)
    },
  })
  return (
    <AuthCard
      title={`Join ${account}`}
      below={
        <>
          Already registered?{' '}
          <Anchor inherit renderRoot={(props) => <Link to="/sign-in" {...props} />}>
            Sign in
          </Anchor>
        </>
      }
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          <Text c="dimmed">
            You are invited
            {roles.length > 0 &&
              ` with the ${roles.length === 1 ? 'role' : 'roles'} ${roles.map(roleLabel).join(', ')}`}
            . The invitation expires on <time dateTime={expires_at}>{exactUtc(expires_at)}</time>.
          </Text>
          <FormProblem problem={problem} />
          <TextInput label="Email" autoComplete="username" value={email} readOnly />
          <TextInput label="Name" autoComplete="name" autoFocus {...form.getInputProps('name')} />
          <NewPasswordField label="Password" {...form.getInputProps('password')} />
          <Button type="submit" size="sm" fullWidth loading={busy}>
            Accept invitation
          </Button>
        </Stack>
      </form>
    </AuthCard>
  )
}
