import { Button, Group, Progress, Text } from '@mantine/core'
import { formatBytes, formatNoun } from '~/ui/format'
import { Rows } from '~/ui/Rows'
import { StatusPill } from '~/ui/StatusPill'
import classes from './files.module.css'
import { clearUploads, retryUpload, type UploadItem, useUploads } from './uploads'

/** The uploads of this tab, until they are cleared. */
export function Uploads() {
  const uploads = useUploads()
  if (uploads.length === 0) return null
  const running = uploads.filter(({ state }) => state === 'waiting' || state === 'sending').length
  return (
    <section aria-label="Uploads" className={classes.uploads}>
      <Group justify="space-between">
        <Text size="sm" role="status">
          {running > 0 ? `${formatNoun(running, 'upload')} running` : 'All uploads have ended'}
        </Text>
        <Button
          size="xs"
          variant="default"
          disabled={running === uploads.length}
          onClick={clearUploads}
        >
          Clear
        </Button>
      </Group>
      <Rows label="Uploads">
        {uploads.map((item) => (
          <Row key={item.id} item={item} />
        ))}
      </Rows>
    </section>
  )
}

function Row({ item: { id, file, state, sent, problem } }: { item: UploadItem }) {
  const percent = file.size > 0 ? (100 * sent) / file.size : 0
  return (
    <Rows.Row>
      <StatusPill state={pills[state]} />
      <span className={classes.upload}>
        <span className={classes.name}>{file.name}</span>
        {state === 'sending' && (
          <Progress value={percent} aria-label={`Progress of ${file.name}`} size="sm" />
        )}
        {problem && <Text size="sm">{problem}</Text>}
      </span>
      <Rows.More>
        {state === 'failed' ? (
          <Button size="xs" variant="default" onClick={() => retryUpload(id)}>
            Try again
          </Button>
        ) : (
          formatBytes(file.size)
        )}
      </Rows.More>
    </Rows.Row>
  )
}

const pills = {
  waiting: 'pending',
  sending: 'running',
  done: 'completed',
  failed: 'failed',
} as const
