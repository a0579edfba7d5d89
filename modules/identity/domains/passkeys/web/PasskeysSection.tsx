import { Button, Menu, Skeleton, Text } from '@mantine/core'
import { IconFingerprint, IconPencil, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { isFailure } from '~/api'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { Items } from '~/ui/Items'
import { LoadError } from '~/ui/LoadError'
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
const ConfirmIdentityDialog = lazy(() => import('~/ui/ConfirmIdentityDialog'))

type PasskeyDialog =
  | { action: 'add' }
  | { action: 'confirm'; name: string }
  | { action: 'rename' | 'remove'; passkey: Passkey }

export function PasskeysSection() {
  const { data: passkeys, error, refetch } = useQuery(passkeysQuery)
  const [dialog, setDialog] = useState<PasskeyDialog | null>(null)
  const closeDialog = () => setDialog(null)
  const done = (sentence: string) => () => {
    toast.done(sentence)
    closeDialog()
  }
  const add = (name: string) =>
    addPasskey(name).catch((error) => {
      if (isFailure(error) && error.code === 'proof_required')
        setDialog({ action: 'confirm', name })
      throw error
    })
  const supported = 'PublicKeyCredential' in window
  return (
    <SettingsSection
      title="Passkeys"
      description="Sign in with your fingerprint, face or device lock instead of a password and code."
      aside={
        supported && (
          <Button variant="default" onClick={() => setDialog({ action: 'add' })}>
            Add passkey
          </Button>
        )
      }
    >
      {error && <LoadError error={error} retry={() => void refetch()} />}
      {!passkeys && !error && <Skeleton height={54} aria-busy="true" />}
      {passkeys?.length === 0 && (
        <Text c="dimmed">
          {supported
            ? 'No passkeys yet.'
            : 'This browser does not support passkeys on this address.'}
        </Text>
      )}
      {passkeys && passkeys.length > 0 && (
        <Items label="Passkeys">
          {passkeys.map((passkey) => (
            <Items.Item
              key={passkey.id}
              icon={<IconFingerprint size={18} stroke={1.7} />}
              title={passkey.name}
              description={
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
                    onClick={() => setDialog({ action: 'rename', passkey })}
                  >
                    Rename
                  </Menu.Item>
                  <Menu.Item
                    color="red"
                    leftSection={<IconTrash size={15} />}
                    onClick={() => setDialog({ action: 'remove', passkey })}
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
        {dialog?.action === 'add' && (
          <NamePasskey
            title="Add passkey"
            description="Next, your browser asks where to save the passkey."
            actionLabel="Add passkey"
            submit={add}
            onDone={done('The passkey was added.')}
            onClose={closeDialog}
          />
        )}
        {dialog?.action === 'confirm' && (
          <ConfirmIdentityDialog
            title="Confirm your identity"
            description="Your last sign-in was a while ago. Next, your browser asks where to save the passkey."
            actionLabel="Continue"
            onConfirm={(proof) => addPasskeyAfter(proof, dialog.name)}
            onDone={done('The passkey was added.')}
            onClose={closeDialog}
          />
        )}
        {dialog?.action === 'rename' && (
          <NamePasskey
            title="Rename passkey"
            actionLabel="Save"
            name={dialog.passkey.name}
            submit={(name) => renamePasskey(dialog.passkey.id, name)}
            onDone={done('The passkey was renamed.')}
            onClose={closeDialog}
          />
        )}
      </Suspense>
      {dialog?.action === 'remove' && (
        <ConfirmDanger
          title={`Remove ${dialog.passkey.name}?`}
          actionLabel="Remove passkey"
          onConfirm={() => removePasskey(dialog.passkey.id)}
          onDone={done('The passkey was removed.')}
          onClose={closeDialog}
        >
          You can no longer sign in with it. Your device may still offer it until you delete it
          there.
        </ConfirmDanger>
      )}
    </SettingsSection>
  )
}
