import { Button, Group, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { Failed } from '~/ui/Failed'
import { RelativeTime } from '~/ui/RelativeTime'
import { SettingsSection } from '~/ui/SettingsLayout'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import { confirmSession, renewCodes, turnOff, twoFactorStatusQuery } from './queries'

const SetUp = lazy(() => import('./SetUp'))
const Prove = lazy(() => import('~/ui/Prove'))
const Codes = lazy(() => import('./Codes'))

type Doing = 'set_up' | 'confirm' | 'show' | 'renew' | 'turn_off'

export function TwoFactorSection() {
  const status = useQuery(twoFactorStatusQuery)
  const [doing, setDoing] = useState<Doing | null>(null)
  const [fresh, setFresh] = useState<string[] | null>(null)
  const stop = () => {
    setDoing(null)
    setFresh(null)
  }
  const on = status.data?.two_factor_enabled
  return (
    <SettingsSection
      title="Two-factor sign-in"
      about="After your password, sign-in asks for a code from an app on your phone."
      aside={status.data && <StatusPill state={on ? 'on' : 'off'} />}
    >
      {status.isPending && <Skeleton height={30} width={200} aria-busy="true" />}
      {status.error && <Failed error={status.error} retry={() => void status.refetch()} />}
      {status.data && !on && <Button onClick={() => setDoing('set_up')}>Turn on</Button>}
      {status.data && on && (
        <>
          <Text mb="sm">
            On since <RelativeTime at={status.data.enabled_at} />.{' '}
            {left(status.data.backup_codes_count)}
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={() => setDoing('show')}>
              Show backup codes
            </Button>
            <Button variant="default" onClick={() => setDoing('renew')}>
              New backup codes
            </Button>
            <Button
              variant="default"
              c="var(--mantine-color-error)"
              onClick={() => setDoing('turn_off')}
            >
              Turn off
            </Button>
          </Group>
        </>
      )}
      <Suspense>
        {doing === 'set_up' && <SetUp onClose={stop} />}
        {doing === 'show' && <Codes onConfirm={() => setDoing('confirm')} onClose={stop} />}
        {doing === 'confirm' && (
          <Prove
            title="Confirm it is you"
            verb="Confirm"
            about="Then your backup codes can be read for ten minutes."
            act={confirmSession}
            onDone={() => setDoing('show')}
            onClose={stop}
          />
        )}
        {doing === 'renew' && !fresh && (
          <Prove
            title="New backup codes"
            verb="Make new codes"
            about="The codes you have now stop working."
            act={async (proof) => setFresh(await renewCodes(proof))}
            onDone={() => {}}
            onClose={stop}
          />
        )}
        {doing === 'renew' && fresh && <Codes fresh={fresh} onClose={stop} />}
        {doing === 'turn_off' && (
          <Prove
            title="Turn off two-factor sign-in?"
            verb="Turn off"
            danger
            about="A password alone lets anybody in who has it. Your other sessions end."
            act={turnOff}
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
