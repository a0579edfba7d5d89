import { Button, Group, Select, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCanUnlessImpersonating } from '~/session'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { LoadError } from '~/ui/LoadError'
import { RelativeTime } from '~/ui/RelativeTime'
import { toast } from '~/ui/toast'
import { diffLines } from './diff'
import classes from './pages.module.css'
import {
  type PageDetail,
  type PageVersion,
  restoreVersion,
  versionQuery,
  versionsQuery,
} from './queries'

const SHOWN = 100

/** Versions of a page, each compared with the one before or with what is edited now. */
export default function History({ page }: { page: PageDetail }) {
  const versions = useQuery(versionsQuery(page.id, { per_page: SHOWN }))
  const [chosen, setChosen] = useState<number | null>(null)
  const [restoring, setRestoring] = useState(false)
  const mayRestore = useCanUnlessImpersonating('pages.update')
  if (versions.error) {
    return <LoadError error={versions.error} retry={() => void versions.refetch()} />
  }
  if (!versions.data) return <Skeleton height={320} aria-busy="true" />
  const rows = versions.data.data
  const version = chosen ?? rows[0]?.version ?? 1
  const shown = rows.find((one) => one.version === version)
  return (
    <Stack gap="md">
      <Group align="flex-end" gap="sm">
        <Select
          label="Version"
          w={320}
          data={rows.map((one) => ({
            value: String(one.version),
            label: [`Version ${one.version}`, noteOf(one, page)].filter(Boolean).join(', '),
          }))}
          value={String(version)}
          allowDeselect={false}
          onChange={(value) => setChosen(Number(value))}
        />
        {mayRestore && version !== page.version && (
          <Button variant="default" onClick={() => setRestoring(true)}>
            Restore
          </Button>
        )}
      </Group>
      {shown && (
        <Text size="sm" c="dimmed">
          {shown.author?.name ?? 'Somebody'}, last saved <RelativeTime at={shown.updated_at} />
        </Text>
      )}
      <Changes pageId={page.id} version={version} />
      {restoring && (
        <ConfirmDanger
          title={`Restore version ${version}?`}
          actionLabel="Restore version"
          onConfirm={() => restoreVersion(page.id, version)}
          onDone={() => {
            toast.done(`Version ${version} was restored as a new version.`)
            setRestoring(false)
            setChosen(null)
          }}
          onClose={() => setRestoring(false)}
        >
          Its title and text become a new version. What visitors see does not change until you
          publish.
        </ConfirmDanger>
      )}
    </Stack>
  )
}

/** What a version changed. */
function Changes({ pageId, version }: { pageId: string; version: number }) {
  const after = useQuery(versionQuery(pageId, version))
  const before = useQuery({ ...versionQuery(pageId, version - 1), enabled: version > 1 })
  if (!after.data || (version > 1 && before.isPending)) {
    return <Skeleton height={240} aria-busy="true" />
  }
  const lines = diffLines(before.data ? textOf(before.data) : '', textOf(after.data))
  return (
    <section aria-label={`Changes of version ${version}`}>
      <pre className={classes.diff}>
        {lines.map(({ kind, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity
          <span key={index} className={classes.line} data-kind={kind}>
            <span aria-hidden="true">{signs[kind]} </span>
            {kind === 'same' ? text : <Changed kind={kind} text={text} />}
          </span>
        ))}
      </pre>
    </section>
  )
}

const signs = { same: ' ', added: '+', removed: '−' }

function Changed({ kind, text }: { kind: 'added' | 'removed'; text: string }) {
  return kind === 'added' ? <ins>{text}</ins> : <del>{text}</del>
}

const textOf = ({ title, content }: { title: string; content: string }) => `${title}\n\n${content}`

function noteOf({ version }: PageVersion, page: PageDetail) {
  if (version === page.published_version) return 'published'
  if (version === page.scheduled_version) return 'scheduled'
  return version === page.version ? 'current' : ''
}
