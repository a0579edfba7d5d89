import {
  Alert,
  Badge,
  Button,
  Drawer,
  Group,
  Skeleton,
  Stack,
  Tabs,
  Text,
  Title,
} from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useCan } from '~/session'
import { Copyable } from '~/ui/Copyable'
import { FactList } from '~/ui/FactList'
import { formatBytes, formatCount, formatSeconds } from '~/ui/format'
import { LoadError } from '~/ui/LoadError'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import classes from './files.module.css'
import { type FileDetail, fileQuery, localAddress } from './queries'
import { fileState } from './states'

const Versions = lazy(() => import('./Versions'))
const ShareLinks = lazy(() => import('./ShareLinks'))
const FileUsage = lazy(() => import('./FileUsage'))

/** One file: how it looks, its facts and addresses, its versions, links to it, and where it is shown. */
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
      {file && <FileTabs file={file} onClose={onClose} />}
    </Drawer>
  )
}

function FileTabs({ file, onClose }: { file: FileDetail; onClose: () => void }) {
  const mayShare = useCan('files.share')
  return (
    <Tabs defaultValue="details" keepMounted={false}>
      <Tabs.List aria-label="About this file" mb="md">
        <Tabs.Tab value="details">Details</Tabs.Tab>
        <Tabs.Tab value="versions">Versions</Tabs.Tab>
        {mayShare && <Tabs.Tab value="links">Links</Tabs.Tab>}
        <Tabs.Tab value="usage">Shown in</Tabs.Tab>
      </Tabs.List>
      <Suspense fallback={<Skeleton height={240} aria-busy="true" />}>
        <Tabs.Panel value="details">
          <Details file={file} />
        </Tabs.Panel>
        <Tabs.Panel value="versions">
          <Versions file={file} onClose={onClose} />
        </Tabs.Panel>
        <Tabs.Panel value="links">
          <ShareLinks file={file} />
        </Tabs.Panel>
        <Tabs.Panel value="usage">
          <FileUsage id={file.id} />
        </Tabs.Panel>
      </Suspense>
    </Tabs>
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
          file.tags.length > 0 && ['Tags', <Tags key="t" file={file} />],
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

function Tags({ file: { tags } }: { file: FileDetail }) {
  return (
    <Group gap={4}>
      {tags.map(({ id, name }) => (
        <Badge key={id} variant="default" tt="none">
          {name}
        </Badge>
      ))}
    </Group>
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
