import { Progress as Bar, Button, Group, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { formatBytes, formatNoun } from '~/ui/format'
import { StatusPill } from '~/ui/StatusPill'
import type { AuditExport } from './queries'

/** Progress of an export. The caller refetches it. */
export function ExportProgress({ file }: { file: AuditExport }) {
  const rows = entryCount(file.row_count)
  return (
    <div aria-live="polite">
      <Group justify="space-between" mb="xs">
        <StatusPill state={file.status} />
        <Text size="sm" c="dimmed">
          {file.status === 'completed'
            ? `${rows}, ${formatBytes(file.size_bytes)}`
            : `${rows} so far`}
        </Text>
      </Group>
      <Bar value={file.progress} aria-label="Progress" />
      {file.error && (
        <Text size="sm" mt="xs" c="var(--mantine-color-error)" role="alert">
          The export failed: {file.error}
        </Text>
      )}
    </div>
  )
}

/** A plain link with a signed URL, so that the browser streams the file to disk. */
export function DownloadLink({ file, compact }: { file: AuditExport; compact?: true }) {
  return (
    <Button
      component="a"
      href={file.download_url ?? undefined}
      download
      leftSection={<IconDownload size={15} />}
      {...(compact && { variant: 'default', size: 'compact-xs' })}
    >
      Download
    </Button>
  )
}

export const nounOf = (count: number) => (count === 1 ? 'entry' : 'entries')

/** "1 entry", "2,000 entries". */
const entryCount = (count: number) => formatNoun(count, 'entry', 'entries')
