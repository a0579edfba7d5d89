/**
 * How each credential and mailed link is affected by each event of its user, account or worker.
 * `credential_lifecycle.test.ts` tests all cells; `npm run generate` writes the table in docs/security.md from them.
 */
export const events = {
  password_changed: 'Password changed',
  password_reset: 'Password reset',
  address_changed: 'Email address changed',
  roles_changed: 'Roles removed',
  two_factor_enabled: 'Two-factor enabled',
  two_factor_disabled: 'Two-factor disabled',
  two_factor_required: 'Two-factor required',
  signed_out: 'Sign-out',
  signed_out_everywhere: 'Sign-out of other sessions',
  user_suspended: 'User suspended',
  user_deleted: 'User deleted',
  creator_deleted: 'Creator deleted',
  account_suspended: 'Account suspended',
  account_deleted: 'Account deleted',
  delegation_revoked: 'Delegation revoked',
  delegation_expired: 'Delegation expired',
  impersonation_stopped: 'Impersonation stopped',
  worker_rotated: 'Worker token rotated',
  worker_suspended: 'Worker suspended',
} as const

export type Event = keyof typeof events

/** Whether the event ends the credential, pauses it or does not affect it, and why. */
export type Cell = readonly ['ends' | 'pauses' | 'stays', string]

const ends = (why: string): Cell => ['ends', why]
const pauses = (until: string): Cell => ['pauses', until]
const stays = (why: string): Cell => ['stays', why]

const whenDelegationEnds = (cell: Cell) => ({ delegation_revoked: cell, delegation_expired: cell })

const independent = {
  ...whenDelegationEnds(stays('does not depend on a delegation')),
  impersonation_stopped: stays('is not an impersonation'),
}

const withDelegation = whenDelegationEnds(ends('depends on the delegation'))

const unrelated = {
  ...independent,
  worker_rotated: stays('does not belong to a worker'),
  worker_suspended: stays('does not belong to a worker'),
}

const account = {
  account_suspended: pauses('until the account is activated again'),
  account_deleted: ends('is deleted with its account'),
}

const session: Record<Event, Cell> = {
  password_changed: ends('only the session that changed it continues'),
  password_reset: ends('all sessions end; the user signs in again'),
  address_changed: stays('the change required the password'),
  roles_changed: stays('the next request uses the new permissions'),
  two_factor_enabled: stays('already signed in; the next sign-in requires a code'),
  two_factor_disabled: ends('only the session that disabled it continues'),
  two_factor_required: stays('admin permissions are withheld until two-factor is enabled'),
  signed_out: ends('it is this session'),
  signed_out_everywhere: ends('it is one of the other sessions'),
  user_suspended: ends('only active users can sign in'),
  user_deleted: ends('the user no longer exists'),
  creator_deleted: stays('the user signed in themselves'),
  ...account,
  ...unrelated,
}

const link: Record<Event, Cell> = {
  password_changed: ends('is only valid with the password at that time'),
  password_reset: ends('is only valid with the password at that time'),
  address_changed: ends('only proves access to the address it was sent to'),
  roles_changed: stays('does not depend on permissions'),
  two_factor_enabled: stays('does not create a session'),
  two_factor_disabled: stays('does not create a session'),
  two_factor_required: stays('does not create a session'),
  signed_out: stays('does not depend on a session'),
  signed_out_everywhere: stays('does not depend on a session'),
  user_suspended: ends('stays invalid after reactivation'),
  user_deleted: ends('the user no longer exists'),
  creator_deleted: stays('the user requested it themselves'),
  ...account,
  ...unrelated,
}

const always = (why: string) =>
  Object.fromEntries(Object.keys(events).map((event) => [event, stays(why)])) as Record<Event, Cell>

const ofUser = {
  user_suspended: pauses('while the user is suspended'),
  user_deleted: ends('the user no longer exists'),
  account_suspended: pauses('until the account is activated again'),
  account_deleted: ends('is deleted with its account'),
}

const ofCreator = {
  user_suspended: pauses('while its creator is suspended'),
  user_deleted: ends('is deleted with its creator'),
  creator_deleted: stays('the user created it themselves'),
  ...account,
  ...unrelated,
  delegation_revoked: stays('a key created with a delegation remains, but without permissions'),
  delegation_expired: stays('a key created with a delegation remains, but without permissions'),
}

const oneFile = { ...always('shows one file, whoever got the link'), ...account }

const signedDownload: Record<Event, Cell> = {
  ...always('gives access to one file, of the user it was given to'),
  roles_changed: pauses('while the user has no permission for the file'),
  user_suspended: pauses('while the user is suspended'),
  user_deleted: ends('ends with the user'),
  creator_deleted: stays('the user requested it themselves'),
  ...account,
  ...unrelated,
}

interface Credential {
  name: string
  /** Its lifetime without any event. */
  lasts: string
  cells: Record<Event, Cell>
}

