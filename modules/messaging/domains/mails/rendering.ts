import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { senderOf } from '@powernode/server/platform/mail/message.ts'
import { renderMail, type TemplateName } from '@powernode/server/platform/mail/templates.ts'

/** Renders the subject and bodies of a mail from its encrypted variables. */
export function render(ctx: PlatformCtx, template: TemplateName, sealed: Buffer) {
  const variables = variablesOf(ctx, sealed) as never
  return renderMail(template, variables, senderOf(ctx.platform))
}

export function variablesOf({ platform }: PlatformCtx, sealed: Buffer): Record<string, string> {
  return JSON.parse(platform.vault.open(sealed).toString())
}
