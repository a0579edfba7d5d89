import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { Type } from 'typebox'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { headOf, mounted, sendToMounted } from '../../test/mounted.ts'
import { UNKNOWN } from '../../test/routes.ts'
import { rowsOf } from '../../test/rows.ts'
import { type TestUser, world } from '../../test/world.ts'
import { fail } from '../kernel/fail.ts'
import { resource } from './resource.ts'
import { Count, Shape } from './shapes.ts'

const KNOWN = '019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91'
const text = Type.Optional(Type.String({ description: 'What was said' }))
const events = { step: Shape('TestStep', { number: Count('Which'), text }), done: Type.Null() }

/** Controls the running handler, and observes whether it was stopped. */
let next: (what: number | Error | 'end') => void
let stopped: Promise<void>
let passed = 0

function waiting(signal: AbortSignal) {
  const queue: (number | Error | 'end')[] = []
  let wake = () => {}
  const over = Promise.withResolvers<void>()
  stopped = over.promise
  signal.addEventListener('abort', () => over.resolve())
  next = (what) => {
    queue.push(what)
    wake()
  }
  return async function* () {
    for (;;) {
      const what = queue.shift()
      if (what === 'end') return
      if (what instanceof Error) throw what
      if (what !== undefined) {
        passed++
        const data = { number: what, secret: 'never leaves' }
        yield { event: 'step' as const, id: String(what), data }
      } else await new Promise<void>((resolve) => (wake = resolve))
    }
  }
}

const steps = resource('/test_steps', 'Steps of a test', (r) => {
  const spec = { can: 'webhooks.read', events, summary: 'Stream steps' } as const
  r.stream('/:id', spec, ({ id, signal }) => {
    if (id !== KNOWN) throw fail.notFound('test_step')
    return waiting(signal)()
  })
  r.stream('/:id/failing', spec, async function* ({ signal }) {
    if (!signal.aborted) throw fail.with('conflict')
    yield { event: 'done', data: null }
  })
  r.stream('/:id/flood', spec, async function* ({ signal }) {
    for (let number = 0; !signal.aborted; number++) {
      passed++
      yield { event: 'step' as const, data: { number, text: 'x'.repeat(10_000) } }
    }
  })
  r.stream('/', { ...spec, can: 'public' }, ({ signal }) => waiting(signal)())
})

let here: Awaited<ReturnType<typeof world>>
let server: Awaited<ReturnType<typeof mounted>>
const uncaught: unknown[] = []
const recordError = (error: unknown) => uncaught.push(error)

beforeAll(async () => {
  process.on('uncaughtException', recordError)
  process.on('unhandledRejection', recordError)
  here = await world()
  server = await mounted(here.platform, steps)
})
afterAll(() => {
  process.off('uncaughtException', recordError)
  process.off('unhandledRejection', recordError)
  expect(uncaught).toEqual([])
})

const ask = (person: Pick<TestUser, 'accessToken'>, path = `/${KNOWN}`) =>
  server.open('GET', `/test_steps${path}`, { authorization: `Bearer ${person.accessToken}` })

/** A stream that has sent its first event. */
async function opened(person: Pick<TestUser, 'accessToken'>, path?: string) {
  next = () => {
    throw new Error('no handler runs yet')
  }
  const request = ask(person, path)
  const head = headOf(request.end())
  await vi.waitFor(() => next(1))
  const reply = await head
  await heard(reply)
  return { request, reply }
}

const heard = async (reply: IncomingMessage) => String((await once(reply, 'data'))[0])

/** The rest of a stream. */
async function rest(reply: IncomingMessage) {
  let text = ''
  for await (const chunk of reply) text += chunk
  return text
}

