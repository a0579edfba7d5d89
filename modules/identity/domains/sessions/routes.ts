import { resource } from '@powernode/server/platform/http/resource.ts'
import { Empty } from '@powernode/server/platform/http/shapes.ts'
import { clearCookie, readCookie, setCookie } from './cookie.ts'
import { endOtherSessions, endSession, listSessions, Session } from './devices.ts'
import { CurrentUser, readMe } from './me.ts'
import { confirmSession, IdentityProof } from './proof.ts'
import {
  ForgottenPassword,
  forgotPassword,
  NewPassword,
  ResetLinkRequest,
  resetPassword,
  SentResetLink,
  sendResetLink,
} from './recovery.ts'
import { RefreshToken, refreshSession, TokenPair } from './refresh.ts'
import { Registration, register } from './registration.ts'
import { SecondFactor, verifySecondFactor } from './second_factor.ts'
import { SignedIn, signOut } from './session.ts'
import { Credentials, SignInResponse, signIn } from './sign_in.ts'
import {
  resendVerification,
  VerificationToken,
  VerifiedEmail,
  verifyEmail,
} from './verification.ts'

export const auth = resource('/auth', 'Registration, sign-in, sign-out and emailed links', (r) => {
  r.post(
    '/register',
    {
      can: 'public',
      throttle: 'register',
      body: Registration,
      of: SignedIn,
      status: 201,
      summary: 'Create an account and sign in as its owner',
      fails: ['registration_disabled'],
    },
    async ({ ctx, body, reply }) => setCookie(ctx, reply, await register(ctx, body)),
  )
  r.post(
    '/login',
    {
      can: 'public',
      duringMaintenance: true,
      throttle: 'login',
      body: Credentials,
      of: SignInResponse,
      status: 200,
      summary: 'Sign in',
      fails: ['invalid_credentials', 'account_locked', 'user_inactive', 'account_inactive'],
    },
    async ({ ctx, body, reply }) => {
      const response = await signIn(ctx, body)
      return 'refresh_token' in response ? setCookie(ctx, reply, response) : response
    },
  )
  r.post(
    '/verify-2fa',
    {
      can: 'public',
      duringMaintenance: true,
      throttle: 'two_factor',
      body: SecondFactor,
      of: SignedIn,
      status: 200,
      summary: 'Complete a sign-in with a code',
      fails: ['invalid_2fa', 'account_locked'],
    },
    async ({ ctx, body, reply }) => setCookie(ctx, reply, await verifySecondFactor(ctx, body)),
  )
  r.post(
    '/confirm',
    {
      can: 'signed_in',
      personal: true,
      notImpersonating: true,
      throttle: 'two_factor',
      body: IdentityProof,
      of: Empty,
      status: 200,
      summary: 'Confirm your identity, which allows sensitive operations for ten minutes',
      says: 'Confirmed',
    },
    ({ ctx, body }) => confirmSession(ctx, body),
  )
  r.post(
    '/refresh',
    {
      can: 'public',
      duringMaintenance: true,
      class: 'refresh',
      body: RefreshToken,
      of: TokenPair,
      status: 200,
      summary: 'Exchange a refresh token, from the cookie or the body, for new tokens',
      fails: ['invalid_refresh_token'],
    },
    async ({ ctx, body, request, reply }) => {
      const token = readCookie(request) ?? body.refresh_token
      return setCookie(ctx, reply, await refreshSession(ctx, token))
    },
  )
  r.post(
    '/logout',
    {
      can: 'signed_in',
      whileImpersonating: 'it ends the impersonation',
      duringMaintenance: true,
      body: RefreshToken,
      of: Empty,
      status: 200,
      summary: 'End this session',
      says: 'Signed out',
    },
    async ({ ctx, reply }) => {
      clearCookie(ctx, reply)
      await signOut(ctx)
    },
  )
  r.get(
    '/me',
    { can: 'signed_in', of: CurrentUser, summary: 'Get your user and permissions' },
    ({ ctx }) => readMe(ctx),
  )
  r.post(
    '/forgot-password',
    {
      can: 'public',
      throttle: 'password',
      body: ForgottenPassword,
      of: Empty,
      status: 200,
      summary: 'Request a password reset link',
      says: 'If the address is registered, a reset link was sent',
    },
    ({ ctx, body }) => forgotPassword(ctx, body),
  )
  r.post(
    '/reset-password',
    {
      can: 'public',
      throttle: 'password_link',
      body: NewPassword,
      of: Empty,
      status: 200,
      summary: 'Set a new password with an emailed link',
      says: 'Password changed. You can sign in now',
      fails: ['invalid_reset_token'],
    },
    ({ ctx, body }) => resetPassword(ctx, body),
  )
  r.post(
    '/verify-email',
    {
      can: 'public',
      throttle: 'email',
      body: VerificationToken,
      of: VerifiedEmail,
      status: 200,
      summary: 'Confirm an email address with an emailed link',
      says: 'Email address confirmed',
      fails: ['token_invalid'],
    },
    ({ ctx, body }) => verifyEmail(ctx, body),
  )
  r.post(
    '/resend-verification',
    {
      can: 'signed_in',
      notImpersonating: true,
      throttle: 'email',
      of: Empty,
      status: 200,
      summary: 'Resend the confirmation email',
      says: 'Confirmation email sent',
      fails: ['invalid_transition'],
    },
    ({ ctx }) => resendVerification(ctx),
  )
})

/** Used by the job `send_reset_link`. */
export const resetLinks = resource('/internal/reset_links', 'Password reset links', (r) => {
  r.post(
    '/',
    {
      can: 'system.jobs.process',
      body: ResetLinkRequest,
      of: SentResetLink,
      status: 200,
      summary: 'Email a password reset link to the users of an address',
    },
    ({ ctx, body }) => sendResetLink(ctx, body),
  )
})

const own = { can: 'signed_in', personal: true, notImpersonating: true } as const

export const sessions = resource('/sessions', 'Sessions of the caller', (r) => {
  r.list(
    '/',
    {
      ...own,
      of: Session,
      sorts: ['-last_used_at', 'created_at'],
      summary: 'List your sessions',
    },
    ({ ctx, page }) => listSessions(ctx, page),
  )
  r.delete(
    '/:id',
    { ...own, of: Empty, summary: 'End one session', says: 'Session ended' },
    ({ ctx, id }) => endSession(ctx, id),
  )
  r.delete(
    '/',
    { ...own, of: Empty, summary: 'End all your other sessions', says: 'Other sessions ended' },
    ({ ctx }) => endOtherSessions(ctx),
  )
})
