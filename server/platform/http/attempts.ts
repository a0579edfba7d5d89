import type { FastifyRequest } from 'fastify'
import type { Platform } from '../platform.ts'
import { Failure } from './fail.ts'
import type { Route } from './resource.ts'
import { countsGuesses } from './throttles.ts'

/** Runs a handler; where guesses at its route are throttled, a wrong one is counted before it is answered. */
export async function attempted<T>(
  { limits }: Platform,
  route: Route,
  request: FastifyRequest,
  run: () => Promise<T>,
): Promise<T> {
  const { throttle } = route.spec
  if (!throttle || !countsGuesses(throttle)) return run()
  const settle = await limits
    .attempt(throttle, request.ctx.request?.ip ?? '', route)
    .catch(async (error) => {
      await request.giveBack()
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
