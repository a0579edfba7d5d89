import { Button, Group, Progress, Text } from '@mantine/core'
import { useEffect } from 'react'
import { formatBytes, formatNoun } from '~/ui/format'
import { Rows } from '~/ui/Rows'
import { StatusPill } from '~/ui/StatusPill'
import classes from './files.module.css'
import {
  cancelUpload,
  clearUploads,
  restoreUploads,
  retryUpload,
  type UploadItem,
  useUploads,
} from './uploads'

/** The uploads of this tab until they are cleared, and those that were interrupted. */
export function Uploads({ onChoose }: { onChoose: () => void }) {
  const uploads = useUploads()
  useEffect(restoreUploads, [])
  if (uploads.length === 0) return null
  const count = (...states: UploadItem['state'][]) =>
    uploads.filter(({ state }) => states.includes(state)).length
  const running = count('waiting', 'sending')
  const interrupted = count('interrupted')
  return (
    <section aria-label="Uploads" className={classes.uploads}>
      <Group justify="space-between">
        <Text size="sm" role="status">
          {sentence(running, interrupted)}
        </Text>
        <Group gap="xs">
          {interrupted > 0 && (
            <Button size="xs" variant="default" onClick={onChoose}>
              Choose files again
            </Button>
          )}
          <Button
            size="xs"
            variant="default"
            disabled={count('done', 'failed') === 0}
            onClick={clearUploads}
          >
            Clear
          </Button>
        </Group>
      </Group>
      <Rows label="Uploads">
        {uploads.map((item) => (
          <Row key={item.id} item={item} />
        ))}
      </Rows>
    </section>
  )
}

function sentence(running: number, interrupted: number) {
  if (running > 0) return `${formatNoun(running, 'upload')} running`
  if (interrupted === 0) return 'All uploads have ended'
  return `${formatNoun(interrupted, 'upload')} interrupted. Choose the same file again, and it goes on where it stopped.`
}

function Row({ item }: { item: UploadItem }) {
  const { id, filename, size, state, sent, problem } = item
  const percent = size > 0 ? (100 * sent) / size : 0
  const isOpen = state === 'waiting' || state === 'sending' || state === 'interrupted'
  return (
    <Rows.Row>
      <StatusPill state={pills[state]} />
      <span className={classes.upload}>
        <span className={classes.name}>{filename}</span>
        {state === 'sending' && (
          <Progress value={percent} aria-label={`Progress of ${filename}`} size="sm" />
        )}
        {problem && <Text size="sm">{problem}</Text>}
      </span>
      <Rows.More>
        <Group gap="xs" wrap="nowrap">
          {state === 'failed' && (
            <Button size="xs" variant="default" onClick={() => retryUpload(id)}>
              Try again
            </Button>
          )}
          {isOpen && (
            <Button
              size="xs"
              variant="default"
              aria-label={`Cancel ${filename}`}
              onClick={() => void cancelUpload(item)}
            >
              Cancel
            </Button>
          )}
          {formatBytes(size)}
        </Group>
      </Rows.More>
    </Rows.Row>
  )
}

const pills = {
  waiting: 'pending',
  sending: 'running',
  done: 'completed',
  failed: 'failed',
  interrupted: 'interrupted',
} as const
