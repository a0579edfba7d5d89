import type { FastifyReply, FastifyBaseLogger as Logger } from 'fastify'

/** Calls `work` when a response was sent. If it fails, that is only logged: the response was good. */
export function afterSending(
  reply: FastifyReply,
  log: Logger,
  work: () => Promise<void> | undefined,
): void {
  reply.raw.once('finish', () => {
    work()?.catch((error: Error) => log.warn({ reason: error.message }, 'not counted'))
  })
}
