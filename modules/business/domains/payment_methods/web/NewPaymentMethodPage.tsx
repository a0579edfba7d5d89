import { Alert, Button, Skeleton, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { methodName } from '~/payments'
import { LoadError } from '~/ui/LoadError'
import { SettingsLayout, SettingsSection } from '~/ui/SettingsLayout'
import { toast } from '~/ui/toast'
import { CardForm } from './CardForm'
import {
  addMethod,
  enabledGatewaysQuery,
  leaveForPaypal,
  type Method,
  type PayableGateway,
  takePaypalSetup,
} from './queries'
import { TestCards } from './TestCards'

/** Adds a payment method, in the form of the gateway. */
export function NewPaymentMethodPage() {
  const { data: gateways, error, refetch } = useQuery(enabledGatewaysQuery)
  const navigate = useNavigate()
  const added = (method: Method) => {
    toast.done(`${methodName(method)} was added.`)
    void navigate({ to: '/billing' })
  }
  const [returned] = useState(takePaypalSetup)
  return (
    <SettingsLayout title="Add payment method">
      {error && !gateways && <LoadError error={error} retry={() => void refetch()} />}
      {!gateways && !error && <Skeleton height={240} aria-busy="true" />}
      {gateways?.length === 0 && (
        <Text c="dimmed">Payments by card are not available on this server.</Text>
      )}
      {returned && <FromPaypal token={returned} onAdded={added} />}
      {!returned &&
        gateways?.map((gateway) => (
          <OfGateway key={gateway.gateway} gateway={gateway} onAdded={added} />
        ))}
    </SettingsLayout>
  )
}

type Added = { onAdded: (method: Method) => void }

function OfGateway({ gateway, onAdded }: { gateway: PayableGateway } & Added) {
  if (gateway.gateway === 'paypal') return <Paypal />
  return (
    <SettingsSection
      title="Card"
      description="Your card is stored by Stripe. It never reaches this server."
    >
      {gateway.simulated ? (
        <TestCards onAdded={onAdded} />
      ) : (
        <CardForm publishableKey={gateway.publishable_key ?? ''} onAdded={onAdded} />
      )}
    </SettingsSection>
  )
}

function Paypal() {
  const leave = useMutation({ mutationFn: leaveForPaypal, onError: toast.failed })
  return (
    <SettingsSection title="PayPal" description="You agree on the page of PayPal and then return.">
      <Button variant="default" loading={leave.isPending} onClick={() => leave.mutate()}>
        Continue to PayPal
      </Button>
    </SettingsSection>
  )
}

function FromPaypal({ token, onAdded }: { token: string } & Added) {
  const { mutate, error } = useMutation({
    mutationFn: (setup_token: string) => addMethod({ setup_token }),
    onSuccess: onAdded,
  })
  useEffect(() => mutate(token), [mutate, token])
  if (!error) return <Skeleton height={120} aria-busy="true" />
  return (
    <Stack>
      <Alert color="red" title="PayPal was not added">
        {error.message}
      </Alert>
      <Paypal />
    </Stack>
  )
}
