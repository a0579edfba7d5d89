import type { FastifyRequest } from 'fastify'
import { Failure } from '../kernel/fail.ts'
import type { Platform } from '../kernel/platform.ts'
import type { Route } from './route.ts'
import type { ThrottleName } from './throttles.ts'

/** Runs the handler of a route whose throttle counts wrong guesses: a failure is counted before the response is sent. */
export async function withAttemptCount<T>(
  { limits }: Platform,
  throttle: ThrottleName,
  route: Route,
  request: FastifyRequest,
  run: () => Promise<T>,
): Promise<T> {
  const settle = await limits
    .attempt(throttle, request.ctx.request?.ip ?? '', route)
    .catch(async (error) => {
      await request.undoUsage()
      throw error
    })
  let failed = false
  try {
    return await run()
  } catch (error) {
    failed = error instanceof Failure && error.wrongGuess
    throw error
  } finally {
    await settle(failed)
  }
}
