import { Button, Menu, Skeleton, Text } from '@mantine/core'
import { IconFingerprint, IconPencil, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { isFailure } from '~/api'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { Failed } from '~/ui/Failed'
import { Items } from '~/ui/Items'
import { RowMenu } from '~/ui/list/RowMenu'
import { RelativeTime } from '~/ui/RelativeTime'
import { SettingsSection } from '~/ui/SettingsLayout'
import { toast } from '~/ui/toast'
import {
  addPasskey,
  addPasskeyAfter,
  type Passkey,
  passkeysQuery,
  removePasskey,
  renamePasskey,
} from './queries'

const NamePasskey = lazy(() => import('./NamePasskey'))
const Prove = lazy(() => import('~/ui/Prove'))

type Doing =
  | { what: 'add' }
  | { what: 'prove'; name: string }
  | { what: 'rename' | 'remove'; passkey: Passkey }

export function PasskeysSection() {
  const { data: passkeys, error, refetch } = useQuery(passkeysQuery)
  const [doing, setDoing] = useState<Doing | null>(null)
  const stop = () => setDoing(null)
  const done = (sentence: string) => () => {
    toast.done(sentence)
    stop()
  }
  const add = (name: string) =>
    addPasskey(name).catch((error) => {
      if (isFailure(error) && error.code === 'proof_required') setDoing({ what: 'prove', name })
      throw error
    })
  const possible = 'PublicKeyCredential' in window
  return (
    <SettingsSection
      title="Passkeys"
      about="Sign in with your fingerprint, face or device lock: no password, no code."
      aside={
        possible && (
          <Button variant="default" onClick={() => setDoing({ what: 'add' })}>
            Add passkey
          </Button>
        )
      }
    >
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!passkeys && !error && <Skeleton height={54} aria-busy="true" />}
      {passkeys?.length === 0 && (
        <Text c="dimmed">
          {possible ? 'You have none yet.' : 'This browser offers no passkeys on this address.'}
        </Text>
      )}
      {passkeys && passkeys.length > 0 && (
        <Items label="Passkeys">
          {passkeys.map((passkey) => (
            <Items.Item
              key={passkey.id}
              icon={<IconFingerprint size={18} stroke={1.7} />}
              title={passkey.name}
              about={
                <>
                  {passkey.last_used_at ? (
                    <>
                      Last used <RelativeTime at={passkey.last_used_at} />
                    </>
                  ) : (
                    'Never used'
                  )}
                  , added <RelativeTime at={passkey.created_at} />
                </>
              }
              action={
                <RowMenu of={passkey.name}>
                  <Menu.Item
                    leftSection={<IconPencil size={15} />}
                    onClick={() => setDoing({ what: 'rename', passkey })}
                  >
                    Rename
                  </Menu.Item>
                  <Menu.Item
                    color="red"
                    leftSection={<IconTrash size={15} />}
                    onClick={() => setDoing({ what: 'remove', passkey })}
                  >
                    Remove
                  </Menu.Item>
                </RowMenu>
              }
            />
          ))}
        </Items>
      )}
      <Suspense>
        {doing?.what === 'add' && (
          <NamePasskey
            title="Add passkey"
            about="Your browser asks next where to keep it."
            verb="Add passkey"
            submit={add}
            onDone={done('The passkey was added.')}
            onClose={stop}
          />
        )}
        {doing?.what === 'prove' && (
          <Prove
            title="Confirm it is you"
            about="Your last sign-in was a while ago. Your browser asks next where to keep the passkey."
            verb="Continue"
            act={(proof) => addPasskeyAfter(proof, doing.name)}
            onDone={done('The passkey was added.')}
            onClose={stop}
          />
        )}
        {doing?.what === 'rename' && (
          <NamePasskey
            title="Rename passkey"
            verb="Save"
            name={doing.passkey.name}
            submit={(name) => renamePasskey(doing.passkey.id, name)}
            onDone={done('The passkey was renamed.')}
            onClose={stop}
          />
        )}
      </Suspense>
      {doing?.what === 'remove' && (
        <ConfirmDanger
          title={`Remove ${doing.passkey.name}?`}
          verb="Remove passkey"
          act={() => removePasskey(doing.passkey.id)}
          onDone={done('The passkey was removed.')}
          onClose={stop}
        >
          It no longer signs you in. Your device may still offer it until you delete it there, too.
        </ConfirmDanger>
      )}
    </SettingsSection>
  )
}
