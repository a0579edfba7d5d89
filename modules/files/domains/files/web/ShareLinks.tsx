import { Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useCanUnlessImpersonating } from '~/session'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { formatCount, formatNoun } from '~/ui/format'
import { LoadError } from '~/ui/LoadError'
import { RelativeTime } from '~/ui/RelativeTime'
import { Rows } from '~/ui/Rows'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import { type FileDetail, type FileShare, revokeShare, sharesQuery } from './queries'

const NewShareLink = lazy(() => import('./NewShareLink'))

/** The links to a file that were given to people without an account. */
export default function ShareLinks({ file }: { file: FileDetail }) {
  const { data: shares, error, refetch } = useQuery(sharesQuery(file.id))
  const mayShare = useCanUnlessImpersonating('files.share')
  const [adding, setAdding] = useState(false)
  const [revoking, setRevoking] = useState<FileShare | null>(null)
  if (error) return <LoadError error={error} retry={() => void refetch()} />
  if (!shares) return <Skeleton height={120} aria-busy="true" />
  return (
    <Stack gap="md">
      {shares.length > 0 ? (
        <Rows label="Links">
          {shares.map((share) => (
            <Rows.Row key={share.id}>
              <StatusPill state={share.status} />
              <span>{termsOf(share)}</span>
              <Rows.More>
                <Group gap="xs" wrap="nowrap">
                  <RelativeTime at={share.created_at} />
                  {mayShare && share.status === 'active' && (
                    <Button size="xs" variant="default" onClick={() => setRevoking(share)}>
                      Revoke
                    </Button>
                  )}
                </Group>
              </Rows.More>
            </Rows.Row>
          ))}
        </Rows>
      ) : (
        <Text size="sm" c="dimmed">
          Give people without an account a link to this file. You can revoke it at any time.
        </Text>
      )}
      {mayShare && !file.deleted_at && !file.quarantined_at && (
        <Group>
          <Button
            variant="default"
            leftSection={<IconLink size={15} />}
            onClick={() => setAdding(true)}
          >
            Share by link
          </Button>
        </Group>
      )}
      <Suspense>{adding && <NewShareLink file={file} onClose={() => setAdding(false)} />}</Suspense>
      {revoking && (
        <ConfirmDanger
          title="Revoke this link?"
          actionLabel="Revoke"
          onConfirm={() => revokeShare(file.id, revoking.id)}
          onDone={() => {
            toast.done('The link was revoked.')
            setRevoking(null)
          }}
          onClose={() => setRevoking(null)}
        >
          It stops working at once, also for those who opened it before.
        </ConfirmDanger>
      )}
    </Stack>
  )
}

/** "Download, opened 2 of 5 times, with a password" */
function termsOf({ access_level, download_count, max_downloads, has_password }: FileShare) {
  const opened =
    max_downloads === null
      ? `opened ${formatNoun(download_count, 'time')}`
      : `opened ${formatCount(download_count)} of ${formatNoun(max_downloads, 'time')}`
  const verb = access_level === 'view' ? 'View' : 'Download'
  return [verb, opened, ...(has_password ? ['with a password'] : [])].join(', ')
}
