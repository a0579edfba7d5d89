import { Alert, Button, Drawer, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Copyable } from '~/ui/Copyable'
import { FactList } from '~/ui/FactList'
import { formatBytes, formatCount, formatSeconds } from '~/ui/format'
import { LoadError } from '~/ui/LoadError'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import classes from './files.module.css'
import { type FileDetail, fileQuery, localAddress } from './queries'
import { fileState } from './states'

/** One file: how it looks, its facts, and its addresses. */
export default function FileDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { data: file, error, refetch } = useQuery(fileQuery(id))
  return (
    <Drawer
      opened
      size={640}
      title={file?.filename ?? 'File'}
      closeButtonProps={{ 'aria-label': 'Close' }}
      onClose={onClose}
    >
      {error && <LoadError error={error} retry={() => void refetch()} />}
      {!file && !error && <Skeleton height={320} aria-busy="true" />}
      {file && <Details file={file} />}
    </Drawer>
  )
}

function Details({ file }: { file: FileDetail }) {
  const { signed, signed_download } = file.urls
  return (
    <Stack gap="lg">
      {file.quarantined_at && (
        <Alert color="red" title="Quarantined">
          {file.quarantine_reason}. Nobody can read this file.
        </Alert>
      )}
      {signed && <Preview file={file} address={localAddress(signed)} />}
      <Group justify="space-between">
        <StatusPill state={fileState(file)} />
        {signed_download && (
          <Button
            variant="default"
            component="a"
            href={localAddress(signed_download)}
            download={file.filename}
            leftSection={<IconDownload size={15} />}
          >
            Download
          </Button>
        )}
      </Group>
      {file.description && <Text size="sm">{file.description}</Text>}
      <FactList
        lines
        facts={[
          ['Type', file.content_type],
          ['Size', `${formatBytes(file.file_size)} (${formatCount(file.file_size)} bytes)`],
          ['Dimensions', dimensionsOf(file)],
          ['Uploaded', <RelativeTime key="u" at={file.created_at} />],
          ['Uploaded by', file.uploaded_by?.name ?? '–'],
          file.deleted_at !== null && [
            'Moved to trash',
            <RelativeTime key="d" at={file.deleted_at} />,
          ],
          ['Downloads', formatCount(file.download_count)],
          ['SHA-256', <Copyable key="s" value={file.checksum_sha256} label="SHA-256" />],
          ['ID', <Copyable key="i" value={file.id} label="ID" />],
        ]}
      />
      <Addresses file={file} />
    </Stack>
  )
}

/** "640 × 480 pixels", "3 min 20 s" or a dash. */
function dimensionsOf({ dimensions }: FileDetail) {
  const { width, height, duration } = dimensions as Record<string, number | undefined>
  if (width && height) return `${formatCount(width)} × ${formatCount(height)} pixels`
  return duration ? formatSeconds(duration) : '–'
}

function Addresses({ file: { id, urls } }: { file: FileDetail }) {
  return (
    <section aria-label="Addresses">
      <Title order={2}>Addresses</Title>
      <FactList
        lines
        facts={[
          ['In a page', <Copyable key="f" value={`/f/${id}`} label="address in a page" />],
          urls.public !== null && [
            'Public',
            <Copyable key="p" value={urls.public} label="public address" />,
          ],
          urls.signed !== null && [
            'For up to two hours',
            <Copyable key="s" value={urls.signed} label="signed link" />,
          ],
          ['API', <Copyable key="a" value={urls.download} label="address of the API" />],
        ]}
      />
      <Text size="sm" c="dimmed">
        A picture or link in a page, such as ![Plan](/f/{id}), shows the file to visitors while the
        page is published.
      </Text>
    </section>
  )
}

const PICTURES = /^image\/(png|jpeg|gif|webp|avif|bmp)$/

function Preview({ file, address }: { file: FileDetail; address: string }) {
  const { content_type: type, filename } = file
  const thumbnail = file.urls.signed_thumbnail
  if (thumbnail || PICTURES.test(type)) {
    const shown = thumbnail ? localAddress(thumbnail) : address
    return <img className={classes.preview} src={shown} alt={filename} />
  }
  // biome-ignore lint/a11y/useMediaCaption: there are none for files that users upload
  if (type.startsWith('video/')) return <video className={classes.preview} src={address} controls />
  // biome-ignore lint/a11y/useMediaCaption: the same
  if (type.startsWith('audio/')) return <audio src={address} controls />
  return null
}
