import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openModules } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { mailSamples, queuedEarlier } from '../../test/mail_samples.ts'
import { dark, light } from './colors.ts'
import { renderMail, type TemplateName, templateNames } from './templates.ts'

await openModules(readConfig({}))

const sender = {
  system_name: 'Powernode',
  support_email: 'help@example.com',
  url: 'https://powernode.example.com',
}
const HOSTILE = '<script>alert("1")</script>\u202e\r\nBcc: eve@example.com'

const render = (name: TemplateName, variables: object = mailSamples[name]) =>
  renderMail(name, variables as never, sender)

/** Words of an HTML body as its reader sees them, without the preheader. */
function seen(html: string) {
  return words(
    html
      .replaceAll(/<!--.*?-->/gs, '')
      .replace(/^.*<\/head>/s, '')
      .replace(/<div style="display:none.*?<\/div>/s, '')
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll('&nbsp;', ' ')
      .replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(code)),
  )
}

const words = (text: string) => text.replaceAll(/\s+/g, ' ')

const textWords = (text: string) => words(text.replaceAll(/^> ?/gm, ''))

describe.each(templateNames)('the email %s', (name) => {
  test('has a short subject, greets by name and says why it was sent and by whom', () => {
    const { subject, text, html } = render(name)
    expect(subject).toMatch(/^[A-Z].*[^.]$/)
    expect(subject.length).toBeLessThanOrEqual(78)
    for (const body of [textWords(text), seen(html)]) {
      expect(body).toContain('Hello Ada Lovelace,')
      expect(body).toContain('You get this email ')
      expect(body).toMatch(/Sent by Powernode \( ?powernode\.example\.com ?\)\./)
      expect(body).toContain('help@example.com')
    }
  })

  test('states every fact in both bodies', () => {
    const { text, html } = render(name)
    const facts = Object.entries<string>(mailSamples[name])
      // These choose a sentence, or are sent as a header.
      .filter(([key]) => !['change', 'state', 'one_click_url', 'unsubscribe_url'].includes(key))
      .map(([, value]) => words(value))
    for (const fact of facts) {
      expect(textWords(text)).toContain(fact)
      expect(seen(html)).toContain(fact)
    }
    const links = [...html.matchAll(/href="(https:[^"]+)"/g)].map(([, link]) => link)
    for (const link of links.filter((one) => one !== sender.url)) expect(text).toContain(link)
  })

  test('wraps its text, and leaves links whole', () => {
    const lines = render(name).text.split('\n')
    expect(lines.filter((line) => line.length > 72 && !/^https:\S+$/.test(line))).toEqual([])
  })

  test('escapes names, and no name adds a header or reverses the text', () => {
    const hostile = Object.fromEntries(Object.keys(mailSamples[name]).map((key) => [key, HOSTILE]))
    const { subject, html, text } = render(name, hostile)
    expect(html).not.toMatch(/<script|alert\("/)
    expect(subject).not.toMatch(/[\r\n]/)
    expect(subject.length).toBeLessThanOrEqual(78)
    expect(subject + html + text).not.toMatch(/[\u202a-\u202e\r]/)
  })

  test('can be sent if the previous version queued it', () => {
    const sample = Object.entries(mailSamples[name])
    const known = queuedEarlier[name] as string[]
    const { subject, html, text } = render(
      name,
      Object.fromEntries(sample.filter(([key]) => known.includes(key))),
    )
    expect(subject + html + text).not.toMatch(/undefined|null|\(\)/)
  })
})

test('very long names leave the rest of a subject readable', () => {
  const { subject, text } = render('invitation', {
    ...mailSamples.invitation,
    inviter: 'A'.repeat(100),
    account_name: 'B'.repeat(100),
  })
  expect(subject).toBe(`${'A'.repeat(29)}… invites you to ${'B'.repeat(29)}…`)
  expect(text).toContain('B'.repeat(100))
})

test('an invitation without inviter does not name the account as one', () => {
  const { account_name, inviter_email, ...sample } = mailSamples.invitation
  const own = { ...sample, account_name, inviter: account_name }
  expect(render('invitation', own).subject).toBe(`You are invited to ${account_name}`)
  // A user can have the same name as the account.
  expect(render('invitation', { ...own, inviter_email }).subject).toContain('invites you')
})

test('a notification links to its settings, and to unsubscribe only if that is possible', () => {
  const settings = 'https://powernode.example.com/notifications/preferences'
  expect(render('notification').text).toContain(`Notification settings:\n${settings}`)
  expect(render('notification').text).toContain('Unsubscribe:\n')
  const fixed = render('notification', { ...mailSamples.notification, unsubscribe_url: '' })
  expect(fixed.text).toContain(settings)
  expect(fixed.text + fixed.html).not.toContain('Unsubscribe')
})

test('a link that could run a script is not shown', () => {
  const { html, text } = render('notification', {
    ...mailSamples.notification,
    url: 'javascript:alert(1)',
  })
  expect(html + text).not.toContain('javascript:')
})

test('the colors are those of the web app', () => {
  const theme = readFileSync(new URL('../../../web/src/ui/theme.ts', import.meta.url), 'utf8')
  const own = [...Object.values(light), ...Object.values(dark)].filter((one) => one !== '#ffffff')
  expect(own.filter((color) => !theme.includes(color))).toEqual([])
})
