import { createHash } from 'node:crypto'
import { openSession, signTokens } from '@powernode/modules/identity/domains/sessions/session.ts'
import { unaudited } from '@powernode/server/test/rows.ts'
import { listening, type TestUser, WORKER_TOKEN, type world } from '@powernode/server/test/world.ts'
import { createApi } from '@powernode/worker/client.ts'
import handlers from '../domains/reports/handlers.ts'

type World = Awaited<ReturnType<typeof world>>

/** Runs a job of reports with its own handler, over HTTP, as a worker does. */
export async function runReportJob<N extends keyof typeof handlers.handlers>(
  { app, platform }: Pick<World, 'app' | 'platform'>,
  name: N,
  input: Parameters<(typeof handlers.handlers)[N]>[0],
): Promise<void> {
  const config = {
    ...{ url: await listening(app), token: WORKER_TOKEN, concurrency: 1, logLevel: 'silent' },
    tracing: undefined as never,
  }
  const api = createApi(config)
  const work = { api, outcomes: api, log: platform.log, signal: new AbortController().signal }
  await handlers.handlers[name](input as never, work as never)
}

/** The file behind a signed link, without signing in. */
export async function fileAt({ app }: Pick<World, 'app'>, link: string) {
  const { pathname, search } = new URL(link)
  const reply = await app.inject({ method: 'GET', url: pathname + search })
  const content = reply.rawPayload
  return {
    status: reply.statusCode,
    headers: reply.headers,
    content,
    text: content.toString(),
    sha256: createHash('sha256').update(content).digest('hex'),
  }
}

/** The same user with a new session, after the clock was moved. */
export async function signedInAgain({ as }: Pick<World, 'as'>, user: TestUser): Promise<TestUser> {
  const issued = await unaudited(user.ctx, (tx) => openSession(tx, user.id))
  return { ...user, ...as(signTokens(user.ctx, issued).access_token) }
}
