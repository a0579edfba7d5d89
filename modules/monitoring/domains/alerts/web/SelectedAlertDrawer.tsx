import { Anchor } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import classes from './alerts.module.css'

const AlertDrawer = lazy(() => import('./AlertDrawer'))

type Url = Record<string, string | undefined>

/** Opens an alert in a drawer. The alert is in the URL. */
export function AlertLink({ id, children }: { id: string; children: string }) {
  const url: Url = useSearch({ strict: false })
  return (
    <Anchor
      inherit
      fw={500}
      className={classes.name}
      renderRoot={(props) => <Link to="." search={{ ...url, alert: id }} {...props} />}
    >
      {children}
    </Anchor>
  )
}

export function SelectedAlertDrawer() {
  const url: Url = useSearch({ strict: false })
  const navigate = useNavigate()
  if (!url.alert) return null
  const close = () => void navigate({ to: '.', search: { ...url, alert: undefined } })
  return (
    <Suspense>
      <AlertDrawer key={url.alert} id={url.alert} onClose={close} />
    </Suspense>
  )
}
