import { queryClient } from './session'

const MIN_INTERVAL_MS = 1000

/** Invalidates a query on each message, at most once per second. */
export function throttledRefetch(queryKey: string[]) {
  let readAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    read() {
      timer ??= setTimeout(
        () => {
          timer = undefined
          readAt = Date.now()
          void queryClient.invalidateQueries({ queryKey })
        },
        Math.max(0, readAt + MIN_INTERVAL_MS - Date.now()),
      )
    },
    stop: () => clearTimeout(timer),
  }
}
