const START_MS = 5000

/**
 * Once, after the start, returns the memory that only the start needed to the operating system: about 20 MB. V8 does it
 * by itself only under load. The pause is about as long as one full garbage collection under load.
 */
export function freeMemoryAfterStart(): void {
  setTimeout(collectGarbage, START_MS).unref()
}

async function collectGarbage() {
  const { Session } = await import('node:inspector/promises')
  const session = new Session()
  session.connect()
  await session.post('HeapProfiler.collectGarbage')
  session.disconnect()
}
