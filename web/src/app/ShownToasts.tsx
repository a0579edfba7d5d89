import { Notifications } from '@mantine/notifications'

export default function ShownToasts() {
  return <Notifications position="bottom-right" />
}
