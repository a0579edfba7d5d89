import { Skeleton, Text, useComputedColorScheme } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import classes from './pages.module.css'
import { renderedQuery } from './queries'

const PAUSE_MS = 500

/** The content as the public page shows it, rendered by the server, in a frame that runs nothing. */
export function PreviewFrame({ content }: { content: string }) {
  const [settled] = useDebouncedValue(content, PAUSE_MS)
  const scheme = useComputedColorScheme('light')
  const { data: html, error } = useQuery({ ...renderedQuery(settled), enabled: /\S/.test(settled) })
  if (error) {
    return (
      <Text c="red" role="alert">
        {error.message}
      </Text>
    )
  }
  if (html === undefined && /\S/.test(settled)) return <Skeleton height={420} aria-busy="true" />
  const document = `<!doctype html><html lang="en" style="color-scheme: ${scheme}"><meta charset="utf-8"><title>Preview</title><link rel="stylesheet" href="/site.css"><body><main>${html ?? ''}</main></body></html>`
  return <iframe className={classes.frame} title="Preview" sandbox="" srcDoc={document} />
}
