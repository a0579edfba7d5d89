import { createContext, lazy, Suspense, useContext, useSyncExternalStore } from 'react'
import classes from './RelativeTime.module.css'
import { exactTime, relativePhrase } from './relative'
import { useTip } from './useTip'

const OpenTip = lazy(() => import('./OpenTip'))

/**
 * How lists show times. There they are no tab stops, as a page of fifty rows would have a hundred of them; instead the
 * column menu has *Exact times*, which also suits those who compare rows.
 */
export const TimesInList = createContext<{ exact: boolean } | null>(null)

type Props = { at: string | null; never?: string }

/** "5 minutes ago", updated while shown. The exact time appears on hover, focus and tap. */
export function RelativeTime({ at, never = 'Never' }: Props) {
  return at ? <Time at={at} /> : <span>{never}</span>
}

function Time({ at }: { at: string }) {
  const list = useContext(TimesInList)
  const phrase = useSyncExternalStore(subscribe, () => relativePhrase(Date.parse(at), clock))
  const { target, handlers } = useTip({ delay: 0, byFocus: true })
  const exact = exactTime(at)
  if (list?.exact) return <time dateTime={at}>{exact}</time>
  return (
    <>
      <time
        dateTime={at}
        className={classes.time}
        tabIndex={list ? undefined : 0}
        aria-description={exact}
        {...handlers}
      >
        {phrase}
      </time>
      <Suspense>{target && <OpenTip target={target} label={exact} />}</Suspense>
    </>
  )
}

// One clock for every time on the page, which ticks only while one is shown. A time renders again only if its phrase changes.
const TICK_MS = 1000
const listeners = new Set<() => void>()
let clock = Date.now()
let timer: ReturnType<typeof setInterval> | undefined

function subscribe(listener: () => void) {
  listeners.add(listener)
  timer ??= setInterval(tick, TICK_MS)
  clock = Date.now()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

function tick() {
  clock = Date.now()
  for (const listener of listeners) listener()
}
