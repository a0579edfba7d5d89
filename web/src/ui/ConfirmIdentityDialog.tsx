import { Anchor, Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { api, isFailure, reply } from '../api'
import { useMe } from '../session'
import { FormProblem, useApiForm } from './form'
import { visibilityToggle } from './PasswordField'

/** A repeated proof of identity. */
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

/** Allows sensitive requests for ten minutes. */
export async function confirmIdentity(body: IdentityProof) {
  await reply(api.POST('/api/v1/auth/confirm', { body }))
}

/** Whether the server requires a recent proof of identity. */
export const needsProof = (error: unknown) => isFailure(error) && error.code === 'proof_required'

/** Asks for a code or the password before a sensitive action. */
export default function ConfirmIdentityDialog({
  title,
  description,
  actionLabel,
  danger,
  onConfirm,
  onDone,
  onClose,
}: Props) {
  const { two_factor_enabled: hasCodes } = useMe()
  const [method, setMethod] = useState<'code' | 'password'>(hasCodes ? 'code' : 'password')
  const { form, problem, busy, onSubmit } = useApiForm({
    initialValues: { code: '', password: '' },
    validate: {
      code: (code) => (method === 'code' && !code.trim() ? 'Enter a code.' : null),
      password: (password) => (method === 'password' && !password ? 'Enter your password.' : null),
    },
    submit: ({ code, password }) =>
      onConfirm(method === 'code' ? { code: code.replaceAll(' ', '') } : { password }),
    onDone,
  })
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          <Text>{description}</Text>
          <FormProblem problem={problem} />
          {method === 'code' ? (
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
            {hasCodes ? (
              <Anchor
                component="button"
                type="button"
                size="sm"
                onClick={() => {
                  form.reset()
                  setMethod(method === 'code' ? 'password' : 'code')
                }}
              >
                {method === 'code' ? 'Use your password' : 'Use a code'}
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
