import { Alert } from '@mantine/core'
import { IconFlask } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { simulatedQuery } from './queries'

/** Says that payments are simulated; renders nothing if they are real. */
export function SimulatedNotice() {
  const { data: simulated } = useQuery(simulatedQuery)
  if (!simulated) return null
  return (
    <Alert
      color="amber"
      mb="md"
      icon={<IconFlask size={18} aria-hidden />}
      title="Payments are simulated"
    >
      This server uses a simulated payment gateway. No money moves.
    </Alert>
  )
}
