import { expect, test } from 'vitest'
import { lastPageBefore } from './state'

test.each([
  { current_page: 3, total_pages: 2, opens: 2 },
  { current_page: 99_999, total_pages: 93, opens: 93 },
  // The total is of an earlier count.
  { current_page: 93, total_pages: 95, opens: 92 },
  { current_page: 1, total_pages: 0, opens: undefined },
  { current_page: 2, total_pages: 0, opens: undefined },
])(
  'instead of the empty page $current_page of $total_pages, page $opens opens',
  ({ opens, ...meta }) => {
    expect(lastPageBefore(meta)).toBe(opens)
  },
)
