import { Anchor } from '@mantine/core'
import { Link, useRouter, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { installation } from '~/installation'
import { AuthCard } from '~/ui/AuthCard'
import { internalPath } from './next'
import { PasskeySignIn } from './PasskeySignIn'
import { PasswordStep } from './PasswordStep'
import { SecondStep } from './SecondStep'
import { SessionEnd } from './SessionEnd'

/** Sign-in with a password, then a code if two-factor authentication is on; or with a passkey instead of both. */
export function SignInPage() {
  const { next, email, ended }: Record<string, string | undefined> = useSearch({ strict: false })
  const router = useRouter()
  const [pending, setPending] = useState<string | null>(null)
  const enter = () => router.history.replace(internalPath(next))

  if (pending) {
    return (
      <AuthCard title="Enter your code">
        <SecondStep token={pending} onDone={enter} onRestart={() => setPending(null)} />
      </AuthCard>
    )
  }
  return (
    <AuthCard
      title="Sign in"
      below={
        installation.registration_enabled && (
          <>
            New here?{' '}
            <Anchor inherit renderRoot={(props) => <Link to="/register" {...props} />}>
              Create an account
            </Anchor>
          </>
        )
      }
    >
      <SessionEnd code={ended} />
      <PasswordStep email={email} onDone={(token) => (token ? setPending(token) : enter())} />
      <PasskeySignIn onDone={enter} />
    </AuthCard>
  )
}
