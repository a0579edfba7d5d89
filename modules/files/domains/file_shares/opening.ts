import { downloadShared, findServed } from '@powernode/modules/files/domains/files/download.ts'
import { passwordMatches } from '@powernode/server/platform/crypto/passwords.ts'
import { digestOf } from '@powernode/server/platform/crypto/vault.ts'
import type { PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import type { Download } from '@powernode/server/platform/http/download.ts'
import {
  Count,
  Flag,
  Nullable,
  type QueryValues,
  Secret,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import {
  requireSignedLink,
  type SignedLinkQuery,
  signLink,
} from '@powernode/server/platform/http/signed_link.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { HOUR_MS, MINUTE_MS } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { FileShare, SharePassword } from './file_share.ts'

/** Wrong passwords of one link, whoever gives them, until it waits. */
const MAX_WRONG = 10
const WAIT_MS = 15 * MINUTE_MS
/** How long a download that was interrupted can go on. */
const OPENED_MS = HOUR_MS

export const SharedFile = Shape('SharedFile', {
  filename: Text(255, { description: 'Name of the file', examples: ['plan.pdf'] }),
  content_type: Text(200, { description: 'Its type', examples: ['application/pdf'] }),
  file_size: Count('Its size in bytes', [48_213]),
  account_name: Text(255, { description: 'Who shares it' }),
  access_level: FileShare.properties.access_level,
  has_password: Flag('It needs a password'),
  expires_at: Nullable(Time('When the link expires')),
})

export const ShareOpening = Shape('ShareOpening', { password: Type.Optional(SharePassword) })

export const OpenedShare = Shape('OpenedShare', {
  url: Secret('Where the file can be read', 'https://example.com/api/v1/shares/…/download?…', {
    maxLength: 2000,
  }),
  expires_at: Time('Until when, also in parts after an interruption'),
})

/** What a link shares, for whoever has it. The same 404 for links that have ended and unknown ones. */
export async function readShared(
  ctx: PlatformCtx,
  token: string,
): Promise<Static<typeof SharedFile>> {
  const { share, file } = await findShared(ctx, token)
  if (isUsedUp(share)) throw unknownShare()
  const { filename, content_type, size_bytes } = file
  const { account_name, access_level, expires_at } = share
  const has_password = share.password_hash !== null
  return {
    ...{ filename, content_type, file_size: size_bytes },
    ...{ account_name, access_level, has_password, expires_at },
  }
}

/** Opens a link: counts once, and returns where the file can be read for an hour. */
export async function openShare(
  ctx: PlatformCtx,
  token: string,
  { password }: Static<typeof ShareOpening>,
): Promise<Static<typeof OpenedShare>> {
  const { share } = await findShared(ctx, token)
  const account = ctx.inAccount(share.account_id)
  // A wrong password must be counted, so the failure is thrown after the commit.
  const refusal = await account.transaction((tx) => countOpening(tx, share.id, password))
  if (refusal) throw refusal
  const now = ctx.now().getTime()
  const expires_at = new Date(Math.min(now + OPENED_MS, share.expires_at?.getTime() ?? Infinity))
  const path = `/shares/${token}/download`
  const base = ctx.platform.config.filesUrl
  const url = signLink(ctx, openedLink(share.id), { path, expiresAt: expires_at, base })
  return { url, expires_at }
}

/** The content for somebody who opened a link. It ends with the link. */
export async function downloadOpened(
  ctx: PlatformCtx,
  token: string,
  link: QueryValues<typeof SignedLinkQuery>,
): Promise<Download> {
  const { share } = await findShared(ctx, token)
  requireSignedLink(ctx, openedLink(share.id), link)
  const disposition = share.access_level === 'view' ? 'inline' : 'attachment'
  return downloadShared(ctx, share.file_id, disposition)
}

const openedLink = (id: string) => ({ purpose: 'shared file', subject: [id] })

/** The failure if it must not be opened. */
async function countOpening(tx: Tx, id: string, password: string | undefined) {
  tx.unaudited('counts only')
  const share = await tx
    .own('file_shares')
    .select()
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!share || share.revoked_at || isUsedUp(share)) return unknownShare()
  const now = tx.now()
  const waitsUntil = (share.wrong_password_at?.getTime() ?? 0) + WAIT_MS
  const seconds = Math.ceil((waitsUntil - now.getTime()) / 1000)
  const wrong = seconds > 0 ? share.wrong_passwords : 0
  if (share.password_hash !== null) {
    if (password === undefined) return fail.invalid({ password: ['is required'] })
    if (wrong >= MAX_WRONG) {
      const window = WAIT_MS / 1000
      return fail.rateLimited({ name: 'share_password', limit: MAX_WRONG, window, seconds })
    }
    if (!(await passwordMatches(share.password_hash, password))) {
      await tx
        .own('file_shares')
        .update({ wrong_passwords: wrong + 1, wrong_password_at: now })
        .where('id', '=', id)
        .execute()
      return fail.with('share_password_wrong')
    }
  }
  await tx
    .own('file_shares')
    .update({ download_count: share.download_count + 1, wrong_passwords: 0 })
    .where('id', '=', id)
    .execute()
  return undefined
}

interface Uses {
  max_downloads: number | null
  download_count: number
}

const isUsedUp = ({ max_downloads, download_count }: Uses) =>
  max_downloads !== null && download_count >= max_downloads

/** A link that has not ended, and its file. */
async function findShared(ctx: PlatformCtx, token: string) {
  const share = await ctx
    .acrossAccounts({ because: 'a link names no account' })
    .selectFrom('file_shares')
    .innerJoin('accounts', 'accounts.id', 'file_shares.account_id')
    .select([
      'file_shares.id',
      'file_shares.account_id',
      'file_shares.file_id',
      'file_shares.password_hash',
      'file_shares.expires_at',
      'file_shares.max_downloads',
      'file_shares.download_count',
      'accounts.name as account_name',
      sql<'view' | 'download'>`file_shares.access_level`.as('access_level'),
    ])
    .where('file_shares.token_digest', '=', digestOf(token))
    .where('file_shares.revoked_at', 'is', null)
    .executeTakeFirst()
  const isOver = !share || (share.expires_at !== null && share.expires_at <= ctx.now())
  const file = isOver ? undefined : await findServed(ctx, share.file_id)
  if (isOver || !file) throw unknownShare()
  return { share, file }
}

const unknownShare = () => fail.wrongGuess(fail.notFound('share'))
