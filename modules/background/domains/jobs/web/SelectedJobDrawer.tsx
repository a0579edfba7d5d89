import { Anchor } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import classes from './jobs.module.css'

const JobDrawer = lazy(() => import('./JobDrawer'))

type Url = Record<string, string | undefined>

/** Opens a job in a drawer. The job is in the URL. */
export function JobLink({ id, children }: { id: string; children: string }) {
  const url: Url = useSearch({ strict: false })
  return (
    <Anchor
      inherit
      className={`mono ${classes.name}`}
      renderRoot={(props) => <Link to="." search={{ ...url, job: id }} {...props} />}
    >
      {children}
    </Anchor>
  )
}

export function SelectedJobDrawer() {
  const url: Url = useSearch({ strict: false })
  const navigate = useNavigate()
  if (!url.job) return null
  const close = () => void navigate({ to: '.', search: { ...url, job: undefined } })
  return (
    <Suspense>
      <JobDrawer key={url.job} id={url.job} onClose={close} />
    </Suspense>
  )
}
