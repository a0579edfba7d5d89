import { Stack, Textarea, type TextareaProps } from '@mantine/core'
import { type KeyboardEvent, useRef } from 'react'
import classes from './documents.module.css'
import { FormatBar } from './FormatBar'
import { applyFormat, continueList, type Format, type Typed } from './typing'

const shortcuts: Record<string, Format> = { b: 'bold', i: 'italic', e: 'code' }

/** Markdown with a toolbar, shortcuts, and lists that Enter continues. */
export function MarkdownField(props: TextareaProps) {
  const ref = useRef<HTMLTextAreaElement>(null)

  function format(what: Format) {
    const { current } = ref
    if (current) type(current, applyFormat(typedIn(current), what))
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    const shortcut = event.metaKey || event.ctrlKey ? shortcuts[event.key] : undefined
    const isPlain = !event.shiftKey && !event.altKey && !event.nativeEvent.isComposing
    const next =
      event.key === 'Enter' && isPlain && !event.metaKey && !event.ctrlKey
        ? continueList(typedIn(event.currentTarget))
        : shortcut && isPlain && applyFormat(typedIn(event.currentTarget), shortcut)
    if (!next) return
    event.preventDefault()
    type(event.currentTarget, next)
  }

  return (
    <Stack gap={4}>
      <FormatBar onFormat={format} />
      <Textarea
        ref={ref}
        label="Content"
        description="Markdown."
        required
        classNames={{ input: classes.content }}
        onKeyDown={onKeyDown}
        {...props}
      />
    </Stack>
  )
}

function typedIn({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): Typed {
  return { text: value, start: selectionStart, end: selectionEnd }
}

/** Types what differs, as the user would, so that undo works. */
function type(field: HTMLTextAreaElement, { text, start, end }: Typed) {
  const { value } = field
  let head = 0
  while (head < value.length && head < text.length && value[head] === text[head]) head++
  let tail = 0
  const shorter = Math.min(value.length, text.length) - head
  while (tail < shorter && value.at(-1 - tail) === text.at(-1 - tail)) tail++
  field.focus()
  field.setSelectionRange(head, value.length - tail)
  const added = text.slice(head, text.length - tail)
  // The only way to change a field that its undo history knows.
  document.execCommand(added ? 'insertText' : 'delete', false, added)
  field.setSelectionRange(start, end)
}
