import { useEffect, useState } from 'react'

/** Whole seconds until a time, updated every second; 0 afterwards. */
export function useSecondsUntil(time: string | null): number {
  const [now, setNow] = useState(Date.now)
  const left = time ? Math.max(Math.ceil((Date.parse(time) - now) / 1000), 0) : 0
  useEffect(() => {
    if (!time) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [time])
  return left
}
