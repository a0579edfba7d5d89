import { useNotifications } from '@mantine/notifications'
import { lazy, Suspense, useRef } from 'react'

const Shown = lazy(() => import('./ShownToasts'))

/** Where toasts appear; what draws them is fetched with the first one. */
export function Toasts() {
  const { notifications } = useNotifications()
  const needed = useRef(false)
  needed.current ||= notifications.length > 0
  return <Suspense>{needed.current && <Shown />}</Suspense>
}
