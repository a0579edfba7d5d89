import { expect, test } from 'vitest'
import { failureLine } from './postgres_process.ts'

test.each([
  [
    'creating\nFATAL:  could not write: wrote only 4096 of 8192 bytes\nHINT:  Check free disk space.',
  ],
  ['FATAL:  could not extend file "base/1/1259": No space left on device\nchild process exited'],
])('a full disk is reported: %s', (text) => {
  expect(failureLine(text)).toBe('the disk is full: free up space and start again')
})

test('for other output, the last line with an error is reported', () => {
  expect(failureLine('FATAL: lock file exists\nremoving data\n')).toBe('FATAL: lock file exists')
})
