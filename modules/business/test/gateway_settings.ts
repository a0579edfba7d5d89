import { world } from '@powernode/server/test/world.ts'
import { caches } from '../domains/payment_gateways/configuration.ts'

export const SECRET = 'sk_test_TopSecretOfStripe01'
export const SIGNING = 'whsec_SigningSecretOfStripe01'
export const stripe = {
  secret_key: SECRET,
  publishable_key: 'pk_test_PublicOfStripe01',
  webhook_secret: SIGNING,
}
export const paypal = {
  client_id: 'ClientIdOfPaypal01',
  client_secret: 'TopSecretOfPaypal01',
  webhook_id: '1JE4291016473214C',
}
/** An administrator who configures gateways. */
export async function office() {
  const here = await world()
  const admin = await here.join('owner', 'admin')
  const change = (gateway: string, body: object) =>
    admin.patch(`/payment_gateways/${gateway}`, body)
  const read = async (gateway = 'stripe') => (await admin.get(`/payment_gateways/${gateway}`)).data
  return { ...here, admin, change, read, ctx: here.platform.system() }
}

/** The settings belong to the installation, so each test removes them. */
export async function removeGatewaySettings() {
  const { platform } = await world()
  await platform.database.deleteFrom('gateway_settings').execute()
  caches.gateway_settings.drop(platform)
}
