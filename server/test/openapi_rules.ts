/**
 * Exceptions from the OWASP rules, with the affected paths and the reason. A test fails for unlisted violations and for
 * unused exceptions.
 */
export const exceptions: { rule: string; at: RegExp; because: string }[] = [
  {
    rule: 'owasp:api4:2023-rate-limit',
    at: /^paths\/\/api\/v1\/health(\/live|\/ready)?\/get\//,
    because: 'Health checks run every few seconds, so they have no limit.',
  },
  {
    rule: 'owasp:api2:2023-no-credentials-in-url',
    at: /^paths\/\/api\/v1\/invitations\/\{token\}\/accept\//,
    because:
      'A mailed link must contain its token. It works once, expires after days and is throttled; logs contain the route, not the token.',
  },
  {
    rule: 'owasp:api2:2023-no-credentials-in-url',
    at: /^paths\/\/api\/v1\/shares\/\{token\}\//,
    because:
      'A link that is given away must contain its token. It can be revoked, expires and is throttled; logs contain the route, not the token.',
  },
  {
    rule: 'owasp:api2:2023-no-credentials-in-url',
    at: /^paths\/\/api\/v1\/notifications\/unsubscribe\//,
    because:
      'RFC 8058: email clients POST to the URL in the email. Its token can only unsubscribe from one kind of email.',
  },
  {
    rule: 'owasp:api2:2023-write-restricted',
    at: /^paths\/\/api\/v1\/auth\/(register|login|verify-2fa|refresh|forgot-password|reset-password|verify-email|passkey|passkey\/options)\/post\//,
    because: 'Registration and sign-in: the caller has no credential yet. Each route is throttled.',
  },
  {
    rule: 'owasp:api2:2023-write-restricted',
    at: /^paths\/\/api\/v1\/(impersonations\/validate|invitations\/\{token\}\/accept|notifications\/unsubscribe|shares\/\{token\}\/download)\/post\//,
    because: 'The token in the request identifies the caller.',
  },
  {
    rule: 'owasp:api2:2023-write-restricted',
    at: /^paths\/\/api\/v1\/webhooks\/(stripe|paypal)\/post\//,
    because: 'Payment gateways sign what they send, and nothing else is accepted.',
  },
  {
    rule: 'owasp:api8:2023-define-cors-origin',
    at: /\/properties\/headers$/,
    because: 'A field of a body that is named headers.',
  },
]
