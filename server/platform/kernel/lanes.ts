/** Runs `work` for each item, so many at a time. */
export async function forEachOf<T>(
  items: Iterable<T>,
  atOnce: number,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const queue = items[Symbol.iterator]()
  const workers = Array.from({ length: atOnce }, async () => {
    for (let next = queue.next(); !next.done; next = queue.next()) await work(next.value)
  })
  await Promise.all(workers)
}
