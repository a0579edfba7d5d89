import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { newSigningSecret, previewOf } from './signature.ts'

/** A new secret, to be shown once, and the columns to store. */
export function newWebhookSecret({ platform }: Ctx) {
  const secret = newSigningSecret()
  const sealed_secret = platform.vault.seal(Buffer.from(secret))
  return { secret, sealed_secret, secret_preview: previewOf(secret) }
}
