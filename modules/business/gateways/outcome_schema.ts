import { Type } from 'typebox'
import { Check } from 'typebox/value'
import { type GatewayOperation, operations, type ResultOf } from './operations.ts'
import type { GatewayOutcome } from './port.ts'

const text = Type.String({ minLength: 1, maxLength: 1000 })
const optional = Type.Union([Type.String({ maxLength: 2048 }), Type.Null()])
const kind = <K extends string>(name: K) => Type.Literal(name)

const withoutResult = [
  Type.Object({
    kind: kind('declined'),
    decline: Type.Union([kind('soft'), kind('hard'), kind('authentication')]),
    code: text,
    reason: text,
  }),
  Type.Object({
    kind: kind('action_needed'),
    intent_id: Type.String({ minLength: 1, maxLength: 255 }),
    client_secret: optional,
    url: optional,
  }),
  Type.Object({ kind: kind('processing'), intent_id: optional }),
  Type.Object({ kind: kind('rejected'), code: text, reason: text }),
  Type.Object({ kind: kind('unreachable'), reason: text }),
  Type.Object({ kind: kind('not_found') }),
]

/** Whether a value is an outcome of this operation: neither the answer of a gateway nor that of an adapter is trusted. */
export function isOutcomeOf<O extends GatewayOperation>(
  operation: O,
  value: unknown,
): value is GatewayOutcome<ResultOf<O>> {
  const succeeded = Type.Object({
    kind: kind('succeeded'),
    result: operations[operation].result,
  })
  return [succeeded, ...withoutResult].some((schema) => Check(schema, value))
}
