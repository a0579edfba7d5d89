import { Badge, Button, Menu, Skeleton, Text } from '@mantine/core'
import { IconCheck, IconCreditCard, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { methodName } from '~/payments'
import { useCanUnlessImpersonating } from '~/session'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { Items } from '~/ui/Items'
import { LoadError } from '~/ui/LoadError'
import { RowMenu } from '~/ui/list/RowMenu'
import { SettingsSection } from '~/ui/SettingsLayout'
import { toast } from '~/ui/toast'
import {
  enabledGatewaysQuery,
  type Method,
  makeDefault,
  methodsQuery,
  NEW_METHOD_PAGE,
  removeMethod,
} from './queries'
import { expiryOf } from './words'

/** The payment methods of the account, on the billing page. */
export function PaymentMethodsSection() {
  const { data: methods, error, refetch } = useQuery(methodsQuery)
  const { data: gateways } = useQuery(enabledGatewaysQuery)
  const mayAdd = useCanUnlessImpersonating('payment_methods.create')
  const [removing, setRemoving] = useState<Method | null>(null)
  const canPay = gateways && gateways.length > 0
  return (
    <SettingsSection
      title="Payment methods"
      aside={
        mayAdd &&
        canPay && (
          <Button component="a" href={NEW_METHOD_PAGE} variant="default">
            Add payment method
          </Button>
        )
      }
    >
      {error && !methods && <LoadError error={error} retry={() => void refetch()} />}
      {!methods && !error && <Skeleton height={54} aria-busy="true" />}
      {methods?.length === 0 && (
        <Text c="dimmed">
          {gateways?.length === 0
            ? 'Payments by card are not available on this server.'
            : 'No payment methods yet.'}
        </Text>
      )}
      {methods && methods.length > 0 && (
        <Items label="Payment methods">
          {methods.map((method) => (
            <Item key={method.id} method={method} onRemove={() => setRemoving(method)} />
          ))}
        </Items>
      )}
      {removing && (
        <ConfirmDanger
          title={`Remove ${methodName(removing)}?`}
          actionLabel="Remove payment method"
          onConfirm={() => removeMethod(removing)}
          onDone={() => {
            toast.done('The payment method was removed.')
            setRemoving(null)
          }}
          onClose={() => setRemoving(null)}
        >
          It is not charged any more, and the payment gateway forgets it.
        </ConfirmDanger>
      )}
    </SettingsSection>
  )
}

function Item({ method, onRemove }: { method: Method; onRemove: () => void }) {
  const mayChoose = useCanUnlessImpersonating('payment_methods.update')
  const mayRemove = useCanUnlessImpersonating('payment_methods.delete')
  const choose = useMutation({
    mutationFn: () => makeDefault(method),
    onSuccess: () => toast.done(`${methodName(method)} is charged from now on.`),
    onError: toast.failed,
  })
  return (
    <Items.Item
      icon={<IconCreditCard size={18} stroke={1.7} />}
      title={
        <>
          {methodName(method)}{' '}
          {method.is_default && (
            <Badge variant="light" color="gray">
              Default
            </Badge>
          )}
        </>
      }
      description={[expiryOf(method), !method.livemode && 'test mode'].filter(Boolean).join(', ')}
      action={
        (mayChoose || mayRemove) && (
          <RowMenu of={methodName(method)}>
            {mayChoose && !method.is_default && (
              <Menu.Item leftSection={<IconCheck size={15} />} onClick={() => choose.mutate()}>
                Make default
              </Menu.Item>
            )}
            {mayRemove && (
              <Menu.Item color="red" leftSection={<IconTrash size={15} />} onClick={onRemove}>
                Remove
              </Menu.Item>
            )}
          </RowMenu>
        )
      }
    />
  )
}
