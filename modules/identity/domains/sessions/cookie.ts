import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { lifetimesOf } from './session.ts'

const REFRESH_COOKIE = 'refresh_token'

/** Browsers keep the refresh token out of reach of scripts; the path keeps it off every other request. */
export function setCookie<T extends { refresh_token: string }>(
  ctx: PlatformCtx,
  reply: FastifyReply,
  issued: T,
): T {
  write(ctx, reply, issued.refresh_token, lifetimesOf(ctx).refresh)
  return issued
}

export function readCookie({ server, headers }: FastifyRequest): string | undefined {
  return server.parseCookie(headers.cookie ?? '')[REFRESH_COOKIE]
}

export function clearCookie(ctx: PlatformCtx, reply: FastifyReply): void {
  write(ctx, reply, '', 0)
}

/** Set at once, not when the reply is sent: a reply kept for an Idempotency-Key includes its cookie. */
function write({ platform }: PlatformCtx, reply: FastifyReply, value: string, maxAge: number) {
  const cookie = reply.server.serializeCookie(REFRESH_COOKIE, value, {
    path: '/api/v1/auth',
    maxAge,
    httpOnly: true,
    sameSite: 'strict',
    secure: platform.config.publicUrl.startsWith('https:'),
  })
  reply.header('set-cookie', cookie)
}
