import { expect, test } from 'vitest'
import { settingText } from './settingText'

test('a setting that cannot be changed is shown as text', () => {
  expect(settingText({}, true)).toBe('On')
  expect(settingText({}, false)).toBe('Off')
  expect(settingText({ unit: 'minutes' }, 1)).toBe('1 minute')
  expect(settingText({ unit: 'requests' }, 1200)).toBe('1,200 requests')
  expect(settingText({}, 0)).toBe('0')
  expect(settingText({}, 'help@example.com')).toBe('help@example.com')
  expect(settingText({}, null)).toBe('–')
  expect(settingText({ options: [{ value: 'off', label: 'Never' }] }, 'off')).toBe('Never')
})
