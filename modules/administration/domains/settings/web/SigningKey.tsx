import { Button, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useCan, useMe } from '~/session'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { Copyable } from '~/ui/Copyable'
import { RelativeTime } from '~/ui/RelativeTime'
import { SettingsSection } from '~/ui/SettingsLayout'
import { toast } from '~/ui/toast'
import { rotateKey, type SecurityConfig } from './queries'

/** The key that signs tokens, and its replacement. */
export function SigningKey({ config }: { config: SecurityConfig }) {
  const impersonating = useMe().impersonator !== null
  const mayRotate = useCan('admin.signing_keys.rotate') && !impersonating
  const [rotating, setRotating] = useState(false)
  const { id, created_at, previous_until } = config.signing_key
  return (
    <SettingsSection
      title="Signing key"
      description={`Tokens are signed with it (${config.algorithm}). It never leaves the server.`}
      aside={
        mayRotate && (
          <Button variant="default" onClick={() => setRotating(true)}>
            Rotate key
          </Button>
        )
      }
    >
      <Stack gap={4}>
        <Copyable value={id} label="key id" />
        <Text size="sm">
          Made <RelativeTime at={created_at} />.
        </Text>
        {previous_until && (
          <Text size="sm">
            Tokens of the key before it work until <RelativeTime at={previous_until} />.
          </Text>
        )}
      </Stack>
      {rotating && <Rotate again={previous_until !== null} onClose={() => setRotating(false)} />}
    </SettingsSection>
  )
}

function Rotate({ again, onClose }: { again: boolean; onClose: () => void }) {
  const [reason, setReason] = useState('')
  return (
    <ConfirmDanger
      title="Rotate the signing key?"
      actionLabel="Rotate key"
      {...(again && { confirmText: 'sign people out' })}
      onConfirm={() => rotateKey(reason.trim())}
      onDone={() => {
        toast.done('Tokens are signed with a new key.')
        onClose()
      }}
      onClose={onClose}
    >
      <Text mb="md">
        {again
          ? 'The key was rotated within the last day. Another rotation ends the grace of the key before: whoever has not been here since is signed out at once.'
          : 'New tokens are signed with a new key at once. Those of the present key work for another day, so nobody who comes by within it is signed out.'}
      </Text>
      <Textarea
        label="Reason"
        description="Optional. Kept in the audit log."
        rows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
    </ConfirmDanger>
  )
}
