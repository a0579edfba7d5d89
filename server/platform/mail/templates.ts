/** A mail ready to send. */
export interface RenderedMail {
  subject: string
  html: string
  text: string
}

interface Content {
  subject: string
  paragraphs: string[]
  button?: { label: string; url: string }
  footnote?: string
  /** Where to end mails of this kind. */
  leave?: { label: string; url: string }
}

type Template<V> = (variables: V) => Content

const template = <V extends Record<string, string>>(write: Template<V>) => write

/** `url` may be empty; `one_click_url` is for mail programs, which send to it without showing a page. */
type NotificationVariables = {
  name: string
  title: string
  message: string
  url: string
  /** What the kind of notification is called. */
  kind: string
  unsubscribe_url: string
  one_click_url: string
}

/** Mails that an earlier version queued name no account. */
const inAccount = (name: string) => (name ? ` in ${name}` : '')

/** Every mail there is: its variables, and what it says. */
export const templates = {
  verify_email: template<{ name: string; account_name: string; url: string }>(
    ({ name, account_name, url }) => ({
      subject: 'Confirm your email address',
      paragraphs: [
        `Hello ${name},`,
        `Please confirm that this address is yours and that you use it${inAccount(account_name)}.`,
        'Confirming makes it yours alone: an account of somebody else that gave this address and never confirmed it loses it.',
      ],
      button: { label: 'Confirm address', url },
      footnote: 'The link works for 24 hours. If you did not sign up there, ignore this mail.',
    }),
  ),
  set_password: template<{ name: string; account_name: string; url: string }>(
    ({ name, account_name, url }) => ({
      subject: `You have been added to ${account_name}`,
      paragraphs: [
        `Hello ${name},`,
        `You now have access to ${account_name}. Choose a password to sign in.`,
      ],
      button: { label: 'Choose a password', url },
      footnote:
        'The link works for 24 hours. After that, use “Forgot password” on the sign-in page.',
    }),
  ),
  /** `unconfirmed_since` is the day the account was given the address, empty where it was confirmed. */
  reset_password: template<{
    name: string
    account_name: string
    unconfirmed_since: string
    url: string
  }>(({ name, account_name, unconfirmed_since, url }) => ({
    subject: 'Reset your password',
    paragraphs: [
      `Hello ${name},`,
      `Somebody, hopefully you, asked for a new password${inAccount(account_name)}.`,
      ...(unconfirmed_since
        ? [
            `That account was given this address on ${unconfirmed_since}, and nobody has confirmed it yet. There is a mail for every such account: use the link of the one that you made, and no other.`,
          ]
        : []),
    ],
    button: { label: 'Choose a new password', url },
    footnote: 'The link works once, for one hour. If it was not you, nothing has changed.',
  })),
  two_factor_changed: template<{ name: string; state: string }>(({ name, state }) => ({
    subject: `Two-factor sign-in is now ${state}`,
    paragraphs: [
      `Hello ${name},`,
      `Two-factor sign-in of your account was just turned ${state}.`,
      'If this was not you, reset your password at once and tell your administrator.',
    ],
  })),
  passkey_changed: template<{ name: string; passkey: string; change: 'added' | 'removed' }>(
    ({ name, passkey, change }) => ({
      subject: `A passkey was ${change}`,
      paragraphs: [
        `Hello ${name},`,
        change === 'added'
          ? `The passkey “${passkey}” was just added to your account. It signs in without a password or a code.`
          : `The passkey “${passkey}” was just removed from your account. It no longer signs in.`,
        'If this was not you, reset your password at once, remove your passkeys with it, and tell your administrator.',
      ],
    }),
  ),
  new_device: template<{ name: string; device: string; ip_address: string; time: string }>(
    ({ name, device, ip_address, time }) => ({
      subject: 'New sign-in to your account',
      paragraphs: [
        `Hello ${name},`,
        `Your account was signed in to from a device that we have not seen before: ${device}, from ${ip_address}, at ${time}.`,
        'If this was you, there is nothing to do. If not, end that session under Security and change your password.',
      ],
    }),
  ),
  invitation: template<{ account_name: string; inviter: string; message: string; url: string }>(
    ({ account_name, inviter, message, url }) => ({
      subject: `${inviter} invites you to ${account_name}`,
      paragraphs: ['Hello,', `${inviter} invites you to work in ${account_name}.`, message].filter(
        Boolean,
      ),
      button: { label: 'Accept the invitation', url },
      footnote: 'The link works for seven days. If you do not know the sender, ignore this mail.',
    }),
  ),
  delegation: template<{ name: string; account_name: string; url: string }>(
    ({ name, account_name, url }) => ({
      subject: `You can now work in ${account_name}`,
      paragraphs: [
        `Hello ${name},`,
        `You were given rights in ${account_name}. Switch to it from the menu with your name.`,
      ],
      button: { label: 'Sign in', url },
    }),
  ),
  impersonated: template<{ name: string; impersonator: string; reason: string }>(
    ({ name, impersonator, reason }) => ({
      subject: 'Somebody is acting as you',
      paragraphs: [
        `Hello ${name},`,
        `${impersonator} has begun to act as you, for this reason: ${reason}`,
        'Everything they do is in the audit log under both names.',
      ],
    }),
  ),
  webhook_disabled: template<{ name: string; webhook_url: string; why: string; url: string }>(
    ({ name, webhook_url, why, url }) => ({
      subject: 'A webhook was switched off',
      paragraphs: [
        `Hello ${name},`,
        `The webhook to ${webhook_url} was switched off, because ${why}.`,
        'What happens from now on is kept back from it. Switch it on again once the receiver works; what waits is then delivered.',
      ],
      button: { label: 'Open the webhook', url },
    }),
  ),
  account_suspended: template<{
    name: string
    account_name: string
    reason: string
    contact: string
  }>(({ name, account_name, reason, contact }) => ({
    subject: `${account_name} was suspended`,
    paragraphs: [
      `Hello ${name},`,
      `The account ${account_name} was suspended: ${reason}. Nobody can sign in to it for now, and its webhooks wait. Nothing was deleted.`,
      `If you think that this is a mistake, ${contact}.`,
    ],
  })),
  account_activated: template<{ name: string; account_name: string; url: string }>(
    ({ name, account_name, url }) => ({
      subject: `${account_name} is open again`,
      paragraphs: [
        `Hello ${name},`,
        `The account ${account_name} was activated. Everybody can sign in again, and what its webhooks kept back is sent now.`,
      ],
      button: { label: 'Sign in', url },
    }),
  ),
  notification: template<NotificationVariables>(
    ({ name, title, message, url, kind, unsubscribe_url }) => ({
      subject: title,
      paragraphs: [`Hello ${name},`, message],
      ...(url && { button: { label: 'Open', url } }),
      footnote: `You get mails about “${kind}”. Choose what you are told of under Notifications.`,
      leave: { label: 'No more mails like this', url: unsubscribe_url },
    }),
  ),
  password_changed: template<{ name: string }>(({ name }) => ({
    subject: 'Your password was changed',
    paragraphs: [
      `Hello ${name},`,
      'The password of your account was just changed and all other sessions were signed out.',
      'If this was not you, reset your password at once and tell your administrator.',
    ],
  })),
  email_changed: template<{ name: string; new_email: string }>(({ name, new_email }) => ({
    subject: 'Your email address was changed',
    paragraphs: [
      `Hello ${name},`,
      `Your account now uses ${new_email}. This address no longer signs in.`,
      'If this was not you, tell your administrator at once.',
    ],
  })),
}

