import { Button, Group, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { formatNoun } from '~/ui/format'
import { LoadError } from '~/ui/LoadError'
import { RelativeTime } from '~/ui/RelativeTime'
import { SettingsSection } from '~/ui/SettingsLayout'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import { confirmSession, renewCodes, turnOff, twoFactorStatusQuery } from './queries'

const SetUp = lazy(() => import('./SetUp'))
const ConfirmIdentityDialog = lazy(() => import('~/ui/ConfirmIdentityDialog'))
const Codes = lazy(() => import('./Codes'))

type TwoFactorDialog = 'set_up' | 'confirm' | 'show' | 'renew' | 'turn_off'

export function TwoFactorSection() {
  const status = useQuery(twoFactorStatusQuery)
  const [dialog, setDialog] = useState<TwoFactorDialog | null>(null)
  const [fresh, setFresh] = useState<string[] | null>(null)
  const closeDialog = () => {
    setDialog(null)
    setFresh(null)
  }
  const on = status.data?.two_factor_enabled
  return (
    <SettingsSection
      title="Two-factor authentication"
      description="Sign in with your password and a code from an app on your phone."
      aside={status.data && <StatusPill state={on ? 'on' : 'off'} />}
    >
      {status.isPending && <Skeleton height={30} width={200} aria-busy="true" />}
      {status.error && <LoadError error={status.error} retry={() => void status.refetch()} />}
      {status.data && !on && <Button onClick={() => setDialog('set_up')}>Turn on</Button>}
      {status.data && on && (
        <>
          <Text mb="sm">
            On since <RelativeTime at={status.data.enabled_at} />.{' '}
            {remaining(status.data.backup_codes_count)}
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={() => setDialog('show')}>
              Show backup codes
            </Button>
            <Button variant="default" onClick={() => setDialog('renew')}>
              Generate new codes{' '}
            </Button>
            <Button
              variant="default"
              c="var(--mantine-color-error)"
              onClick={() => setDialog('turn_off')}
            >
              Turn off
            </Button>
          </Group>
        </>
      )}
      <Suspense>
        {dialog === 'set_up' && <SetUp onClose={closeDialog} />}
        {dialog === 'show' && (
          <Codes onConfirm={() => setDialog('confirm')} onClose={closeDialog} />
        )}
        {dialog === 'confirm' && (
          <ConfirmIdentityDialog
            title="Confirm your identity"
            actionLabel="Confirm"
            description="Your backup codes can then be shown for ten minutes."
            onConfirm={confirmSession}
            onDone={() => setDialog('show')}
            onClose={closeDialog}
          />
        )}
        {dialog === 'renew' && !fresh && (
          <ConfirmIdentityDialog
            title="Generate new backup codes"
            actionLabel="Generate codes"
            description="Your current codes stop working."
            onConfirm={async (proof) => setFresh(await renewCodes(proof))}
            onDone={() => {}}
            onClose={closeDialog}
          />
        )}
        {dialog === 'renew' && fresh && <Codes fresh={fresh} onClose={closeDialog} />}
        {dialog === 'turn_off' && (
          <ConfirmIdentityDialog
            title="Turn off two-factor authentication?"
            actionLabel="Turn off"
            danger
            description="Anyone with your password can then sign in. Your other sessions end."
            onConfirm={turnOff}
            onDone={() => {
              toast.done('Two-factor authentication is off.')
              closeDialog()
            }}
            onClose={closeDialog}
          />
        )}
      </Suspense>
    </SettingsSection>
  )
}

function remaining(count: number) {
  if (count === 0) return 'No backup codes left. Generate new ones.'
  return `${formatNoun(count, 'backup code')} left.`
}
