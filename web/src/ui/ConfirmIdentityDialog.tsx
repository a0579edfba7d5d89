import { Anchor, Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { api, isFailure, reply } from '../api'
import { useMe } from '../session'
import { FormProblem, useApiForm } from './form'
import { visibilityToggle } from './PasswordField'

/** Who one is, once more. */
export type IdentityProof = { password: string } | { code: string }

type Props = {
  title: string
  description: string
  actionLabel: string
  danger?: boolean
  onConfirm: (proof: IdentityProof) => Promise<unknown>
  onDone: () => void
  onClose: () => void
}

/** Opens what is sensitive for ten minutes. */
export async function confirmIdentity(body: IdentityProof) {
  await reply(api.POST('/api/v1/auth/confirm', { body }))
}

/** Whether the server wants to know first who is there. */
export const needsProof = (error: unknown) => isFailure(error) && error.code === 'proof_required'

/** Asks for a code or the password before something sensitive happens. */
export default function ConfirmIdentityDialog({
  title,
  description,
  actionLabel,
  danger,
  onConfirm,
  onDone,
  onClose,
}: Props) {
  const { two_factor_enabled: codes } = useMe()
  const [by, setBy] = useState<'code' | 'password'>(codes ? 'code' : 'password')
  const { form, problem, busy, onSubmit } = useApiForm({
    initialValues: { code: '', password: '' },
    validate: {
      code: (code) => (by === 'code' && !code.trim() ? 'Enter a code' : null),
      password: (password) => (by === 'password' && !password ? 'Enter your password' : null),
    },
    submit: ({ code, password }) =>
      onConfirm(by === 'code' ? { code: code.replaceAll(' ', '') } : { password }),
    onDone,
  })
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          <Text>{description}</Text>
          <FormProblem problem={problem} />
          {by === 'code' ? (
            <TextInput
              label="Authentication code"
              description="From your app, or a backup code."
              autoComplete="one-time-code"
              maxLength={20}
              data-autofocus
              {...form.getInputProps('code')}
            />
          ) : (
            <PasswordInput
              label="Password"
              autoComplete="current-password"
              autoFocus
              visibilityToggleButtonProps={visibilityToggle}
              {...form.getInputProps('password')}
            />
          )}
          <Group justify="space-between">
            {codes ? (
              <Anchor
                component="button"
                type="button"
                size="sm"
                onClick={() => {
                  form.reset()
                  setBy(by === 'code' ? 'password' : 'code')
                }}
              >
                {by === 'code' ? 'Use your password' : 'Use a code'}
              </Anchor>
            ) : (
              <span />
            )}
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                Cancel
              </Button>
              <Button type="submit" loading={busy} {...(danger && { color: 'red' })}>
                {actionLabel}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
