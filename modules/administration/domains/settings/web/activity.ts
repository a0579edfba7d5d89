import { defineActivity } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {},
  sentences: {
    'admin_settings.updated': ({ new_values }) => {
      const count = Object.keys(new_values).length
      return count === 1
        ? 'changed a setting of the server'
        : `changed ${count} settings of the server`
    },
    'signing_key.rotated': 'rotated the signing key',
  },
})
