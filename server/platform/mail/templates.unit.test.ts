import { expect, test } from 'vitest'
import { openModules } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { renderMail, templates } from './templates.ts'

await openModules(readConfig({}))

test('names are escaped in emails', () => {
  const { html, text } = renderMail('password_changed', { name: '<img src=x onerror=alert(1)>' })
  expect(html).not.toContain('<img')
  expect(text).toContain('<img')
})

test('both bodies contain the complete link', () => {
  const url = 'https://example.com/reset-password/abc_-def'
  const { html, text } = renderMail('reset_password', {
    name: 'Ada',
    account_name: 'A',
    unconfirmed_since: '',
    url,
  })
  expect(html).toContain(`href="${url}"`)
  expect(text).toContain(url)
})

test('every template has a subject and a text', () => {
  // Answers any variable of any template.
  const variables = new Proxy({}, { get: () => 'Example' })
  for (const name of Object.keys(templates) as (keyof typeof templates)[]) {
    const { subject, text } = renderMail(name, variables as never)
    expect(subject).toMatch(/^[A-Z]/)
    expect(text.length).toBeGreaterThan(40)
  }
})
