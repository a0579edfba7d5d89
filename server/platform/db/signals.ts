import { SIGNAL_CHANNEL } from '../channels.ts'
import type { NotifyListener } from './listener.ts'

/** Wakes requests that wait for what another process does. */
export interface Signals {
  /**
   * Runs `check` now and after each transaction that committed with `tx.signal(topic)` in any process, until it returns true or
   * `ms` milliseconds have passed. Returns what it returned last.
   */
  until(topic: string, ms: number, check: () => Promise<boolean>): Promise<boolean>
}

/** Signals that may have been missed, and the end of the process, wake everyone. */
export function openSignals(listener: NotifyListener, stopping: AbortSignal): Signals {
  const waiting = new Map<string, Set<() => void>>()
  const wake = (topic: string) => {
    for (const resolve of waiting.get(topic) ?? []) resolve()
  }
  const wakeAll = () => {
    for (const topic of waiting.keys()) wake(topic)
  }
  listener.on(SIGNAL_CHANNEL, wake)
  listener.onGap(wakeAll)
  stopping.addEventListener('abort', wakeAll)

  return {
    async until(topic, ms, check) {
      let signal = Promise.withResolvers<void>()
      const resolve = () => signal.resolve()
      const others = waiting.get(topic) ?? new Set()
      waiting.set(topic, others.add(resolve))
      let isOver = false
      const timer = setTimeout(() => {
        isOver = true
        resolve()
      }, ms)
      try {
        for (;;) {
          if (await check()) return true
          if (isOver || stopping.aborted) return false
          await signal.promise
          signal = Promise.withResolvers()
        }
      } finally {
        clearTimeout(timer)
        others.delete(resolve)
        if (others.size === 0) waiting.delete(topic)
      }
    },
  }
}
