import { setTimeout as sleep } from 'node:timers/promises'
import type { Command } from './protocol.ts'

/** A page subscribes to all its channels at once, and again after each reconnect. */
const BURST = 20
const PER_SECOND = 20
const MAX_WAITING = 200

/** Commands of one connection, run in order of arrival and no faster than its budget allows. */
export interface Backlog {
  /** Returns false if the queue is full: the command is dropped. */
  add(command: Command): boolean
  /** Drops waiting commands with this identifier. */
  cancel(identifier: string): void
}

/** `run` is called for one command at a time, the first after `ready`; it must not throw. */
export function openBacklog(
  ready: () => Promise<void>,
  run: (command: Command) => Promise<void>,
): Backlog {
  let waiting: Command[] = []
  let running = false
  let budget = BURST
  let refilledAt = performance.now()

  async function runAll() {
    await ready()
    while (waiting.length > 0) {
      const wait = secondsUntilAllowed()
      if (wait > 0) await sleep(wait * 1000, undefined, { ref: false })
      budget--
      const next = waiting.shift()
      if (next) await run(next)
    }
    running = false
  }

  function secondsUntilAllowed() {
    const now = performance.now()
    budget = Math.min(BURST, budget + ((now - refilledAt) / 1000) * PER_SECOND)
    refilledAt = now
    return budget >= 1 ? 0 : (1 - budget) / PER_SECOND
  }

  /** Clients repeat a subscribe command until it is confirmed. */
  function isDuplicate({ command, identifier }: Command) {
    const last = waiting.findLast((one) => one.identifier === identifier)
    return command === 'subscribe' && last?.command === 'subscribe'
  }

  return {
    add(command) {
      if (waiting.length >= BURST && isDuplicate(command)) return true
      if (waiting.length >= MAX_WAITING) return false
      waiting.push(command)
      if (!running) {
        running = true
        void runAll()
      }
      return true
    },
    cancel(identifier) {
      waiting = waiting.filter((command) => command.identifier !== identifier)
    },
  }
}
