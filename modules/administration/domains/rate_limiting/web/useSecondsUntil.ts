import { useEffect, useState } from 'react'

/** Whole seconds until a moment, counted down; 0 from then on. */
export function useSecondsUntil(moment: string | null): number {
  const [now, setNow] = useState(Date.now)
  const left = moment ? Math.max(Math.ceil((Date.parse(moment) - now) / 1000), 0) : 0
  useEffect(() => {
    if (!moment) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [moment])
  return left
}
