import { ActionIcon, Button, CopyButton, Group, Progress } from '@mantine/core'
import { IconCheck, IconDownload, IconLink } from '@tabler/icons-react'
import { formatPercent } from '~/ui/format'
import { Tip } from '~/ui/Tip'
import type { Report } from './queries'

/** The file of a report, with a link to copy; while it is written, how far it is. */
export function ReportFile({ report }: { report: Report }) {
  const { download_url, status, progress, name } = report
  if (download_url) return <FileLink name={name} url={download_url} />
  if (status !== 'pending' && status !== 'processing') return '–'
  return (
    <Tip label={formatPercent(progress)}>
      <Progress value={progress} w={96} aria-label={`Progress of ${name}`} />
    </Tip>
  )
}

/** A plain link with a signed URL, so that the browser streams the file to disk. */
function FileLink({ name, url }: { name: string; url: string }) {
  return (
    <Group gap={4} wrap="nowrap">
      <Button
        component="a"
        href={url}
        download
        variant="default"
        size="compact-xs"
        leftSection={<IconDownload size={15} />}
      >
        Download
      </Button>
      <CopyButton value={url}>
        {({ copied, copy }) => (
          <Tip label={copied ? 'Copied' : 'Copy link: it works without signing in'}>
            <ActionIcon size="sm" onClick={copy} aria-label={`Copy the link of ${name}`}>
              {copied ? <IconCheck size={14} /> : <IconLink size={14} />}
            </ActionIcon>
          </Tip>
        )}
      </CopyButton>
    </Group>
  )
}
