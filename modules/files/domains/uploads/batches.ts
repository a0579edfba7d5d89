/**
 * Collects bytes that arrive: passes on at most `room()` of them at once, and after `ms` milliseconds whatever there is. When
 * reading fails, it passes on what arrived before, then fails.
 */
export async function* batchesOf(
  bytes: AsyncIterable<Buffer>,
  room: () => number,
  ms: number,
): AsyncGenerator<Buffer> {
  const source = bytes[Symbol.asyncIterator]()
  let chunks: Buffer[] = []
  let size = 0
  let due = new Timer(ms)

  function take(wanted: number): Buffer {
    const all = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)
    const rest = all.subarray(wanted)
    chunks = rest.length > 0 ? [rest] : []
    size = rest.length
    due.stop()
    due = new Timer(ms)
    return all.subarray(0, wanted)
  }

  try {
    let next: Promise<IteratorResult<Buffer>> | undefined
    for (;;) {
      next ??= source.next()
      const arrived = await (size > 0 ? Promise.race([next, due.over()]) : next)
      if (arrived === undefined) {
        yield take(size)
        continue
      }
      next = undefined
      if (arrived.done) break
      chunks.push(arrived.value)
      size += arrived.value.length
      for (let wanted = room(); size > 0 && size >= wanted; wanted = room()) yield take(wanted)
    }
  } catch (error) {
    if (size > 0) yield take(size)
    throw error
  } finally {
    due.stop()
  }
  if (size > 0) yield take(size)
}

/** Starts when it is first asked. */
class Timer {
  readonly #ms: number
  #timer: NodeJS.Timeout | undefined
  #over: Promise<undefined> | undefined

  constructor(ms: number) {
    this.#ms = ms
  }

  over(): Promise<undefined> {
    this.#over ??= new Promise((resolve) => {
      this.#timer = setTimeout(resolve, this.#ms, undefined)
    })
    return this.#over
  }

  stop(): void {
    clearTimeout(this.#timer)
  }
}
