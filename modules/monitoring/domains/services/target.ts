import { refusalOfCheckUrl, refusalOfHost } from '@powernode/contract/targets.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import {
  Choice,
  Flag,
  Nullable,
  Pattern,
  Shape,
  Text,
} from '@powernode/server/platform/http/shapes.ts'
import { type FieldErrors, fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Selectable } from 'kysely'
import { type Static, Type } from 'typebox'

const HTTP_OK = 200
const HTTP_REDIRECT_LAST = 399

const Kind = Choice(
  ['internal', 'outside'],
  'Internal: part of this installation or its network, with a private address allowed; external: on the internet',
)
const CheckType = Choice(
  ['http', 'tcp', 'part'],
  'Checked by an HTTP request, by a TCP connection, or as a part of this installation',
)
const Url = Type.String({
  minLength: 1,
  maxLength: 1000,
  description: 'URL of an HTTP check',
  examples: ['https://example.com/health'],
})
const Method = Choice(['GET', 'HEAD'], 'Method of an HTTP check')
const Status = (description: string, example: number) =>
  Type.Integer({ minimum: 100, maximum: 599, description, examples: [example] })
const ExpectedText = Text(200, {
  description: 'Text that the first 64 kB of the response must contain',
  examples: ['"status":"ok"'],
})
const Host = Type.String({
  minLength: 1,
  maxLength: 253,
  description: 'Host name or IP address of a TCP check',
  examples: ['db.example.com'],
})
const Port = Type.Integer({ minimum: 1, maximum: 65535, description: 'Port', examples: [5432] })
const Part = Choice(
  ['database', 'queue', 'worker', 'mail', 'redis', 'disk'],
  'Part of this installation to check',
)

/** How a service is checked. Fields of another `check_type` are null. */
export const Target = {
  kind: Kind,
  check_type: CheckType,
  url: Nullable(Url),
  method: Nullable(Method),
  expected_status_min: Nullable(Status('Lowest status that counts as passed', HTTP_OK)),
  expected_status_max: Nullable(Status('Highest status that counts as passed', HTTP_REDIRECT_LAST)),
  expected_text: Nullable(ExpectedText),
  has_bearer_token: Flag('Whether it sends a bearer token, which is not shown again'),
  host: Nullable(Host),
  port: Nullable(Port),
  part: Nullable(Part),
}

export const NewTarget = {
  kind: Kind,
  check_type: CheckType,
  url: Type.Optional(Url),
  method: Type.Optional(Method),
  expected_status_min: Type.Optional(Target.expected_status_min),
  expected_status_max: Type.Optional(Target.expected_status_max),
  expected_text: Type.Optional(Target.expected_text),
  bearer_token: Type.Optional(
    Nullable(
      Pattern('^[\\x21-\\x7e]+$', 'may contain only visible ASCII characters', {
        minLength: 1,
        maxLength: 2000,
        description: 'Sent by an HTTP check as `Authorization: Bearer …`; null removes it',
        examples: ['s3cr3t'],
      }),
    ),
  ),
  host: Type.Optional(Host),
  port: Type.Optional(Port),
  part: Type.Optional(Part),
}

const TargetChanges = Type.Partial(Shape(NewTarget))
type Input = Static<typeof TargetChanges>
type Row = Selectable<DB['services']>
type CheckType = Row['check_type']

const fieldsOf = {
  http: [
    'url',
    'method',
    'expected_status_min',
    'expected_status_max',
    'expected_text',
    'bearer_token',
  ],
  tcp: ['host', 'port'],
  part: ['part'],
} as const satisfies Record<CheckType, (keyof Input)[]>

const required = { http: ['url'], tcp: ['host', 'port'], part: ['part'] } as const

/** The fields of how a service is checked. */
export const targetFields: string[] = ['kind', 'check_type', ...Object.values(fieldsOf).flat()]

type MergedTarget = Partial<Row> & Pick<Input, 'bearer_token'>

/** Whether a change includes fields of how a service is checked. */
export function changesTarget(input: object): boolean {
  return Object.keys(input).some((field) => targetFields.includes(field))
}

