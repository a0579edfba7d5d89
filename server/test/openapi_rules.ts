/**
 * Where the document does not follow a rule of the OWASP set, and why. Each is one rule and the places it is about;
 * what is not listed has to follow, and what is listed has to be needed.
 */
export const exceptions: { rule: string; at: RegExp; because: string }[] = [
  {
    rule: 'owasp:api4:2023-rate-limit',
    at: /^paths\/\/api\/v1\/health(\/live|\/ready)?\/get\//,
    because: 'Probes ask every few seconds for ever, so health is answered without a limit.',
  },
  {
    rule: 'owasp:api2:2023-no-credentials-in-url',
    at: /^paths\/\/api\/v1\/invitations\/\{token\}\/accept\//,
    because:
      'The token of a mailed link is part of an address by nature. It works once, for days, and is throttled; addresses are logged by route, never with it.',
  },
  {
    rule: 'owasp:api2:2023-no-credentials-in-url',
    at: /^paths\/\/api\/v1\/notifications\/unsubscribe\//,
    because:
      'RFC 8058 has mail programs POST to the address in the mail. Its token can do nothing but end mails of one kind.',
  },
  {
    rule: 'owasp:api2:2023-write-restricted',
    at: /^paths\/\/api\/v1\/auth\/(register|login|verify-2fa|refresh|forgot-password|reset-password|verify-email|passkey|passkey\/options)\/post\//,
    because: 'Signing up and in: who calls has nothing to show yet. Each is throttled.',
  },
  {
    rule: 'owasp:api2:2023-write-restricted',
    at: /^paths\/\/api\/v1\/(impersonations\/validate|invitations\/\{token\}\/accept|notifications\/unsubscribe)\/post\//,
    because: 'The token that is sent with the request says who calls.',
  },
  {
    rule: 'owasp:api8:2023-define-cors-origin',
    at: /\/properties\/headers$/,
    because: 'A field of a body that happens to be called headers.',
  },
]
