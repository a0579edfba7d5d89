import { Button, Stack, Text } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useCan, useMe } from '~/session'
import { Copyable } from '~/ui/Copyable'
import { RelativeTime } from '~/ui/RelativeTime'
import { SettingsSection } from '~/ui/SettingsLayout'
import type { SecurityConfig } from './queries'

const RotateKey = lazy(() => import('./RotateKey'))

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
      <Suspense>
        {rotating && (
          <RotateKey repeated={previous_until !== null} onClose={() => setRotating(false)} />
        )}
      </Suspense>
    </SettingsSection>
  )
}
