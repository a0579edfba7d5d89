import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { formatMoney } from '~/ui/format'
import { toast } from '~/ui/toast'
import { type Payment, simulateApproval } from './queries'
import { purposeInSentence } from './words'

type Props = { payment: Payment; onClose: () => void }

/** Stands for the page on which a bank has its customer approve a payment, where payments are simulated. */
export default function SimulatedBank({ payment, onClose }: Props) {
  const { id, amount_cents, currency } = payment
  const answer = useMutation({
    mutationFn: (approved: boolean) => simulateApproval(id, approved),
    onSuccess: () => toast.done('The payment was approved.'),
    onError: toast.failed,
    onSettled: onClose,
  })
  const button = (approved: boolean, label: string) => (
    <Button
      variant={approved ? 'filled' : 'default'}
      loading={answer.isPending && answer.variables === approved}
      disabled={answer.isPending}
      onClick={() => answer.mutate(approved)}
    >
      {label}
    </Button>
  )
  return (
    <Modal
      opened
      onClose={onClose}
      title="Simulated bank"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack gap="md">
        <Text>
          Do you approve the payment of <b>{formatMoney(amount_cents, currency)}</b> for{' '}
          {purposeInSentence(payment)}?
        </Text>
        <Text size="sm" c="dimmed">
          A real bank asks this in its app or on its own page. Here no money moves.
        </Text>
        <Group justify="flex-end" gap="xs">
          {button(false, 'Refuse')}
          {button(true, 'Approve')}
        </Group>
      </Stack>
    </Modal>
  )
}
