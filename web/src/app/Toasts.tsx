import { useNotifications } from '@mantine/notifications'
import { lazy, Suspense, useRef } from 'react'

const ToastContainer = lazy(() => import('./ToastContainer'))

/** Toasts. The component that renders them is loaded with the first one. */
export function Toasts() {
  const { notifications } = useNotifications()
  const needed = useRef(false)
  needed.current ||= notifications.length > 0
  return <Suspense>{needed.current && <ToastContainer />}</Suspense>
}
