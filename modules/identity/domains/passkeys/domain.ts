import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { mails } from './mails.ts'
import { removeAllPasskeys } from './removal.ts'
import { passkeySignIn, passkeys } from './routes.ts'

export default defineDomain({
  name: 'passkeys',
  tables: ['passkeys', 'passkey_challenges'],
  contract,
  routes: [passkeys, passkeySignIn],
  removeCredentials: removeAllPasskeys,
  retention: {
    passkey_challenges: {
      counts: 'Expired challenges',
      rows: [{ by: 'expires_at', days: 0 }],
    },
  },
  mails,
  names: { passkey: { rows: (ctx) => ctx.own('passkeys').select().select(['id', 'name']) } },
  examples: {
    passkeys: ({ write, person }) =>
      write((tx) =>
        tx
          .own('passkeys')
          .insert({
            user_id: person.id,
            name: 'Key',
            credential_id: person.id,
            public_key: Buffer.of(1),
          })
          .returning('id')
          .executeTakeFirstOrThrow(),
      ),
  },
})
