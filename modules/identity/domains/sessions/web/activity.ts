import { defineActivity } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {
    session: { noun: 'session' },
  },
  sentences: {
    'user.login': 'signed in',
    'user.login_2fa_required': 'was asked for a sign-in code',
    'user.second_factor_accepted': 'entered a sign-in code',
    'user.logout': 'signed out',
    'user.verification_resent': 'asked for another confirmation email',
    'session.ended': 'signed out one of their devices',
    'session.others_ended': 'signed out their other devices',
    'session.confirmed': 'confirmed their identity',
    'session.refresh_token_reused': 'was signed out because a refresh token was used twice',
  },
})