describe('a stream', () => {
  test('sends events immediately, with only the fields of their schema', async () => {
    const { reply } = await opened(here.owner)
    expect(reply.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
    })
    next(2)
    expect(await heard(reply)).toBe('id: 2\nevent: step\ndata: {"number":2}\n\n')
    next('end')
    expect(await rest(reply)).toBe('')
    await stopped
  })

  test('that fails before its first byte returns the envelope: 401, 403, 404, its own error', async () => {
    const nobody = await here.join()
    for (const [person, path, status] of [
      [{ accessToken: 'broken' }, `/${KNOWN}`, 401],
      [nobody, `/${KNOWN}`, 403],
      [here.owner, `/${UNKNOWN}`, 404],
      [here.owner, '/no-id', 404],
      [here.owner, `/${KNOWN}/failing`, 409],
    ] as const) {
      const reply = await sendToMounted(ask(person, path))
      expect([path, reply.status, reply.body.success]).toEqual([path, status, false])
    }
  })

  test('that fails later sends an error event, and ends', async () => {
    for (const [error, code] of [
      [fail.with('conflict'), 'conflict'],
      [new Error('secret reason'), 'internal_error'],
    ] as const) {
      const { reply } = await opened(here.owner)
      next(error)
      const text = await rest(reply)
      expect(text).toMatch(/^event: error\ndata: \{"success":false.*\}\n\n$/)
      expect(JSON.parse(text.split('data: ')[1] ?? '').code).toBe(code)
      expect(text).not.toContain('secret')
    }
  })

  test('aborts its handler when the client disconnects', async () => {
    const { request } = await opened(here.owner)
    request.destroy()
    await stopped
  })

  test('is not produced faster than its client reads, and ends when the client disconnects', async () => {
    passed = 0
    const request = ask(here.owner, `/${KNOWN}/flood`)
    request.on('error', () => {})
    const reply = await headOf(request.end())
    reply.on('error', () => {})
    await sleep(300)
    const before = passed
    await sleep(200)
    expect(passed).toBe(before)
    reply.destroy()
    await sleep(100)
    expect(passed - before).toBeLessThan(100)
  })
})

describe('a stream ends', () => {
  const ends: Record<string, (person: TestUser) => Promise<unknown>> = {
    'when its session does': (person) => person.post('/auth/logout'),
    'when the user is suspended': ({ id }) =>
      here.owner.put(`/users/${id}/suspend`, { reason: 'Test' }),
    'when the permission is removed': async ({ id, ctx }) => {
      await rowsOf(ctx, 'user_roles').delete().where('user_id', '=', id).execute()
      await here.platform.forgetLocally({ user: id })
    },
  }
  test.each(Object.entries(ends))('%s', async (_, end) => {
    const person = await here.join('developer')
    const { reply } = await opened(person)
    const other = await opened(here.owner)
    const toOther = next
    await end(person)
    expect(await rest(reply)).toBe('')
    toOther(2)
    expect(await heard(other.reply)).toContain('"number":2')
    other.request.destroy()
  })

  test('with its token, before another event is sent', async () => {
    const person = await here.join('developer')
    const { reply } = await opened(person)
    here.travel(24 * 60)
    next(2)
    expect(await rest(reply)).toBe('')
  })

  test('but not if the caller still has the permission', async () => {
    const { request, reply } = await opened(here.owner)
    await here.platform.forgetLocally({ everyone: true })
    next(2)
    expect(await heard(reply)).toContain('"number":2')
    request.destroy()
  })
})

test('a silent stream sends keep-alives, and starts without an event', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const pass = setInterval(() => vi.advanceTimersByTime(5000), 20)
  onTestFinished(() => clearInterval(pass))
  const reply = await headOf(ask(here.owner).end())
  expect(await heard(reply)).toBe(': keep-alive\n\n')
  expect(await heard(reply)).toBe(': keep-alive\n\n')
  reply.destroy()
  await stopped
})

test('a stream is documented with its events', () => {
  const { paths } = server.app.documents().public
  const operation = paths['/api/v1/test_steps/{id}']?.get
  expect(operation?.operationId).toBe('testSteps.stream')
  expect(operation?.responses['200']).toMatchObject({ content: { 'text/event-stream': {} } })
  expect(JSON.stringify(operation?.responses['200'])).toContain('schemas/TestStep')
})

test('a stopping server ends its streams, also those that are not read, and then closes', async () => {
  const { reply } = await opened(here.owner)
  const open = await opened({ accessToken: '' }, '')
  const deaf = await headOf(ask(here.owner, `/${KNOWN}/flood`).end())
  deaf.on('error', () => {})
  await sleep(200)
  here.platform.stop()
  expect(await rest(reply)).toBe('')
  expect(await rest(open.reply)).toBe('')
  await server.app.close()
})
