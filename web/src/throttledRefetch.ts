import { queryClient } from './session'

const AT_MOST_EVERY_MS = 1000

/** Reads what is kept under a key again when there is news of it: however much there is, once a second at most. */
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
        Math.max(0, readAt + AT_MOST_EVERY_MS - Date.now()),
      )
    },
    stop: () => clearTimeout(timer),
  }
}
