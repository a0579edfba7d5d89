/**
 * What ends what: every credential and mailed link against everything that may happen to the people and accounts
 * behind it. `lives.test.ts` walks all cells; the table in docs/security.md is written from here by `npm run generate`.
 */
export const events = {
  password_changed: 'Password changed',
  password_reset: 'Password reset',
  address_changed: 'Address changed',
  roles_changed: 'Roles taken away',
  two_factor_enabled: 'Second factor on',
  two_factor_disabled: 'Second factor off',
  two_factor_demanded: 'Second factor demanded',
  signed_out: 'Sign-out',
  signed_out_everywhere: 'Sign-out elsewhere',
  person_suspended: 'Person suspended',
  person_deleted: 'Person deleted',
  maker_deleted: 'Maker deleted',
  account_suspended: 'Account suspended',
  account_deleted: 'Account deleted',
  delegation_revoked: 'Delegation revoked',
  delegation_expired: 'Delegation expired',
  acting_stopped: 'Impersonation stopped',
  worker_rotated: 'Worker token rotated',
  worker_suspended: 'Worker suspended',
} as const

export type Event = keyof typeof events

/** Whether the event ends it at once, for good or for a time, and why, or why not. */
export type Cell = readonly ['ends' | 'pauses' | 'stays', string]

const ends = (why: string): Cell => ['ends', why]
const pauses = (until: string): Cell => ['pauses', until]
const stays = (why: string): Cell => ['stays', why]

const notThrough = {
  delegation_revoked: stays('works by no delegation'),
  delegation_expired: stays('works by no delegation'),
  acting_stopped: stays('nobody acts by it'),
}

const throughDelegation = {
  delegation_revoked: ends('gives only what the delegation gives'),
  delegation_expired: ends('to the moment, as everything that ends by its time'),
}

const noWorker = {
  ...notThrough,
  worker_rotated: stays('belongs to no worker'),
  worker_suspended: stays('belongs to no worker'),
}

const account = {
  account_suspended: pauses('until the account is activated again'),
  account_deleted: ends('goes with its account'),
}

const session: Record<Event, Cell> = {
  password_changed: ends('only the session that changed it goes on'),
  password_reset: ends('whoever has the mailbox starts anew'),
  address_changed: stays('still the same person; the change took the password'),
  roles_changed: stays('permissions are read anew for the next request'),
  two_factor_enabled: stays('signed in already; the next sign-in asks for a code'),
  two_factor_disabled: ends('only the session that turned it off goes on'),
  two_factor_demanded: stays('without the administration, until a second factor is on'),
  signed_out: ends('it is this session'),
  signed_out_everywhere: ends('it is one of the other sessions'),
  person_suspended: ends('only active people are let in'),
  person_deleted: ends('there is nobody left'),
  maker_deleted: stays('the person signed in themselves'),
  ...account,
  ...noWorker,
}

const link: Record<Event, Cell> = {
  password_changed: ends('made for the password of that moment'),
  password_reset: ends('made for the password of that moment'),
  address_changed: ends('proves only the address it was mailed to'),
  roles_changed: stays('says nothing about permissions'),
  two_factor_enabled: stays('gives no session'),
  two_factor_disabled: stays('gives no session'),
  two_factor_demanded: stays('gives no session'),
  signed_out: stays('belongs to no session'),
  signed_out_everywhere: stays('belongs to no session'),
  person_suspended: ends('also once the person is active again'),
  person_deleted: ends('there is nobody left'),
  maker_deleted: stays('the person asked for it themselves'),
  ...account,
  ...noWorker,
}

const always = (why: string) =>
  Object.fromEntries(Object.keys(events).map((event) => [event, stays(why)])) as Record<Event, Cell>

const ofPerson = {
  person_suspended: pauses('while the person is suspended'),
  person_deleted: ends('there is nobody left'),
  account_suspended: pauses('until the account is activated again'),
  account_deleted: ends('goes with its account'),
}

const ofMaker = {
  person_suspended: pauses('while its maker is suspended'),
  person_deleted: ends('its maker answers for it'),
  maker_deleted: stays('the person made it themselves'),
  ...account,
  ...noWorker,
  delegation_revoked: stays('of a key made by a delegation, nothing is left that it may do'),
  delegation_expired: stays('of a key made by a delegation, nothing is left that it may do'),
}

interface Credential {
  name: string
  /** How long it lasts where nothing happens. */
  lasts: string
  cells: Record<Event, Cell>
}

