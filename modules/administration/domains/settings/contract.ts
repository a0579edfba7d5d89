import { declare } from '@powernode/contract/declare.ts'

/** Declarations of the domain. */
export const contract = declare({
  permissions: {
    'admin.security.read': { description: 'See how this server guards sign-in' },
    'admin.security.update': { description: 'Change how this server guards sign-in' },
    'admin.settings.read': { description: 'See the settings, figures and health of this server' },
    'admin.settings.update': { description: 'Change the settings of this server' },
    'admin.signing_keys.rotate': { description: 'Replace the key that signs tokens' },
  },
  throttles: {
    key_rotation: { points: 5, duration: 3600 },
  },
  audit: {
    'admin_settings.updated': { risk: 'high', of: ['admin', 'security'] },
    'signing_key.rotated': { risk: 'critical', of: ['admin', 'security'] },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    settings: typeof contract
  }
}
