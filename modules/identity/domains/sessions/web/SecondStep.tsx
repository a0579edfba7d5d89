import { Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { useState } from 'react'
import { signInWithCode } from '~/session'
import { FormProblem, useApiForm } from '~/ui/form'

type Props = { token: string; onDone: () => void; onRestart: () => void }

/** Asks for a code of the authenticator app or a backup code; the server accepts either. */
export function SecondStep({ token, onDone, onRestart }: Props) {
  const [backup, setBackup] = useState(false)
  const { form, problem, busy, onSubmit } = useApiForm({
    initialValues: { code: '' },
    validate: { code: isNotEmpty('Enter a code.') },
    submit: ({ code }) => signInWithCode({ verification_token: token, code: code.trim() }),
    onDone,
  })
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="md">
        <Text c="dimmed">
          {backup
            ? 'Enter one of your backup codes. Each code works once.'
            : 'Enter the six-digit code from your authenticator app.'}
        </Text>
        <FormProblem problem={problem} />
        <TextInput
          key={backup ? 'backup' : 'app'}
          label={backup ? 'Backup code' : 'Authentication code'}
          inputMode={backup ? 'text' : 'numeric'}
          autoComplete="one-time-code"
          autoFocus
          maxLength={20}
          {...form.getInputProps('code')}
        />
        <Button type="submit" size="sm" fullWidth loading={busy}>
          Continue
        </Button>
        <Group justify="space-between">
          <Anchor
            component="button"
            type="button"
            size="sm"
            onClick={() => {
              form.reset()
              setBackup(!backup)
            }}
          >
            {backup ? 'Use the authenticator app' : 'Use a backup code'}
          </Anchor>
          <Anchor component="button" type="button" size="sm" onClick={onRestart}>
            Start over
          </Anchor>
        </Group>
      </Stack>
    </form>
  )
}
