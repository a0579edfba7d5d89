import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { Choice, Nullable, Secret, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { type GatewayName, gateways } from '../../gateways/port.ts'
import { enabledGateways } from '../payment_gateways/credentials.ts'
import { gatewayTerms } from '../payment_gateways/field.ts'
import { askForSetup, awaitSetup, insertSetup } from './setup_row.ts'

export const NewSetupIntent = Shape('NewSetupIntent', {
  gateway: Type.Optional(Choice(gateways, 'The payment gateway; `stripe` by default')),
})

const text = (description: string, example: string) =>
  Nullable(Text(255, { description, examples: [example] }))

export const SetupIntent = Shape('SetupIntent', {
  gateway: Choice(gateways, 'The payment gateway'),
  setup_intent_id: text('Stripe: id of the setup, to finish it', 'seti_1Q2w3E'),
  setup_token: text('PayPal: id of the setup, to finish it', '7GH53639GA425732B'),
  client_secret: Nullable(
    Secret('Stripe: for its form in the browser', 'seti_1Q2w3E_secret_4R5t6Y'),
  ),
  approval_url: Nullable(
    Secret('PayPal: the page on which the person agrees', 'https://www.paypal.com/agreements/…'),
  ),
  publishable_key: text('Stripe: key for its form', 'pk_live_1Q2w3E'),
  client_id: text('PayPal: id of the seller', 'AeA1QIZXiflr1'),
})

/**
 * Begins to add a payment method while the person is present. Card data is entered at the gateway and never reaches this server.
 * Finish it with `POST /payment_methods`. 422 `gateway_not_configured`, 502 `gateway_error`.
 */
export async function createSetupIntent(
  ctx: Ctx,
  { gateway: name = 'stripe' }: Static<typeof NewSetupIntent>,
): Promise<Static<typeof SetupIntent>> {
  const { gateway, livemode, publishable_key, client_id } = await requireEnabled(ctx, name)
  const { id } = await ctx.transaction(async (tx) => {
    tx.unaudited('the payment method is audited once it is added')
    const setup = await insertSetup(tx, { gateway, livemode })
    await askForSetup(tx, setup)
    return setup
  })
  const setup = await awaitSetup(ctx, id)
  if (setup.status !== 'ready') {
    // What the gateway says of our request names keys and ids, and is for operators.
    const { failure_code, failure_reason } = setup
    ctx.log.warn({ gateway, failure_code, failure_reason }, 'a payment gateway refused a setup')
    throw fail.with('gateway_error')
  }
  const stripe = gateway === 'stripe'
  return {
    gateway,
    setup_intent_id: stripe ? setup.external_id : null,
    setup_token: stripe ? null : setup.external_id,
    client_secret: await secretOf(ctx, id),
    approval_url: setup.approval_url,
    publishable_key: stripe ? publishable_key : null,
    client_id: stripe ? null : client_id,
  }
}

/** A gateway that is enabled; 422 `gateway_not_configured` otherwise. */
export async function requireEnabled(ctx: Ctx, name: GatewayName) {
  const enabled = (await enabledGateways(ctx)).find(({ gateway }) => gateway === name)
  if (!enabled) {
    throw fail.with(
      'gateway_not_configured',
      `${gatewayTerms[name].name} cannot be used here: an administrator of this server sets it up under Admin → Gateways`,
    )
  }
  return enabled
}

async function secretOf(ctx: Ctx, setupId: string): Promise<string | null> {
  const call = await ctx
    .own('gateway_calls')
    .select()
    .select('sealed_secret')
    .where('subject_id', '=', setupId)
    .where('operation', '=', 'start_setup')
    .where('sealed_secret', 'is not', null)
    .executeTakeFirst()
  return call?.sealed_secret ? ctx.platform.vault.open(call.sealed_secret).toString() : null
}
