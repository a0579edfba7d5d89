import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'

const DeliveryDrawer = lazy(() => import('./DeliveryDrawer'))

/** Drawer of the delivery named in the URL, so that the link can be shared. */
export function SelectedDeliveryDrawer() {
  const search: Record<string, string | undefined> = useSearch({ strict: false })
  const navigate = useNavigate()
  const { delivery, ...rest } = search
  if (!delivery) return null
  return (
    <Suspense>
      <DeliveryDrawer
        id={delivery}
        onClose={() => void navigate({ to: '.', search: rest, replace: true, resetScroll: false })}
      />
    </Suspense>
  )
}
