import cluster, { type Worker } from 'node:cluster'
import { readEnvironment } from '@powernode/contract/environment.ts'
import { AggregatorRegistry, type Registry } from 'prom-client'

const REQUEST = 'powernode:metrics'
const WAIT_MS = 6000

/** What the first process answers: the metrics of all server processes of this machine. */
interface Answer {
  of: typeof REQUEST
  text: string | undefined
}

/** In the process that started the others: collects their metrics whenever one of them is asked for them. */
export function answerMetrics(): void {
  const all = new AggregatorRegistry()
  cluster.on('message', async (worker: Worker, message: unknown) => {
    if (message !== REQUEST) return
    const text = await all.clusterMetrics().catch(() => undefined)
    if (worker.isConnected()) worker.send({ of: REQUEST, text } satisfies Answer)
  })
}

/**
 * The metrics of this process, or of all server processes behind the same listener, each labelled with its number: a
 * scraper reaches any of them. Those of this process alone if one of the others does not answer.
 */
export function metricsPrinter(registry: Registry): () => Promise<string> {
  if (!cluster.isWorker) return () => registry.metrics()
  registry.setDefaultLabels({ process: readEnvironment().POWERNODE_PROCESS ?? '' })
  AggregatorRegistry.setRegistries([registry])
  new AggregatorRegistry() // answers the process that started this one
  return async () => (await askAll()) ?? registry.metrics()
}

let asking: Promise<string | undefined> | undefined

/** One question at a time; whoever asks meanwhile gets the same answer. */
function askAll(): Promise<string | undefined> {
  asking ??= ask().finally(() => {
    asking = undefined
  })
  return asking
}

async function ask(): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>()
  const onMessage = (message: Partial<Answer>) => {
    if (message?.of === REQUEST) resolve(message.text)
  }
  const timer = setTimeout(resolve, WAIT_MS, undefined)
  process.on('message', onMessage)
  process.send?.(REQUEST)
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    process.off('message', onMessage)
  }
}
