import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import type { AuditLog } from '../../api'
import { actorOf, type Part, predicateOf } from './sentence'
import { useActivity } from './useActivity'

type Props = {
  entry: AuditLog
  /** The number of entries that it stands for. */
  count?: number
  /** The record of the page that shows it. */
  recordId?: string | undefined
  /** Left out where every entry has the same actor, except for impersonators. */
  withActor?: boolean
}

/** "Ada Lovelace sent 6 tests to https://example.com/hooks", with links to the records. */
export function ActivitySentence({ entry, count = 1, recordId, withActor = true }: Props) {
  const { grammar } = useActivity()
  const predicate = predicateOf(entry, grammar, { count, pageOf: recordId })
  if (!withActor && !entry.impersonator) return <Parts parts={capitalized(predicate)} />
  return (
    <>
      <b>
        <Parts parts={actorOf(entry)} />
      </b>{' '}
      <Parts parts={predicate} />
    </>
  )
}

function Parts({ parts }: { parts: Part[] }) {
  const { pageOf } = useActivity()
  return parts.map(({ text, record }) => {
    const page = record && pageOf(record.type)
    if (!page) return <Fragment key={text}>{text}</Fragment>
    return (
      <Anchor
        key={text}
        inherit
        td="underline"
        renderRoot={(props) => <Link to={page} params={{ id: record.id }} {...props} />}
      >
        {text}
      </Anchor>
    )
  })
}

function capitalized([first, ...others]: Part[]): Part[] {
  if (!first) return []
  return [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...others]
}
