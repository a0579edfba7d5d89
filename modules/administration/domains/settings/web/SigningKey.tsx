import { Button, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useCan, useMe } from '~/session'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { Copyable } from '~/ui/Copyable'
import { RelativeTime } from '~/ui/RelativeTime'
import { SettingsSection } from '~/ui/SettingsLayout'
import { toast } from '~/ui/toast'
import { rotateKey, type SecurityConfig } from './queries'

/** The key that signs tokens, and its rotation. */
export function SigningKey({ config }: { config: SecurityConfig }) {
  const impersonating = useMe().impersonator !== null
  const mayRotate = useCan('admin.signing_keys.rotate') && !impersonating
  const [rotating, setRotating] = useState(false)
  const { id, created_at, previous_until } = config.signing_key
  return (
    <SettingsSection
      title="Signing key"
      description={`Signs access tokens (${config.algorithm}). It never leaves the server.`}
      aside={
        mayRotate && (
          <Button variant="default" onClick={() => setRotating(true)}>
            Rotate key
          </Button>
        )
      }
    >
      <Stack gap={4}>
        <Copyable value={id} label="key ID" />
        <Text size="sm">
          Created <RelativeTime at={created_at} />.
        </Text>
        {previous_until && (
          <Text size="sm">
            Tokens signed with the previous key are valid until <RelativeTime at={previous_until} />
            .
          </Text>
        )}
      </Stack>
      {rotating && <Rotate repeated={previous_until !== null} onClose={() => setRotating(false)} />}
    </SettingsSection>
  )
}

function Rotate({ repeated, onClose }: { repeated: boolean; onClose: () => void }) {
  const [reason, setReason] = useState('')
  return (
    <ConfirmDanger
      title="Rotate the signing key?"
      actionLabel="Rotate key"
      {...(repeated && { confirmText: 'sign users out' })}
      onConfirm={() => rotateKey(reason.trim(), repeated)}
      onDone={() => {
        toast.done('The signing key was rotated.')
        onClose()
      }}
      onClose={onClose}
    >
      <Text mb="md">
        {repeated
          ? 'The key was rotated within the last day. Rotating again invalidates the previous key: users who have not been active since are signed out immediately.'
          : 'New tokens are signed with the new key immediately. Tokens signed with the current key stay valid for one day, so active users are not signed out.'}
      </Text>
      <Textarea
        label="Reason"
        description="Optional. Recorded in the audit log."
        rows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
    </ConfirmDanger>
  )
}
