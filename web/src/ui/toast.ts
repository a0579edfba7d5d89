import { notifications } from '@mantine/notifications'

export const toast = {
  done: (message: string) => {
    notifications.show({ message, color: 'green', ...common })
  },
  notice: (message: string) => {
    notifications.show({ message, color: 'petrol', autoClose: 10_000, ...common })
  },
  failed: (error: unknown) => {
    const message = error instanceof Error ? error.message : 'Something went wrong.'
    notifications.show({ message, color: 'red', autoClose: 10_000, ...common })
  },
}

const common = { closeButtonProps: { 'aria-label': 'Dismiss' } }
