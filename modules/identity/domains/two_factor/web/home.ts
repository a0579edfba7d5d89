import { defineHome } from '~/home'

export default defineHome({
  attention: [
    {
      order: 20,
      key: ['me', 'two_factor'],
      check: async (_, { two_factor_required, impersonator }) =>
        two_factor_required && !impersonator
          ? {
              urgency: 'high',
              text: 'Turn on two-factor authentication to use the administration pages.',
              link: 'Turn on',
              to: '/security',
            }
          : null,
    },
  ],
  steps: [
    {
      order: 20,
      label: 'Turn on two-factor authentication',
      reason: 'So that a stolen password is not enough to sign in.',
      to: '/security',
      key: ['me', 'two_factor', 'on'],
      done: async (_, { two_factor_enabled }) => two_factor_enabled,
    },
  ],
})
