import { Alert, Button, Drawer, Group, Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Meta } from '~/api'
import { FormProblem, useApiForm } from '~/ui/form'
import { formatTotal } from '~/ui/format'
import { DownloadLink, ExportProgress, nounOf } from './ExportProgress'
import { filterText } from './filters'
import { type AuditExport, type AuditFilters, exportQuery, startExport } from './queries'

type Props = { filters: AuditFilters; matching: Meta | undefined; onClose: () => void }

/** Exports the filtered entries to a file and shows the progress. */
export default function ExportDrawer({ filters, matching, onClose }: Props) {
  const [id, setId] = useState<string | null>(null)
  return (
    <Drawer
      opened
      onClose={onClose}
      title="Export the audit log"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {id ? (
        <Progress id={id} onClose={onClose} />
      ) : (
        <ExportForm filters={filters} matching={matching} onStarted={setId} onClose={onClose} />
      )}
    </Drawer>
  )
}

function ExportForm({
  filters,
  matching,
  onStarted,
  onClose,
}: Props & { onStarted: (id: string) => void }) {
  const form = useApiForm({
    initialValues: { format: 'csv' as AuditExport['format'] },
    submit: ({ format }) => startExport(format, filters),
    onDone: ({ id }) => onStarted(id),
  })
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <Stack gap="md">
        <FormProblem problem={form.problem} />
        <Text size="sm">
          {matching ? `${formatTotal(matching)} ${nounOf(matching.total_count)}` : 'Entries'}
          {describe(filters)}. You will be notified when the file is ready. It is kept for 24 hours.
        </Text>
        <Select
          label="Format"
          data={[
            { value: 'csv', label: 'CSV, for a spreadsheet' },
            { value: 'json', label: 'JSON, for a program' },
          ]}
          allowDeselect={false}
          {...form.form.getInputProps('format')}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={form.busy}>
            Start export
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function Progress({ id, onClose }: { id: string; onClose: () => void }) {
  const { data: file, error } = useQuery(exportQuery(id))
  return (
    <Stack gap="md">
      {error && (
        <Alert color="red" role="alert">
          {error.message}
        </Alert>
      )}
      {file && <ExportProgress file={file} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          Close
        </Button>
        {file?.download_url && <DownloadLink file={file} />}
      </Group>
    </Stack>
  )
}

/** The filters as text, labelled like their chips. */
function describe(filters: AuditFilters) {
  const parts = Object.entries(filters).map(([name, value]) => filterText(name, value))
  return parts.length > 0
    ? ` that match ${new Intl.ListFormat('en').format(parts)}`
    : ' of the account'
}
