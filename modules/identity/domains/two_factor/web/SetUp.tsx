import { Drawer, Skeleton, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import ConfirmIdentityDialog, { confirmIdentity, needsProof } from '~/ui/ConfirmIdentityDialog'
import { Copyable } from '~/ui/Copyable'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { LoadError } from '~/ui/LoadError'
import { toast } from '~/ui/toast'
import { setupQuery, turnOn } from './queries'
import { SavedCodes } from './SavedCodes'
import classes from './two_factor.module.css'

/** Two-factor setup: scan the QR code, enter a first code, save the backup codes. */
export default function SetUp({ onClose }: { onClose: () => void }) {
  const [codes, setCodes] = useState<string[] | null>(null)
  if (!codes) return <Scan onDone={setCodes} onClose={onClose} />
  return (
    <Drawer
      opened
      onClose={onClose}
      title="Two-factor authentication is on"
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <SavedCodes
        codes={codes}
        onDone={() => {
          toast.done('Two-factor authentication is on.')
          onClose()
        }}
      />
    </Drawer>
  )
}

function Scan({ onDone, onClose }: { onDone: (codes: string[]) => void; onClose: () => void }) {
  const { data: setup, error, isFetching, refetch } = useQuery(setupQuery)
  const api = useApiForm({
    initialValues: { code: '' },
    validate: {
      code: (code) => (/^\d{6}$/.test(code.replaceAll(' ', '')) ? null : 'Enter six digits.'),
    },
    submit: ({ code }) => turnOn(code),
    onDone,
  })
  if (needsProof(error) && !isFetching) {
    return (
      <ConfirmIdentityDialog
        title="Confirm your identity"
        description="Your last sign-in was a while ago."
        actionLabel="Continue"
        onConfirm={confirmIdentity}
        onDone={() => void refetch()}
        onClose={onClose}
      />
    )
  }
  return (
    <FormDrawer
      title="Turn on two-factor authentication"
      actionLabel="Turn on"
      api={api}
      onClose={onClose}
    >
      {error && <LoadError error={error} retry={() => void refetch()} />}
      <Text>
        Scan the QR code with an authenticator app, such as the one in your phone’s password
        manager.
      </Text>
      {setup ? (
        <img
          className={classes.qr}
          src={`data:image/svg+xml;utf8,${encodeURIComponent(setup.qr_code)}`}
          alt="QR code for your authenticator app"
        />
      ) : (
        <Skeleton className={classes.qr} aria-busy="true" />
      )}
      <div>
        <Text size="sm" c="dimmed">
          Can’t scan it? Enter this key instead:
        </Text>
        {setup ? (
          <Copyable value={setup.manual_entry_key} label="key" />
        ) : (
          <Skeleton height={18} my={2} />
        )}
      </div>
      <TextInput
        label="Authentication code"
        description="The six-digit code from the app."
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        data-autofocus
        {...api.form.getInputProps('code')}
      />
    </FormDrawer>
  )
}
