/** A text with its selection, as in a `textarea`. */
export interface Typed {
  text: string
  start: number
  end: number
}

export type Format = 'bold' | 'italic' | 'code' | 'link' | 'heading' | 'list' | 'numbers' | 'quote'

const marks = { bold: '**', italic: '*', code: '`' } as const
const prefixes = { heading: '## ', list: '- ', numbers: '1. ', quote: '> ' } as const

/** Applies a format of the toolbar to the selection, or removes it. */
export function applyFormat(typed: Typed, format: Format): Typed {
  if (format === 'link') return wrap(typed, '[', '](https://)')
  if (format in marks) {
    const mark = marks[format as keyof typeof marks]
    return isWrapped(typed, mark) ? unwrap(typed, mark) : wrap(typed, mark, mark)
  }
  return prefix(typed, prefixes[format as keyof typeof prefixes])
}

const ITEM = /^(\s*)([-*+]|(\d{1,9})[.)])(\s+)(\[[ xX]\]\s+)?(.*)$/

/** What Enter does in a list: the next item, or the end of the list after an empty one. Undefined for any other line. */
export function continueList({ text, start, end }: Typed): Typed | undefined {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const match = ITEM.exec(text.slice(from, start))
  if (start !== end || !match) return undefined
  const [, indent = '', bullet = '', number, space = ' ', box, rest] = match
  if (!rest) return insert(text, from, start, '')
  const next = number === undefined ? bullet : bullet.replace(number, String(Number(number) + 1))
  return insert(text, start, start, `\n${indent}${next}${space}${box ? '[ ] ' : ''}`)
}

function insert(text: string, from: number, to: number, added: string): Typed {
  const at = from + added.length
  return { text: text.slice(0, from) + added + text.slice(to), start: at, end: at }
}

function wrap({ text, start, end }: Typed, before: string, after: string): Typed {
  const marked = text.slice(0, start) + before + text.slice(start, end) + after + text.slice(end)
  return { text: marked, start: start + before.length, end: end + before.length }
}

function isWrapped({ text, start, end }: Typed, mark: string) {
  const before = text.slice(0, start)
  // A single asterisk beside another one is that of bold text.
  const isOther = mark === '*' && before.endsWith('**') && !before.endsWith('***')
  return before.endsWith(mark) && text.startsWith(mark, end) && !isOther
}

function unwrap({ text, start, end }: Typed, { length }: string): Typed {
  const plain = text.slice(0, start - length) + text.slice(start, end) + text.slice(end + length)
  return { text: plain, start: start - length, end: end - length }
}

/** Adds a prefix to each line of the selection, or removes it if all have it. */
function prefix({ text, start, end }: Typed, mark: string): Typed {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const lines = text.slice(from, end).split('\n')
  const all = lines.every((line) => line.startsWith(mark))
  const changed = lines.map((line) => (all ? line.slice(mark.length) : mark + line)).join('\n')
  const grown = changed.length - (end - from)
  return {
    text: text.slice(0, from) + changed + text.slice(end),
    start: Math.max(from, start + (all ? -mark.length : mark.length)),
    end: end + grown,
  }
}
