import { Anchor, Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { FormProblem, useApiForm } from '../../ui/form'
import { visibilityToggle } from '../../ui/PasswordField'
import type { Proof } from './queries'

type Props = {
  title: string
  about: string
  verb: string
  danger?: boolean
  act: (proof: Proof) => Promise<unknown>
  onDone: () => void
  onClose: () => void
}

/** Asks for a code or the password before something sensitive happens. */
export default function Prove({ title, about, verb, danger, act, onDone, onClose }: Props) {
  const [by, setBy] = useState<'code' | 'password'>('code')
  const api = useApiForm({
    initialValues: { code: '', password: '' },
    validate: {
      code: (code) => (by === 'code' && !code.trim() ? 'Enter a code' : null),
      password: (password) => (by === 'password' && !password ? 'Enter your password' : null),
    },
    submit: ({ code, password }) =>
      act(by === 'code' ? { code: code.replaceAll(' ', '') } : { password }),
    onDone,
  })
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={api.onSubmit} noValidate>
        <Stack gap="md">
          <Text>{about}</Text>
          <FormProblem problem={api.problem} />
          {by === 'code' ? (
            <TextInput
              label="Authentication code"
              description="From your app, or a backup code."
              autoComplete="one-time-code"
              maxLength={20}
              data-autofocus
              {...api.form.getInputProps('code')}
            />
          ) : (
            <PasswordInput
              label="Password"
              autoComplete="current-password"
              autoFocus
              visibilityToggleButtonProps={visibilityToggle}
              {...api.form.getInputProps('password')}
            />
          )}
          <Group justify="space-between">
            <Anchor
              component="button"
              type="button"
              size="sm"
              onClick={() => {
                api.form.reset()
                setBy(by === 'code' ? 'password' : 'code')
              }}
            >
              {by === 'code' ? 'Use your password' : 'Use a code'}
            </Anchor>
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                Cancel
              </Button>
              <Button type="submit" loading={api.busy} {...(danger && { color: 'red' })}>
                {verb}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
