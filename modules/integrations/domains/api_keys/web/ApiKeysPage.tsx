import { Anchor, Button } from '@mantine/core'
import { IconKey, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useCan, useCanUnlessImpersonating, useMe } from '~/session'
import { formatCount, formatNoun } from '~/ui/format'
import { BulkAction } from '~/ui/list/BulkAction'
import { ListPage } from '~/ui/list/ListPage'
import { choiceFilter, stateOptions, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { type ApiKeyDialog, ApiKeyDialogs } from './ApiKeyDialogs'
import { ApiKeyMenu, useHasApiKeyMenu } from './ApiKeyMenu'
import { type ApiKey, apiKeysQuery, setStatus } from './queries'

const columns: Column<ApiKey>[] = [
  {
    key: 'name',
    label: 'Name',
    sort: 'name',
    cell: (key) => (
      <Anchor
        inherit
        fw={500}
        renderRoot={(props) => <Link to="/api_keys/$id" params={{ id: key.id }} {...props} />}
      >
        {key.name}
      </Anchor>
    ),
  },
  {
    key: 'masked_key',
    fact: 'value',
    label: 'Key',
    cell: (key) => <span className="mono">{key.masked_key}</span>,
  },
  { key: 'status', label: 'Status', cell: (key) => <StatusPill state={key.status} /> },
  {
    key: 'environment',
    label: 'Live or test',
    optional: true,
    cell: (key) => (key.environment === 'live' ? 'Live' : 'Test'),
  },
  { key: 'scopes', label: 'Scopes', cell: (key) => key.scopes.length },
  {
    key: 'usage_count',
    label: 'Requests',
    sort: 'usage_count',
    numeric: true,
    cell: (key) => formatCount(key.usage_count),
  },
  {
    key: 'last_used_at',
    fact: 'labelled',
    label: 'Last used',
    sort: 'last_used_at',
    cell: (key) => <RelativeTime at={key.last_used_at} />,
  },
  {
    key: 'expires_at',
    label: 'Expires',
    sort: 'expires_at',
    cell: (key) => <RelativeTime at={key.expires_at} />,
  },
  { key: 'created_by', label: 'Created by', cell: (key) => key.created_by?.name ?? 'Deleted user' },
  {
    key: 'created_at',
    label: 'Created',
    sort: 'created_at',
    optional: true,
    cell: (key) => <RelativeTime at={key.created_at} />,
  },
]

const filters = {
  status: choiceFilter('Status', stateOptions('active', 'revoked', 'expired')),
  environment: choiceFilter('Live or test', stateOptions('live', 'test')),
  expiry: choiceFilter<'soon' | 'while_used'>('Expiry', [
    { value: 'soon', label: 'Within 14 days' },
    { value: 'while_used', label: 'While in use' },
  ]),
}
const sorting = {
  by: ['name', 'usage_count', 'last_used_at', 'expires_at', 'created_at'],
  first: '-created_at',
} as const

export function ApiKeysPage() {
  const state = useListState(filters, sorting)
  const keys = useQuery(apiKeysQuery(state.query))
  const impersonating = useMe().impersonator !== null
  const mayCreate = useCan('api_keys.create') && !impersonating
  const hasMenu = useHasApiKeyMenu()
  const mayRevoke = useCanUnlessImpersonating('api_keys.update')
  const [dialog, setDialog] = useState<ApiKeyDialog | null>(null)
  const closeDialog = () => setDialog(null)
  const create = mayCreate && (
    <Button
      leftSection={<IconPlus size={15} />}
      renderRoot={(props) => <Link to="/api_keys/new" {...props} />}
    >
      Create key
    </Button>
  )
  const stats = keys.data?.meta.stats
  return (
    <>
      <ListPage
        title="API keys"
        plural="API keys"
        state={state}
        query={keys}
        columns={columns}
        nameOf={(key) => key.name}
        primary={create}
        summary={
          stats &&
          stats.total_keys > 0 && (
            <>
              {formatCount(stats.active_keys)} active, {formatCount(stats.revoked_keys)} revoked,{' '}
              {formatCount(stats.expired_keys)} expired.{' '}
              {formatNoun(stats.requests_today, 'request')} today.
            </>
          )
        }
        empty={{
          icon: <IconKey size={28} />,
          sentence:
            'No API keys yet. A key lets a program call the API with the scopes you choose.',
          action: create,
        }}
        {...(hasMenu && {
          menu: (key: ApiKey) => <ApiKeyMenu apiKey={key} onChoose={setDialog} />,
        })}
        {...(mayRevoke && { bulk: revokeSelected })}
      />
      <ApiKeyDialogs dialog={dialog} onClose={closeDialog} onDeleted={closeDialog} />
    </>
  )
}

function revokeSelected(selected: ApiKey[], onDone: () => void) {
  const active = selected.filter(({ status }) => status === 'active')
  return (
    <BulkAction
      label="Revoke"
      rows={active}
      done="revoked"
      run={(key) => setStatus(key, 'revoked')}
      confirm={{
        title: `Revoke ${formatNoun(active.length, 'key')}?`,
        text: 'Requests that use them are rejected. You can activate them again later.',
      }}
      onDone={onDone}
    />
  )
}
