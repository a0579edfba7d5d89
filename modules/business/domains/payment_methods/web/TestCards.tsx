import { Alert, Button, Radio, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { addMethod, type Method } from './queries'

const cards = {
  pm_card_visa: 'Visa that is accepted',
  pm_card_mastercard: 'Mastercard that is accepted',
  pm_card_chargeDeclinedInsufficientFunds: 'Visa without enough money',
  pm_card_chargeDeclinedExpiredCard: 'Visa that has expired',
  pm_card_authenticationRequired: 'Visa whose owner must approve each payment',
}

/** The cards of the simulated gateway. */
export function TestCards({ onAdded }: { onAdded: (method: Method) => void }) {
  const [token, setToken] = useState('pm_card_visa')
  const add = useMutation({ mutationFn: () => addMethod({ token }), onSuccess: onAdded })
  return (
    <Stack align="flex-start">
      {add.error && (
        <Alert color="red" role="alert">
          {add.error.message}
        </Alert>
      )}
      <Radio.Group label="Test card" value={token} onChange={setToken}>
        <Stack gap="xs" mt="xs">
          {Object.entries(cards).map(([value, label]) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Stack>
      </Radio.Group>
      <Button loading={add.isPending} onClick={() => add.mutate()}>
        Add card
      </Button>
    </Stack>
  )
}