export const credentials = {
  access_token: { name: 'Access token', lasts: '15 minutes', cells: session },
  refresh_token: { name: 'Refresh token', lasts: '7 days, single use', cells: session },
  cable_socket: {
    name: 'Live connection (`/cable`)',
    lasts: 'as long as its access token',
    cells: {
      ...session,
      roles_changed: stays('leaves channels that are no longer allowed'),
      account_suspended: ends('the connection is closed'),
    },
  },
  switched_token: {
    name: 'Access token for a switched account',
    lasts: '15 minutes',
    cells: {
      ...session,
      address_changed: ends('a delegation is bound to the email address'),
      roles_changed: stays('its permissions come from the delegation'),
      two_factor_required: stays('admin permissions are never delegated'),
      creator_deleted: stays('the delegation belongs to the granting account'),
      account_suspended: pauses('until the account, home or switched to, is activated again'),
      ...withDelegation,
    },
  },
  impersonation_by: {
    name: 'Impersonation token: events of the impersonator',
    lasts: 'an hour',
    cells: {
      ...session,
      password_changed: ends('the impersonator must still be the user who started it'),
      address_changed: ends('the impersonator must still be the user who started it'),
      roles_changed: ends(
        'impersonating requires its permission, and all permissions of the impersonated user',
      ),
      two_factor_required: ends('impersonating across accounts requires admin permissions'),
      signed_out: ends('it depends on the session that started it'),
      signed_out_everywhere: ends('it depends on the session that started it'),
      creator_deleted: stays('the user started it themselves'),
      account_suspended: ends('stays invalid after reactivation'),
      impersonation_stopped: ends('with either token, or when the next impersonation starts'),
    },
  },
  impersonation_of: {
    name: 'Impersonation token: events of the impersonated user',
    lasts: 'an hour',
    cells: {
      ...session,
      password_changed: ends('the user ends all other access'),
      two_factor_disabled: ends('the user ends all other access'),
      two_factor_required: ends('impersonating an administrator requires two-factor'),
      signed_out: stays('the user signs out of a different session'),
      signed_out_everywhere: ends('the user ends all other access'),
      creator_deleted: ends('the impersonator no longer exists'),
      account_suspended: ends('stays invalid after reactivation'),
      impersonation_stopped: ends('with either token, or when the next impersonation starts'),
    },
  },
  pending_sign_in: {
    name: 'Sign-in waiting for its code',
    lasts: '10 minutes',
    cells: {
      ...link,
      password_changed: ends('started with the previous password'),
      password_reset: ends('started with the previous password'),
      address_changed: ends('started with the previous address'),
      two_factor_enabled: ends('started before two-factor was enabled'),
      two_factor_disabled: ends('no code is required any more'),
      two_factor_required: stays('the user is about to enter a code'),
      signed_out: stays('is not a session yet'),
      signed_out_everywhere: ends('the user ends all other access'),
      creator_deleted: stays('the user started it themselves'),
    },
  },
  reset_link: {
    name: 'Link to set a password',
    lasts: 'an hour, a day for new users',
    cells: link,
  },
  confirmation_link: { name: 'Link to confirm an address', lasts: 'a day', cells: link },
  invitation_link: {
    name: 'Invitation',
    lasts: '7 days',
    cells: {
      ...always('the invited person is not a user yet'),
      ...account,
      creator_deleted: ends('on acceptance, the inviter must still be allowed to grant its roles'),
    },
  },
  api_key: {
    name: 'API key',
    lasts: 'as chosen',
    cells: {
      ...always('is not a session of its creator'),
      roles_changed: stays('can use only scopes that its creator still has permission for'),
      two_factor_required: stays('a key never has admin permissions'),
      ...ofCreator,
    },
  },
  overlapping_key: {
    name: 'Regenerated API key, during its grace period',
    lasts: 'up to a day, as chosen',
    cells: {
      ...always('is not a session of its creator'),
      two_factor_required: stays('a key never has admin permissions'),
      ...ofCreator,
    },
  },
  passkey: {
    name: 'Passkey',
    lasts: 'until removed',
    cells: {
      ...always('is a separate way to sign in'),
      password_reset: stays('unless its removal is requested with the reset'),
      ...ofUser,
    },
  },
  second_factor: {
    name: 'Authenticator and backup codes',
    lasts: 'until disabled; each code works once',
    cells: {
      ...always('does not depend on the password or a session'),
      password_reset: stays('access to the mailbox alone must not be enough to sign in'),
      two_factor_disabled: ends('codes and secret are deleted'),
      ...ofUser,
    },
  },
  delegation: {
    name: 'Delegation (switching accounts)',
    lasts: 'until revoked, or as chosen',
    cells: {
      ...always('belongs to the user and the granting account'),
      address_changed: pauses('until the new address is confirmed'),
      creator_deleted: stays('belongs to the granting account'),
      ...ofUser,
      delegation_revoked: ends('a new delegation must be granted'),
      delegation_expired: pauses('until it is extended'),
    },
  },
  download_link: { name: 'Signed download of an export', lasts: 'a day', cells: signedDownload },
  report_link: { name: 'Signed download of a report', lasts: '7 days', cells: signedDownload },
  unsubscribe_link: {
    name: 'Unsubscribe link',
    lasts: 'unlimited',
    cells: {
      ...always('only unsubscribes from one kind of email'),
      address_changed: ends('only applies to the address it was sent to'),
      user_deleted: ends('the user no longer exists'),
      account_deleted: ends('is deleted with its account'),
    },
  },
  preview_link: {
    name: 'Preview link of a page',
    lasts: 'up to seven days',
    cells: { ...always('shows one version of a page, whoever made the link'), ...account },
  },
  file_link: { name: 'Signed link to a file', lasts: 'one to two hours', cells: oneFile },
  share_link: { name: 'Shared link to a file', lasts: 'until it is revoked', cells: oneFile },
  worker_token: {
    name: 'Worker token',
    lasts: 'until rotated',
    cells: {
      ...always('belongs to the installation, not to a user'),
      worker_rotated: ends('immediately, unless a grace period was requested'),
      worker_suspended: pauses('until the worker is activated again'),
    },
  },
} satisfies Record<string, Credential>

export type CredentialName = keyof typeof credentials
