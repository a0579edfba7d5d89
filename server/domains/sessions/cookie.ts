import type { FastifyReply } from 'fastify'
import { REFRESH_SECONDS } from '../../platform/auth/tokens.ts'
import type { PlatformCtx } from '../../platform/db/context.ts'

export const REFRESH_COOKIE = 'refresh_token'

/** Browsers keep the refresh token out of reach of scripts; the path keeps it off every other request. */
export function setCookie<T extends { refresh_token: string }>(
  ctx: PlatformCtx,
  reply: FastifyReply,
  issued: T,
): T {
  reply.setCookie(REFRESH_COOKIE, issued.refresh_token, {
    ...options(ctx),
    maxAge: REFRESH_SECONDS,
  })
  return issued
}

export function clearCookie(ctx: PlatformCtx, reply: FastifyReply): void {
  reply.clearCookie(REFRESH_COOKIE, options(ctx))
}

function options({ platform }: PlatformCtx) {
  const secure = platform.config.publicUrl.startsWith('https:')
  return { path: '/api/v1/auth', httpOnly: true, sameSite: 'strict', secure } as const
}
