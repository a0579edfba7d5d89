import { Button, Group, Select, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCanUnlessImpersonating } from '../../session'
import { ConfirmDanger } from '../ConfirmDanger'
import { LoadError } from '../LoadError'
import { RelativeTime } from '../RelativeTime'
import { toast } from '../toast'
import { diffLines } from './diff'
import classes from './documents.module.css'
import {
  type DocumentVersion,
  type EditorKind,
  versionQuery,
  versionsQuery,
  type WorkingDocument,
} from './editorKind'

const SHOWN = 100

type Props<D extends WorkingDocument> = { kind: EditorKind<D>; document: D }

/** Versions of a document, with what each changed. */
export default function History<D extends WorkingDocument>({ kind, document }: Props<D>) {
  const versions = useQuery(versionsQuery(kind, document.id, { per_page: SHOWN }))
  const [chosen, setChosen] = useState<number | null>(null)
  const [restoring, setRestoring] = useState(false)
  const mayRestore = useCanUnlessImpersonating(kind.permissions.update)
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
            label: [`Version ${one.version}`, noteOf(one, document)].filter(Boolean).join(', '),
          }))}
          value={String(version)}
          allowDeselect={false}
          onChange={(value) => setChosen(Number(value))}
        />
        {mayRestore && version !== document.version && (
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
      <Changes kind={kind} id={document.id} version={version} />
      {restoring && (
        <ConfirmDanger
          title={`Restore version ${version}?`}
          actionLabel="Restore version"
          onConfirm={() => kind.restoreVersion(document.id, version)}
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

type ChangesProps<D extends WorkingDocument> = { kind: EditorKind<D>; id: string; version: number }

/** What a version changed. */
function Changes<D extends WorkingDocument>({ kind, id, version }: ChangesProps<D>) {
  const after = useQuery(versionQuery(kind, id, version))
  const before = useQuery({ ...versionQuery(kind, id, version - 1), enabled: version > 1 })
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

function noteOf({ version }: DocumentVersion, document: WorkingDocument) {
  if (version === document.published_version) return 'published'
  if (version === document.scheduled_version) return 'scheduled'
  return version === document.version ? 'current' : ''
}
