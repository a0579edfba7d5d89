import { Button } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { signInWithPasskey } from '~/session'
import { FormProblem } from '~/ui/form'
import classes from './PasskeySignIn.module.css'

export function PasskeySignIn({ onDone }: { onDone: () => void }) {
  const sign = useMutation({ mutationFn: signInWithPasskey, onSuccess: onDone })
  // Browsers support passkeys only on secure pages.
  if (!('PublicKeyCredential' in window)) return null
  return (
    <>
      <div className={classes.or}>or</div>
      <FormProblem problem={sign.error?.message ?? null} />
      <Button
        variant="default"
        size="sm"
        fullWidth
        mt={sign.error ? 'md' : 0}
        leftSection={<IconFingerprint size={17} aria-hidden />}
        loading={sign.isPending}
        onClick={() => sign.mutate()}
      >
        Sign in with a passkey
      </Button>
    </>
  )
}
