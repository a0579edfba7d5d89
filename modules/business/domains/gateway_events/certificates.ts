import { randomUUIDv7, X509Certificate } from 'node:crypto'
import { rootCertificates } from 'node:tls'
import type { PlatformCtx, PlatformTx } from '@powernode/server/platform/db/context.ts'
import { Flag, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Static } from 'typebox'
import { isPaypalCertificateUrl } from '../../gateways/paypal_signature.ts'

const WAIT_MS = 5000
/** Anyone can name addresses that do not exist. */
const MOST_UNKNOWN = 20
const PATH = /^\/v1\/notifications\/certs\/[\w-]{1,100}$/

export const FetchedCertificate = Shape('FetchedGatewayCertificate', {
  pem: Text(20_000, {
    description: 'The certificate, and those up to a root',
    examples: ['-----BEGIN CERTIFICATE-----'],
  }),
})

export const RecordedCertificate = Shape('RecordedGatewayCertificate', {
  recorded: Flag('False if it was known already'),
})

/** The certificate at an address of PayPal; it is fetched by a worker if it is not known. Undefined if that takes too long. */
export async function certificateAt(ctx: PlatformCtx, url: string): Promise<string | undefined> {
  const known = await readCertificate(ctx, url)
  if (known?.pem) return known.pem
  const { pathname, search } = new URL(url)
  if (!isPaypalCertificateUrl(url) || !PATH.test(pathname) || search !== '') return undefined
  const id = known?.id ?? (await requestCertificate(ctx, url, pathname))
  if (!id) return undefined
  let pem: string | null | undefined
  await ctx.platform.signals.until(id, WAIT_MS, async () => {
    pem = (await readCertificate(ctx, url))?.pem
    return pem !== null && pem !== undefined
  })
  return pem ?? undefined
}

/** Records a certificate that a worker fetched, once. Whether it is PayPal's is checked with each event. */
export async function recordCertificate(
  ctx: PlatformCtx,
  id: string,
  { pem }: Static<typeof FetchedCertificate>,
): Promise<Static<typeof RecordedCertificate>> {
  return ctx.transaction(async (tx) => {
    tx.unaudited('a certificate is public')
    const found = await tx.db
      .selectFrom('gateway_certificates')
      .select('pem')
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!found) throw fail.notFound('gateway_certificate')
    if (found.pem) return { recorded: false }
    await tx.db
      .updateTable('gateway_certificates')
      .set({ pem, updated_at: tx.now() })
      .where('id', '=', id)
      .execute()
    await tx.signal(id)
    return { recorded: true }
  })
}

/** Forgets a certificate that could not be fetched, so that the next event asks for it again. */
export async function forgetCertificate(
  ctx: PlatformCtx,
  { certificate_id }: { certificate_id: string },
): Promise<void> {
  await ctx.transaction(async (tx) => {
    tx.unaudited('a certificate is public')
    await tx.db
      .deleteFrom('gateway_certificates')
      .where('id', '=', certificate_id)
      .where('pem', 'is', null)
      .execute()
  })
}

let bundled: X509Certificate[] | undefined

/** The roots that Node.js trusts, and that of the environment for tests. */
export function trustedRoots({ platform }: PlatformCtx): X509Certificate[] {
  bundled ??= rootCertificates.map((pem) => new X509Certificate(pem))
  const { PAYPAL_EVENTS_ROOT: root } = platform.environment
  return root ? [new X509Certificate(root), ...bundled] : bundled
}

function readCertificate({ db }: PlatformCtx, url: string) {
  return db
    .selectFrom('gateway_certificates')
    .select(['id', 'pem'])
    .where('url', '=', url)
    .executeTakeFirst()
}

/** Undefined if too many are being fetched. Of requests at once, one enqueues it. */
async function requestCertificate(
  ctx: PlatformCtx,
  url: string,
  path: string,
): Promise<string | undefined> {
  const { PAYPAL_API_BASE: base } = ctx.platform.environment
  await ctx.transaction(async (tx) => {
    tx.unaudited('a certificate is public')
    const { count } = await tx.db
      .selectFrom('gateway_certificates')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('pem', 'is', null)
      .executeTakeFirstOrThrow()
    if (count >= MOST_UNKNOWN) return
    const id = await insertCertificate(tx, url)
    if (!id) return
    const address = base ? `${base}${path}` : url
    await tx.enqueue('fetch_gateway_certificate', { certificate_id: id, address })
  })
  return (await readCertificate(ctx, url))?.id
}

/** Adds an address whose certificate is not known yet. Returns its id; undefined if another request has added it. */
export async function insertCertificate(tx: PlatformTx, url: string): Promise<string | undefined> {
  const inserted = await tx.db
    .insertInto('gateway_certificates')
    .values({ id: randomUUIDv7(), url, created_at: tx.now(), updated_at: tx.now() })
    .onConflict((conflict) => conflict.column('url').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted?.id
}
