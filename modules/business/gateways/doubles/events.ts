import type { EventsToSend, SentEvent } from './double.ts'

interface Sending<Event> {
  headersOf(event: Event, body: string): Record<string, string>
  typeOf(event: Event): string
  onDelivered(event: Event): void
}

/** Sends each event to the receiver, one after the other. */
export async function postEvents<Event extends { id: string }>(
  events: Event[],
  { to, shuffle, double = false }: EventsToSend,
  { headersOf, typeOf, onDelivered }: Sending<Event>,
): Promise<SentEvent[]> {
  const ordered = shuffle === undefined ? events : shuffled(events, shuffle)
  const sent: SentEvent[] = []
  for (const event of double ? ordered.flatMap((one) => [one, one]) : ordered) {
    const body = JSON.stringify(event)
    const headers = { 'content-type': 'application/json', ...headersOf(event, body) }
    const status = await post(to, headers, body)
    if (status !== undefined && status < 300) onDelivered(event)
    sent.push({ id: event.id, type: typeOf(event), status })
  }
  return sent
}

async function post(to: string, headers: Record<string, string>, body: string) {
  try {
    const response = await fetch(to, { method: 'POST', headers, body })
    await response.arrayBuffer()
    return response.status
  } catch {
    return undefined
  }
}

/** The same order for the same seed. */
function shuffled<T>(items: T[], seed: number): T[] {
  const order = [...items]
  let state = seed >>> 0
  for (let last = order.length - 1; last > 0; last--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const other = state % (last + 1)
    const [a, b] = [order[last], order[other]] as [T, T]
    order[last] = b
    order[other] = a
  }
  return order
}