export type TemplateName = keyof typeof templates
export type Variables<T extends TemplateName> = Parameters<(typeof templates)[T]>[0]

/** Who writes: the name of the installation, and where people turn to. */
export interface Sender {
  system_name: string
  support_email: string | null
}

export function renderMail<T extends TemplateName>(
  name: T,
  variables: Variables<T>,
  sender: Sender = { system_name: 'Powernode', support_email: null },
): RenderedMail {
  const write = templates[name] as Template<Variables<T>>
  const content = write(variables)
  return { subject: content.subject, html: html(content, sender), text: text(content, sender) }
}

function text({ paragraphs, button, footnote, leave }: Content, sender: Sender) {
  const parts = [
    ...paragraphs,
    button && `${button.label}:\n${button.url}`,
    footnote,
    leave && `${leave.label}:\n${leave.url}`,
    `-- \n${signature(sender)}`,
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

/** One layout for all: tables and inline styles, because mail programs know little else. */
function html({ subject, paragraphs, button, footnote, leave }: Content, sender: Sender) {
  const body = paragraphs
    .map((line) => `<p style="margin:0 0 16px">${escapeHtml(line)}</p>`)
    .join('')
  const action = button
    ? `<p style="margin:24px 0"><a href="${escapeHtml(button.url)}" style="background:#3b5bdb;color:#ffffff;padding:12px 20px;border-radius:8px;text-decoration:none;font-weight:600;display:inline-block">${escapeHtml(button.label)}</a></p>
       <p style="margin:0 0 16px;color:#5c5f66;font-size:13px;word-break:break-all">${escapeHtml(button.url)}</p>`
    : ''
  const note = footnote
    ? `<p style="margin:0;color:#5c5f66;font-size:13px">${escapeHtml(footnote)}</p>`
    : ''
  const ending = leave
    ? `<p style="margin:16px 0 0;font-size:13px"><a href="${escapeHtml(leave.url)}" style="color:#5c5f66">${escapeHtml(leave.label)}</a></p>`
    : ''
  const help = sender.support_email
    ? `<p style="margin:16px 0 0;color:#5c5f66;font-size:13px">Questions? Write to ${escapeHtml(sender.support_email)}.</p>`
    : ''
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;background:#f1f3f5;font:15px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;color:#212529">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:520px;background:#ffffff;border:1px solid #dee2e6;border-radius:8px"><tr><td style="padding:32px">
<p style="margin:0 0 24px;font-weight:700">${escapeHtml(sender.system_name)}</p>${body}${action}${note}${ending}${help}
</td></tr></table></td></tr></table></body></html>`
}

function signature({ system_name, support_email }: Sender) {
  return support_email ? `${system_name} · ${support_email}` : system_name
}

function escapeHtml(value: string) {
  return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
