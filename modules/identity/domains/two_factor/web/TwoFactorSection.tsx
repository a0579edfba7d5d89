import { Button, Group, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { LoadError } from '~/ui/LoadError'
import { RelativeTime } from '~/ui/RelativeTime'
import { SettingsSection } from '~/ui/SettingsLayout'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import { confirmSession, renewCodes, turnOff, twoFactorStatusQuery } from './queries'

const SetUp = lazy(() => import('./SetUp'))
const ConfirmIdentityDialog = lazy(() => import('~/ui/ConfirmIdentityDialog'))
const Codes = lazy(() => import('./Codes'))

type Doing = 'set_up' | 'confirm' | 'show' | 'renew' | 'turn_off'

export function TwoFactorSection() {
  const status = useQuery(twoFactorStatusQuery)
  const [dialog, setDialog] = useState<Doing | null>(null)
  const [fresh, setFresh] = useState<string[] | null>(null)
  const stop = () => {
    setDialog(null)
    setFresh(null)
  }
  const on = status.data?.two_factor_enabled
  return (
    <SettingsSection
      title="Two-factor sign-in"
      description="After your password, sign-in asks for a code from an app on your phone."
      aside={status.data && <StatusPill state={on ? 'on' : 'off'} />}
    >
      {status.isPending && <Skeleton height={30} width={200} aria-busy="true" />}
      {status.error && <LoadError error={status.error} retry={() => void status.refetch()} />}
      {status.data && !on && <Button onClick={() => setDialog('set_up')}>Turn on</Button>}
      {status.data && on && (
        <>
          <Text mb="sm">
            On since <RelativeTime at={status.data.enabled_at} />.{' '}
            {left(status.data.backup_codes_count)}
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={() => setDialog('show')}>
              Show backup codes
            </Button>
            <Button variant="default" onClick={() => setDialog('renew')}>
              New backup codes
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
        {dialog === 'set_up' && <SetUp onClose={stop} />}
        {dialog === 'show' && <Codes onConfirm={() => setDialog('confirm')} onClose={stop} />}
        {dialog === 'confirm' && (
          <ConfirmIdentityDialog
            title="Confirm it is you"
            actionLabel="Confirm"
            description="Then your backup codes can be read for ten minutes."
            onConfirm={confirmSession}
            onDone={() => setDialog('show')}
            onClose={stop}
          />
        )}
        {dialog === 'renew' && !fresh && (
          <ConfirmIdentityDialog
            title="New backup codes"
            actionLabel="Make new codes"
            description="The codes you have now stop working."
            onConfirm={async (proof) => setFresh(await renewCodes(proof))}
            onDone={() => {}}
            onClose={stop}
          />
        )}
        {dialog === 'renew' && fresh && <Codes fresh={fresh} onClose={stop} />}
        {dialog === 'turn_off' && (
          <ConfirmIdentityDialog
            title="Turn off two-factor sign-in?"
            actionLabel="Turn off"
            danger
            description="A password alone lets anybody in who has it. Your other sessions end."
            onConfirm={turnOff}
            onDone={() => {
              toast.done('Two-factor sign-in is off.')
              stop()
            }}
            onClose={stop}
          />
        )}
      </Suspense>
    </SettingsSection>
  )
}

function left(count: number) {
  if (count === 0) return 'No backup codes are left: make new ones.'
  return count === 1 ? 'One backup code is left.' : `${count} backup codes are left.`
}
