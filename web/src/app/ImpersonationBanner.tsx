import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { stopImpersonation } from '../identity'
import { useMe } from '../session'
import { activeImpersonation } from '../tokens'
import { formatNoun } from '../ui/format'
import { toast } from '../ui/toast'
import { Banner } from './Banner'

/** Shown on every page while impersonating. Ends the impersonation when its time is over. */
export default function ImpersonationBanner() {
  const me = useMe()
  const session = activeImpersonation()
  const ends = session ? Date.parse(session.expires_at) : 0
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), 10_000)
    return () => clearInterval(clock)
  }, [])
  useEffect(() => {
    if (!ends) return
    const end = setTimeout(endImpersonation, ends - Date.now())
    return () => clearTimeout(end)
  }, [ends])
  return (
    <Banner
      label="Impersonation"
      urgent
      action={
        <Button variant="default" size="compact-sm" onClick={endImpersonation}>
          Stop impersonating{' '}
        </Button>
      }
    >
      You are impersonating <b>{me.name}</b>
      {session && ` (${session.reason}), ${remainingTime(ends - now)}`}
    </Banner>
  )
}

const endImpersonation = () => {
  stopImpersonation().then(() => toast.done('Impersonation ended.'), toast.failed)
}

function remainingTime(ms: number) {
  const minutes = Math.ceil(ms / 60_000)
  if (minutes <= 1) return 'less than a minute left'
  return `${formatNoun(minutes, 'minute')} left`
}
