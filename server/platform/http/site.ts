import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { PlatformCtx } from '../db/context.ts'
import { platformContext } from '../db/transaction.ts'
import { requestInfo } from '../kernel/addresses.ts'
import type { Platform } from '../kernel/platform.ts'
import { refuseDuringMaintenance } from './admission.ts'
import { afterSending } from './after_sending.ts'
import { type Download, sendDownload } from './download.ts'
import type { CachedDocument, SiteDocument } from './site_cache.ts'

/** Nothing is executed, and nothing is loaded except images, media and the stylesheet. */
const POLICY =
  "default-src 'none'; img-src 'self' https:; media-src 'self'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
const CACHED = 'public, max-age=60, stale-while-revalidate=600'

/** An address outside the API that visitors open in a browser: rendered by the server, without scripts and cookies. */
export interface SitePage {
  /** `/p/:slug`. */
  path: string
  /** A link to a file, which is answered under the host name of FILES_URL too. */
  servesFiles?: true
  /**
   * The document for these parameters of the path, the address of its new place, or a file. What depends on the query must
   * be `noStore`.
   */
  read(
    ctx: PlatformCtx,
    params: Record<string, string>,
    query: Record<string, string>,
  ): Promise<SiteDocument | { movedTo: string } | { file: Download }>
  /** Called when a document that exists was sent, also one from the cache. */
  afterwards?(ctx: PlatformCtx, params: Record<string, string>): Promise<void>
  /** Takes the fields of a form, and returns the path of the page to show next. */
  submit?(
    ctx: PlatformCtx,
    params: Record<string, string>,
    fields: Record<string, string>,
  ): Promise<string>
}

const MAX_FORM_BYTES = 4096

/** Serves the pages of the public site, from the cache while invalidations of other processes arrive. */
export function serveSite(app: FastifyInstance, platform: Platform, pages: SitePage[]): void {
  for (const page of pages) {
    const { path, servesFiles = false } = page
    app.get(path, { schema: { hide: true }, config: { servesFiles } }, (request, reply) =>
      answer(platform, page, request, reply),
    )
  }
  app.register(async (forms) => {
    const options = { parseAs: 'string', bodyLimit: MAX_FORM_BYTES } as const
    forms.removeAllContentTypeParsers()
    forms.addContentTypeParser('application/x-www-form-urlencoded', options, (_, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    )
    for (const page of pages.filter(({ submit }) => submit)) {
      forms.post(page.path, { schema: { hide: true } }, (request, reply) =>
        answerForm(platform, page, request, reply),
      )
    }
  })
}

async function answer(
  platform: Platform,
  page: SitePage,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const ctx = await admit(platform, page, request, reply)
  const params = request.params as Record<string, string>
  const path = request.url.split('?')[0] ?? ''
  const cached = platform.listener.connected ? platform.site.get(path) : undefined
  const { afterwards } = page
  const follow = () => afterwards && afterSending(reply, ctx.log, () => afterwards(ctx, params))
  if (cached) {
    follow()
    return send(request, reply, cached)
  }

  const keep = platform.site.begin()
  const found = await page.read(ctx, params, request.query as Record<string, string>)
  if ('movedTo' in found) {
    return reply.header('cache-control', CACHED).redirect(found.movedTo, 301)
  }
  if ('file' in found) return sendDownload(request, reply, found.file)
  const document = { ...found, etag: etagOf(found) }
  keep(path, document)
  if (document.status !== 404) follow()
  return send(request, reply, document)
}

/** The next page after a form, as a redirect that browsers follow with GET. */
async function answerForm(
  platform: Platform,
  page: SitePage,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const ctx = await admit(platform, page, request, reply)
  const params = request.params as Record<string, string>
  const next = await page.submit?.(ctx, params, (request.body ?? {}) as Record<string, string>)
  return reply.header('cache-control', 'no-store').redirect(next ?? request.url, 303)
}

/** Counts a request of a visitor, and refuses it during maintenance. */
async function admit(
  platform: Platform,
  { path }: SitePage,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const info = requestInfo(request.raw, request.id, platform.config.TRUST_PROXY)
  const method = request.method === 'POST' ? 'POST' : 'GET'
  const called = { method, path, class: 'read' } as const
  await platform.limits.count(reply, { kind: 'site', id: info.ip }, called)
  refuseDuringMaintenance(platform)
  return platformContext(platform, request.log, { kind: 'visitor' }, info)
}

function send(request: FastifyRequest, reply: FastifyReply, document: CachedDocument) {
  const { status = 200, type, body, etag, noIndex, noStore } = document
  reply
    .header('content-security-policy', POLICY)
    .header('referrer-policy', 'strict-origin-when-cross-origin')
    // The preview of an editor is a frame without an origin, and loads the stylesheet.
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('cache-control', noStore || status !== 200 ? 'no-store' : CACHED)
  if (noIndex) reply.header('x-robots-tag', 'noindex')
  if (status !== 200) return reply.code(status).type(type).send(body)
  reply.header('etag', etag)
  const known = request.headers['if-none-match']?.split(',').map((tag) => tag.trim())
  const isKnown = known?.some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag)
  if (isKnown && !noStore) return reply.code(304).send()
  return reply.type(type).send(body)
}

function etagOf({ body }: SiteDocument) {
  return `"${createHash('sha256').update(body).digest('base64url')}"`
}
