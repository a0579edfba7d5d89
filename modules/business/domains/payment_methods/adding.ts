import type { Ctx } from '@powernode/server/platform/db/context.ts'
import type { CreateResult } from '@powernode/server/platform/http/resource.ts'
import { Choice, Flag, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { gateways } from '../../gateways/port.ts'
import { refuseCardNumbers } from './card_numbers.ts'
import { type PaymentMethod, readPaymentMethod } from './payment_method.ts'
import { requireEnabled } from './setup_intent.ts'
import { askForSetup, awaitSetup, changeSetup, insertSetup, type SetupRow } from './setup_row.ts'

const given = (description: string, example: string) =>
  Type.Optional(Text(255, { description, examples: [example] }))

export const NewPaymentMethod = Shape('NewPaymentMethod', {
  setup_intent_id: given('A setup that was finished in the form of Stripe', 'seti_1Q2w3E'),
  setup_token: given('A setup that was approved at PayPal', '7GH53639GA425732B'),
  token: given('Instead: a payment method that the gateway knows', 'pm_1Q2w3E'),
  gateway: Type.Optional(Choice(gateways, 'The gateway of `token`; `stripe` by default')),
  is_default: Type.Optional(Flag('Whether it becomes the one that is charged')),
})

type Input = Static<typeof NewPaymentMethod>
const sources = ['setup_intent_id', 'setup_token', 'token'] as const

/**
 * Adds a payment method, as the gateway describes it: by a finished setup, or by a token. One that exists is returned. 402 if it
 * was declined, 422 if the gateway does not know it or its setup is not finished, 502 if the gateway did not answer.
 */
export async function addPaymentMethod(
  ctx: Ctx,
  input: Input,
): Promise<CreateResult<Static<typeof PaymentMethod>>> {
  refuseCardNumbers(input)
  const named = sources.filter((name) => input[name] !== undefined)
  const [source] = named
  if (!source || named.length > 1) {
    throw fail.invalid({ base: ['give one of setup_intent_id, setup_token and token'] })
  }
  const id = source === 'token' ? await addByToken(ctx, input) : await finish(ctx, source, input)
  const setup = await awaitSetup(ctx, id)
  if (setup.status !== 'finished' || !setup.payment_method_id) throw refusal(setup, source)
  const data = await readPaymentMethod(ctx, setup.payment_method_id)
  return { created: data.created_at >= setup.created_at, data }
}

async function addByToken(
  ctx: Ctx,
  { token = '', gateway: name = 'stripe', is_default: make_default = false }: Input,
): Promise<string> {
  const { gateway, livemode } = await requireEnabled(ctx, name)
  return ctx.transaction(async (tx) => {
    tx.unaudited('the payment method is audited once it is added')
    const terms = { token, make_default, status: 'finishing' } as const
    const setup = await insertSetup(tx, { gateway, livemode, ...terms })
    await askForSetup(tx, setup)
    return setup.id
  })
}

/** Asks for the payment method of a setup, unless this is done already. */
async function finish(
  ctx: Ctx,
  source: 'setup_intent_id' | 'setup_token',
  { is_default: make_default = false, ...input }: Input,
): Promise<string> {
  return ctx.transaction(async (tx) => {
    tx.unaudited('the payment method is audited once it is added')
    const setup = await tx
      .own('payment_method_setups')
      .select()
      .selectAll()
      .where('gateway', '=', source === 'setup_token' ? 'paypal' : 'stripe')
      .where('external_id', '=', input[source] ?? '')
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (!setup) throw fail.invalid({ [source]: ['is not a setup of this account'] })
    if (setup.status === 'finishing' || setup.status === 'finished') return setup.id
    const changes = { failure_kind: null, failure_code: null, failure_reason: null }
    await askForSetup(
      tx,
      await changeSetup(tx, setup.id, { ...changes, status: 'finishing', make_default }),
    )
    return setup.id
  })
}

function refusal(
  { status, failure_kind, failure_code: decline_code, failure_reason }: SetupRow,
  field: string,
) {
  const reason = failure_reason ?? 'The payment gateway refused it'
  if (status === 'ready') return fail.invalid({ [field]: ['is not finished yet'] })
  if (failure_kind !== 'declined') return fail.invalid({ [field]: [reason] })
  const details = { payment_id: null, failure_reason, decline_code, retryable: false }
  return fail.with('payment_declined', reason, details)
}
