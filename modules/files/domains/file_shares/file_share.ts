import { randomUUIDv7 } from 'node:crypto'
import { isInline } from '@powernode/modules/files/domains/files/content_types.ts'
import { lockFile, readFile } from '@powernode/modules/files/domains/files/file.ts'
import { Person, personAt } from '@powernode/modules/identity/domains/users/person.ts'
import { hashPassword } from '@powernode/server/platform/crypto/passwords.ts'
import { digestOf, randomSecret } from '@powernode/server/platform/crypto/vault.ts'
import { type Ctx, callingUser } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Count,
  Flag,
  Id,
  Nullable,
  Secret,
  Shape,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'

const MAX_DOWNLOADS = 1_000_000

const AccessLevel = Choice(
  ['view', 'download'],
  'Whether browsers show the file or save it. Only files that browsers can show can be viewed',
)

export const SharePassword = Type.String({
  minLength: 1,
  maxLength: 128,
  description: 'A password that people need besides the link',
  examples: ['correct horse'],
})

const chosen = {
  access_level: AccessLevel,
  expires_at: Nullable(Time('When it expires; null for never')),
  max_downloads: Nullable(
    Type.Integer({
      minimum: 1,
      maximum: MAX_DOWNLOADS,
      description: 'How often the file can be opened with it; null for any number',
      examples: [5],
    }),
  ),
}

const fields = {
  id: Id(),
  ...chosen,
  status: Choice(
    ['active', 'expired', 'used_up', 'revoked'],
    'Only an active one works, while the file is neither in the trash nor quarantined',
  ),
  has_password: Flag('It needs a password'),
  download_count: Count('How often the file was opened with it', [0]),
  created_by: Nullable(Person),
  created_at: Time('When it was created'),
  revoked_at: Nullable(Time('When it was revoked')),
}

export const FileShare = Shape('FileShare', fields)

export const NewFileShare = Shape('NewFileShare', {
  access_level: Type.Optional(AccessLevel),
  expires_at: Type.Optional(chosen.expires_at),
  max_downloads: Type.Optional(chosen.max_downloads),
  password: Type.Optional(SharePassword),
})

/** The link is shown once. */
export const NewShareLink = Shape('FileShareLink', {
  ...fields,
  url: Secret('The link to give away; it is shown only now', 'https://example.com/shares/…'),
})

/** The links to one version of a file. */
export async function listShares(ctx: Ctx, fileId: string, page: PageRequest) {
  await readFile(ctx, fileId)
  const query = selectShares(ctx).where('file_shares.file_id', '=', fileId)
  return paginate(ctx, query, page, 'file_shares')
}

/** Creates a link to a version of a file. Its token has 256 bits; only its digest is stored. */
export async function createShare(
  ctx: Ctx,
  fileId: string,
  { password, access_level = 'download', expires_at = null, ...input }: Static<typeof NewFileShare>,
): Promise<Static<typeof NewShareLink>> {
  const { content_type } = await readFile(ctx, fileId)
  requirePossible(ctx, access_level, content_type, expires_at)
  const token = randomSecret()
  const password_hash = password === undefined ? null : await hashPassword(password)
  const id = randomUUIDv7()
  await ctx.transaction(async (tx) => {
    const { filename, deleted_at, quarantined_at } = await lockFile(tx, fileId)
    if (deleted_at || quarantined_at) {
      throw fail.with('invalid_transition', 'Nobody can read this file at the moment')
    }
    const { max_downloads = null } = input
    const share = { access_level, expires_at, max_downloads }
    await tx
      .own('file_shares')
      .insert({
        ...share,
        id,
        file_id: fileId,
        token_digest: digestOf(token),
        password_hash,
        created_by_id: callingUser(tx)?.userId ?? null,
        created_at: tx.now(),
        updated_at: tx.now(),
      })
      .execute()
    const has_password = password_hash !== null
    const metadata = { file_id: fileId, filename }
    await tx.audit('file_share.created', id, { new: { ...share, has_password }, metadata })
  })
  const share = await selectShares(ctx).where('file_shares.id', '=', id).executeTakeFirstOrThrow()
  return { ...share, url: `${ctx.platform.config.publicUrl}/shares/${token}` }
}

/** Ends a link at once. Revoking it again changes nothing. */
export async function revokeShare(ctx: Ctx, fileId: string, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const { filename } = await lockFile(tx, fileId)
    const share = await tx
      .own('file_shares')
      .select()
      .select(['id', 'revoked_at'])
      .where('id', '=', id)
      .where('file_id', '=', fileId)
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (!share) throw fail.notFound('share')
    if (share.revoked_at) return tx.unaudited('it was revoked')
    const now = tx.now()
    await tx
      .own('file_shares')
      .update({ revoked_at: now, updated_at: now })
      .where('id', '=', id)
      .execute()
    await tx.audit('file_share.revoked', id, { metadata: { file_id: fileId, filename } })
  })
}

function requirePossible(
  ctx: Ctx,
  access_level: Static<typeof AccessLevel>,
  content_type: string,
  expires_at: Date | null,
) {
  if (expires_at && expires_at <= ctx.now()) {
    throw fail.invalid({ expires_at: ['must be in the future'] })
  }
  if (access_level === 'view' && !isInline(content_type)) {
    throw fail.invalid({ access_level: [`must be download: browsers do not show ${content_type}`] })
  }
}

function selectShares(ctx: Ctx) {
  return ctx
    .own('file_shares')
    .select()
    .select([
      'file_shares.id',
      'file_shares.expires_at',
      'file_shares.max_downloads',
      'file_shares.download_count',
      'file_shares.created_at',
      'file_shares.revoked_at',
      sql<Static<typeof AccessLevel>>`file_shares.access_level`.as('access_level'),
      sql<boolean>`file_shares.password_hash is not null`.as('has_password'),
      sql<'active' | 'expired' | 'used_up' | 'revoked'>`case
        when file_shares.revoked_at is not null then 'revoked'
        when file_shares.expires_at <= ${ctx.now()} then 'expired'
        when file_shares.download_count >= file_shares.max_downloads then 'used_up'
        else 'active' end`.as('status'),
      personAt('file_shares.created_by_id').as('created_by'),
    ])
}
