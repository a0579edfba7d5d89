import { Skeleton, Text, useComputedColorScheme } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import classes from './documents.module.css'
import { type EditorKind, renderedQuery, type WorkingDocument } from './editorKind'

const PAUSE_MS = 500

type Props<D extends WorkingDocument> = { kind: EditorKind<D>; content: string }

/** The content as the public page shows it, rendered by the server, in a frame that runs nothing. */
export function PreviewFrame<D extends WorkingDocument>({ kind, content }: Props<D>) {
  const [settled] = useDebouncedValue(content, PAUSE_MS)
  const scheme = useComputedColorScheme('light')
  const isBlank = !/\S/.test(settled)
  const { data: html, error } = useQuery({ ...renderedQuery(kind, settled), enabled: !isBlank })
  if (error) {
    return (
      <Text c="red" role="alert">
        {error.message}
      </Text>
    )
  }
  if (html === undefined && !isBlank) return <Skeleton height={420} aria-busy="true" />
  const document = `<!doctype html><html lang="en" style="color-scheme: ${scheme}"><meta charset="utf-8"><title>Preview</title><link rel="stylesheet" href="/site.css"><body><main>${html ?? ''}</main></body></html>`
  return <iframe className={classes.frame} title="Preview" sandbox="" srcDoc={document} />
}