/**
 * The columns of how a service is checked, from the input and the stored values. Throws a 422 if they do not form a
 * valid and allowed check. Values of a previous check type are removed.
 */
export function targetColumns(ctx: PlatformCtx, input: Input, before?: Row) {
  const merged: MergedTarget = { ...before, ...input }
  const { kind = 'outside', check_type: type = 'http' } = merged
  const errors = contradictions(input, merged, type)
  const found = Object.keys(errors).length > 0 ? errors : refusals(ctx, input, merged, before)
  if (Object.keys(found).length > 0) throw fail.invalid(found)

  const { url = null, method, expected_text = null, host = null, port = null, part = null } = merged
  const emptyTarget = {
    kind,
    check_type: type,
    url: null,
    method: null,
    host: null,
    port: null,
    part: null,
    expected_status_min: null,
    expected_status_max: null,
    expected_text: null,
    sealed_bearer_token: null,
  }
  if (type === 'tcp') return { ...emptyTarget, host, port }
  if (type === 'part') return { ...emptyTarget, part }
  return {
    ...emptyTarget,
    url,
    method: method ?? ('GET' as const),
    expected_text,
    expected_status_min: merged.expected_status_min ?? HTTP_OK,
    expected_status_max: merged.expected_status_max ?? HTTP_REDIRECT_LAST,
    sealed_bearer_token: sealedToken(ctx, input, before),
  }
}

function contradictions(input: Input, merged: MergedTarget, type: CheckType): FieldErrors {
  const errors: FieldErrors = {}
  for (const field of Object.values(fieldsOf).flat()) {
    const belongs = (fieldsOf[type] as readonly string[]).includes(field)
    if (!belongs && input[field] != null) errors[field] = [`is not for a check of type ${type}`]
  }
  for (const field of required[type]) if (merged[field] == null) errors[field] = ['is required']
  if (type === 'part' && merged.kind !== 'internal') {
    errors.kind = ['must be internal for a part of this installation']
  }
  return errors
}

/** Checks that the address may be requested, and that a stored token is not sent to another address. */
function refusals(ctx: PlatformCtx, input: Input, merged: MergedTarget, before?: Row): FieldErrors {
  const { check_type: type = 'http', url, host } = merged
  const mayBePrivate = allowsPrivate(ctx, merged.kind ?? 'outside')
  if (type === 'tcp' && host) return fieldError('host', refusalOfHost(host, mayBePrivate))
  if (type !== 'http' || !url) return {}
  const refusal = refusalOfCheckUrl(url, mayBePrivate)
  if (refusal) return fieldError('url', refusal)
  const { expected_status_min: minStatus, expected_status_max: maxStatus } = merged
  if ((minStatus ?? HTTP_OK) > (maxStatus ?? HTTP_REDIRECT_LAST)) {
    return fieldError('expected_status_max', 'must not be less than expected_status_min')
  }
  if (merged.method === 'HEAD' && merged.expected_text) {
    return fieldError('expected_text', 'needs the method GET: a response to HEAD has no body')
  }
  const tokenKept = input.bearer_token === undefined && before?.sealed_bearer_token
  if (tokenKept && new URL(url).origin !== new URL(before.url ?? url).origin) {
    return fieldError('bearer_token', 'must be entered again for another address')
  }
  const insecure = merged.kind !== 'internal' && new URL(url).protocol === 'http:'
  const sent = tokenKept || input.bearer_token
  return fieldError('url', insecure && sent && 'must start with https:// to send a bearer token')
}

/** Private addresses are allowed for internal services only; cloud metadata is always refused. */
export function allowsPrivate({ platform }: PlatformCtx, kind: Row['kind']): boolean {
  return kind === 'internal' || platform.config.WEBHOOK_ALLOW_PRIVATE_TARGETS
}

function sealedToken({ platform }: PlatformCtx, { bearer_token }: Input, before?: Row) {
  if (bearer_token === undefined) return before?.sealed_bearer_token ?? null
  return bearer_token === null ? null : platform.vault.seal(Buffer.from(bearer_token))
}

function fieldError(field: string, refusal: string | false | null | undefined): FieldErrors {
  return refusal ? { [field]: [refusal] } : {}
}