export const credentials = {
  access_token: { name: 'Access token', lasts: '15 minutes', cells: session },
  refresh_token: { name: 'Refresh token', lasts: '7 days, good once', cells: session },
  cable_socket: {
    name: 'Live connection (`/cable`)',
    lasts: 'as long as its access token',
    cells: {
      ...session,
      roles_changed: stays('leaves the channels that are not for it any more'),
      account_suspended: ends('is closed'),
    },
  },
  switched_token: {
    name: 'Token of a switched account',
    lasts: '15 minutes',
    cells: {
      ...session,
      address_changed: ends('a delegation belongs to the address it was given to'),
      roles_changed: stays('what it may do comes from the delegation'),
      two_factor_demanded: stays('administration is never delegated'),
      maker_deleted: stays('the delegation belongs to the account that gave it'),
      account_suspended: pauses(
        'until the account, of the person or worked in, is activated again',
      ),
      ...throughDelegation,
    },
  },
  impersonation_by: {
    name: 'Impersonation token, seen from who acts',
    lasts: 'an hour',
    cells: {
      ...session,
      password_changed: ends('whoever acts has to be who began'),
      address_changed: ends('whoever acts has to be who began'),
      roles_changed: ends('acting takes the permission, and all that the other person may do'),
      two_factor_demanded: ends('acting across accounts is administration'),
      signed_out: ends('it hangs on the session that began it'),
      signed_out_everywhere: ends('it hangs on the session that began it'),
      maker_deleted: stays('the person began it themselves'),
      account_suspended: ends('also once the account is active again'),
      acting_stopped: ends('by either bearer, or when acting as the next begins'),
    },
  },
  impersonation_of: {
    name: 'Impersonation token, seen from the person acted as',
    lasts: 'an hour',
    cells: {
      ...session,
      password_changed: ends('the person wants everybody else out'),
      two_factor_disabled: ends('the person wants everybody else out'),
      two_factor_demanded: ends('nobody without a second factor acts as an administrator'),
      signed_out: stays('the session of the person is another'),
      signed_out_everywhere: ends('the person wants everybody else out'),
      maker_deleted: ends('there is nobody behind it any more'),
      account_suspended: ends('also once the account is active again'),
      acting_stopped: ends('by either bearer, or when acting as the next begins'),
    },
  },
  half_sign_in: {
    name: 'Sign-in that waits for its code',
    lasts: '10 minutes',
    cells: {
      ...link,
      password_changed: ends('began with a password that is gone'),
      password_reset: ends('began with a password that is gone'),
      address_changed: ends('began with an address that is gone'),
      two_factor_enabled: ends('began before this second factor'),
      two_factor_disabled: ends('there is no code to wait for'),
      two_factor_demanded: stays('it is about to show one'),
      signed_out: stays('is no session yet'),
      signed_out_everywhere: ends('the person wants everybody else out'),
      maker_deleted: stays('the person began it themselves'),
    },
  },
  reset_link: {
    name: 'Link to set a password',
    lasts: 'an hour, a day for new people',
    cells: link,
  },
  confirmation_link: { name: 'Link to confirm an address', lasts: 'a day', cells: link },
  invitation_link: {
    name: 'Invitation',
    lasts: '7 days',
    cells: {
      ...always('whoever is invited is nobody here yet'),
      ...account,
      maker_deleted: ends('gives only what its maker may give when it is accepted'),
    },
  },
  api_key: {
    name: 'API key',
    lasts: 'as chosen',
    cells: {
      ...always('is no session of its maker'),
      roles_changed: stays('does what its scopes and its maker’s permissions both allow'),
      two_factor_demanded: stays('a key never administers'),
      ...ofMaker,
    },
  },
  overlapping_key: {
    name: 'API key that was regenerated, during its overlap',
    lasts: 'up to a day, as chosen',
    cells: {
      ...always('is no session of its maker'),
      two_factor_demanded: stays('a key never administers'),
      ...ofMaker,
    },
  },
  passkey: {
    name: 'Passkey',
    lasts: 'until removed',
    cells: {
      ...always('is a way to sign in of its own'),
      password_reset: stays('unless its removal is asked for with it'),
      ...ofPerson,
    },
  },
  second_factor: {
    name: 'Authenticator and backup codes',
    lasts: 'until turned off; a code once',
    cells: {
      ...always('says nothing about the password or a session'),
      password_reset: stays('a mailbox alone does not sign in'),
      two_factor_disabled: ends('codes and secret are deleted'),
      ...ofPerson,
    },
  },
  delegation: {
    name: 'Delegation, to switch accounts by',
    lasts: 'until revoked, or as chosen',
    cells: {
      ...always('belongs to the person and the account that gave it'),
      address_changed: pauses('until the new address is confirmed'),
      maker_deleted: stays('belongs to the account that gave it'),
      ...ofPerson,
      delegation_revoked: ends('a new one has to be given'),
      delegation_expired: pauses('until it is given more time'),
    },
  },
  download_link: {
    name: 'Signed download of an export',
    lasts: 'a day',
    cells: {
      ...always('one file, which whoever asked for it may have'),
      roles_changed: pauses('while whoever asked for it may not export'),
      person_suspended: pauses('while whoever asked for it is suspended'),
      person_deleted: ends('the file goes with them'),
      maker_deleted: stays('the person asked for it themselves'),
      ...account,
      ...noWorker,
    },
  },
  unsubscribe_link: {
    name: 'Unsubscribe link',
    lasts: 'for good',
    cells: {
      ...always('ends mails of one kind and nothing else'),
      address_changed: ends('decides only about mail to its own address'),
      person_deleted: ends('there is nobody left'),
      account_deleted: ends('goes with its account'),
    },
  },
  worker_token: {
    name: 'Worker token',
    lasts: 'until rotated',
    cells: {
      ...always('belongs to the installation, not to a person'),
      worker_rotated: ends('at once, unless a grace period was asked for'),
      worker_suspended: pauses('until the worker is activated again'),
    },
  },
} satisfies Record<string, Credential>

export type CredentialName = keyof typeof credentials
