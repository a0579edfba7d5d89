import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { stopImpersonation } from '../identity'
import { useMe } from '../session'
import { activeImpersonation } from '../tokens'
import { toast } from '../ui/toast'
import { Banner } from './Banner'

/** On every page while somebody acts as another. When the time is up it stops by itself. */
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
    const end = setTimeout(stop, ends - Date.now())
    return () => clearTimeout(end)
  }, [ends])
  return (
    <Banner
      label="ImpersonationBanner as somebody else"
      urgent
      action={
        <Button variant="default" size="compact-sm" onClick={stop}>
          Stop
        </Button>
      }
    >
      You act as <b>{me.name}</b>
      {session && ` — ${session.reason} — ${left(ends - now)}`}
    </Banner>
  )
}

const stop = () => {
  stopImpersonation().then(() => toast.done('You are yourself again.'), toast.failed)
}

function left(ms: number) {
  const minutes = Math.ceil(ms / 60_000)
  if (minutes <= 1) return 'less than a minute left'
  return `${minutes} minutes left`
}
