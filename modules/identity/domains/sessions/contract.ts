import { declare } from '@powernode/contract/declare.ts'
import { event, id } from '@powernode/contract/events.ts'
import { Type } from 'typebox'

const user = id('The user')

/** Declarations of the domain. */
export const contract = declare({
  events: {
    'session.ended': event('A session was ended before it expired', {
      id: id('The session'),
      user_id: user,
    }),
  },
  jobs: {
    /** Looks up the users of an address. A job, so that the response time does not reveal whether the address exists. */
    send_reset_link: {
      input: Type.Object({
        email: Type.String({ maxLength: 254 }),
        asked_at: Type.String({ format: 'date-time' }),
        /** Source of the request, for the audit log. */
        ip_address: Type.Optional(Type.String({ maxLength: 64 })),
        user_agent: Type.Optional(Type.String({ maxLength: 500 })),
      }),
      // Not in the queue of emails: jobs of a queue with a single type can be counted with an index alone.
      queue: 'maintenance',
      retries: 3,
      timeoutSeconds: 60,
    },
  },
  errors: {
    invalid_credentials: { status: 401, says: 'Invalid email or password', wrongGuess: true },
    invalid_refresh_token: { status: 401, says: 'Invalid refresh token' },
    invalid_reset_token: {
      status: 401,
      says: 'This link is invalid or has expired',
      wrongGuess: true,
    },
    registration_disabled: { status: 403, says: 'Registration is closed on this server' },
    proof_required: {
      status: 403,
      says: 'Confirm your identity first, with your password or a code',
    },
  },
  throttles: {
    login: { points: 10, duration: 3600, of: 'guesses', setting: 'login_attempts_per_hour' },
    register: { points: 5, duration: 3600, setting: 'registration_attempts_per_hour' },
    password: { points: 3, duration: 3600, setting: 'password_reset_attempts_per_hour' },
    password_link: {
      points: 3,
      duration: 3600,
      of: 'guesses',
      setting: 'password_reset_attempts_per_hour',
    },
    email: {
      points: 10,
      duration: 3600,
      of: 'guesses',
      setting: 'email_verification_attempts_per_hour',
    },
    /** Emails per address that anyone can request; counted by the caller of the throttle. */
    reset_mail: { points: 3, duration: 3600, setting: 'password_reset_attempts_per_hour' },
    /** Sign-ins to unknown addresses; the caller allows the same number of attempts as for a user. */
    unknown_email: { points: 5, duration: 1800, setting: 'max_failed_login_attempts' },
  },
  audit: {
    'session.refresh_token_reused': {
      risk: 'critical',
      threat: 'high',
      of: ['suspicious', 'security'],
    },
    'session.others_ended': { risk: 'low', threat: 'medium', of: ['security'] },
    'session.ended': {},
    'session.confirmed': {},
    'user.login': {},
    'user.login_2fa_required': {},
    'user.second_factor_accepted': {},
    'user.logout': {},
    'user.verification_resent': {},
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    sessions: typeof contract
  }
}
