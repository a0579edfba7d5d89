import { resource } from '@powernode/server/platform/http/resource.ts'
import { Empty } from '@powernode/server/platform/http/shapes.ts'
import { setCookie } from '../sessions/cookie.ts'
import { SignedIn } from '../sessions/session.ts'
import {
  deletePasskey,
  listPasskeys,
  NewPasskey,
  Passkey,
  PasskeyAssertion,
  PasskeyName,
  PasskeyOptions,
  registerPasskey,
  renamePasskey,
  signInWithPasskey,
  startPasskeyRegistration,
  startPasskeySignIn,
} from './passkey.ts'

const own = { can: 'signed_in', personal: true, notImpersonating: true } as const

export const passkeys = resource('/passkeys', 'Passkeys of the caller', (r) => {
  r.list(
    '/',
    { ...own, of: Passkey, sorts: ['created_at'], summary: 'List your passkeys' },
    ({ ctx, page }) => listPasskeys(ctx, page),
  )
  r.post(
    '/options',
    {
      ...own,
      of: PasskeyOptions,
      secret: true,
      status: 200,
      name: 'beginCreate',
      summary: 'Start adding a passkey; requires a recent proof of identity',
      fails: ['proof_required'],
    },
    ({ ctx }) => startPasskeyRegistration(ctx),
  )
  r.post(
    '/',
    {
      ...own,
      body: NewPasskey,
      of: Passkey,
      summary: 'Add a passkey; requires a recent proof of identity',
      says: 'Passkey added',
      fails: ['proof_required'],
    },
    ({ ctx, body }) => registerPasskey(ctx, body),
  )
  r.update(
    '/:id',
    {
      ...own,
      body: PasskeyName,
      of: Passkey,
      summary: 'Rename a passkey',
      says: 'Passkey renamed',
    },
    ({ ctx, id, body }) => renamePasskey(ctx, id, body),
  )
  r.delete(
    '/:id',
    { ...own, of: Empty, summary: 'Remove a passkey', says: 'Passkey removed' },
    ({ ctx, id }) => deletePasskey(ctx, id),
  )
})

export const passkeySignIn = resource('/auth/passkey', 'Sign-in with a passkey', (r) => {
  r.post(
    '/options',
    {
      can: 'public',
      duringMaintenance: true,
      of: PasskeyOptions,
      secret: true,
      status: 200,
      name: 'beginSignIn',
      summary: 'Start a sign-in with a passkey',
    },
    ({ ctx }) => startPasskeySignIn(ctx),
  )
  r.post(
    '/',
    {
      can: 'public',
      duringMaintenance: true,
      throttle: 'login',
      body: PasskeyAssertion,
      of: SignedIn,
      status: 200,
      name: 'signIn',
      summary: 'Sign in with a passkey',
      fails: ['invalid_passkey', 'user_inactive', 'account_inactive'],
    },
    async ({ ctx, body, reply }) => setCookie(ctx, reply, await signInWithPasskey(ctx, body)),
  )
})
