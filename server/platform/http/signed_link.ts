import { type TProperties, Type } from 'typebox'
import { isSignature } from '../crypto/vault.ts'
import type { PlatformCtx } from '../db/context.ts'
import { fail } from '../kernel/fail.ts'
import { type QueryValues, Text } from './shapes.ts'

/** The query of a signed link. */
export const SignedLinkQuery = {
  expires: Type.Integer({ minimum: 0, description: 'Expiry of the link, in seconds since 1970' }),
  signature: Text(100, { description: 'Signature of the link' }),
} satisfies TProperties

interface SignedLink {
  /** Links of one purpose are not valid for another. */
  purpose: string
  /** What the link gives access to, and for whom: ids without spaces. */
  subject: readonly string[]
}

/** A link to `path` below `/api/v1` that works without signing in until it expires, in whole seconds. */
export function signLink(
  ctx: PlatformCtx,
  link: SignedLink,
  {
    path,
    expiresAt,
    query = {},
    base = ctx.platform.config.publicUrl,
  }: { path: string; expiresAt: Date; query?: Record<string, string>; base?: string },
): string {
  const expires = Math.floor(expiresAt.getTime() / 1000)
  const signature = signatureOf(ctx, link, expires).toString('base64url')
  const search = new URLSearchParams({ ...query, expires: String(expires), signature })
  return `${base}/api/v1${path}?${search}`
}

/** Throws `token_invalid` if a link was changed or has expired. */
export function requireSignedLink(
  ctx: PlatformCtx,
  link: SignedLink,
  { expires = 0, signature = '' }: QueryValues<typeof SignedLinkQuery>,
): void {
  const isSigned = isSignature(signature, signatureOf(ctx, link, expires))
  if (!isSigned || expires * 1000 <= ctx.now().getTime()) throw fail.with('token_invalid')
}

const signatureOf = (ctx: PlatformCtx, { purpose, subject }: SignedLink, expires: number) =>
  ctx.platform.vault.sign(purpose, [...subject, expires].join(' '))
