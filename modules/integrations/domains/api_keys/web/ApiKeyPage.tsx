import { Alert, Button } from '@mantine/core'
import { IconClock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useParam } from '~/params'
import { useCan } from '~/session'
import { DetailPage } from '~/ui/DetailPage'
import { DetailSkeleton } from '~/ui/DetailSkeleton'
import type { Fact } from '~/ui/FactList'
import { formatCount } from '~/ui/format'
import { LoadErrorPage } from '~/ui/LoadError'
import { RowMenu } from '~/ui/list/RowMenu'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { useActivityTab } from '~/ui/useActivityTab'
import { type ApiKeyDialog, ApiKeyDialogs } from './ApiKeyDialogs'
import { ApiKeyMenu, useHasApiKeyMenu } from './ApiKeyMenu'
import { ApiKeyUsageChart } from './ApiKeyUsageChart'
import { type ApiKey, apiKeyQuery } from './queries'
import { ScopeList } from './ScopeList'

export function ApiKeyPage() {
  const id = useParam('id')
  const { data: key, error, refetch } = useQuery(apiKeyQuery(id))
  const navigate = useNavigate()
  const activity = useActivityTab({ resource: { type: 'api_key', id } })
  const mayUpdate = useCan('api_keys.update')
  const hasMenu = useHasApiKeyMenu()
  const [dialog, setDialog] = useState<ApiKeyDialog | null>(null)

  if (error && !key) return <LoadErrorPage error={error} retry={() => void refetch()} />
  if (!key) return <DetailSkeleton blocks={[200, 320]} />
  return (
    <>
      <DetailPage
        parent={{ label: 'API keys', to: '/api_keys' }}
        name={key.name}
        id={key.id}
        status={<StatusPill state={key.status} />}
        actions={
          hasMenu && (
            <>
              {mayUpdate && (
                <Button
                  variant="default"
                  onClick={() => setDialog({ action: 'edit', apiKey: key })}
                >
                  Edit
                </Button>
              )}
              <RowMenu of={key.name}>
                <ApiKeyMenu apiKey={key} onChoose={setDialog} />
              </RowMenu>
            </>
          )
        }
        facts={factsOf(key)}
        notice={
          key.previous_key_expires_at && <PreviousKey expiresAt={key.previous_key_expires_at} />
        }
        tabs={[
          { name: 'usage', label: 'Usage', content: <ApiKeyUsageChart id={id} /> },
          { name: 'scopes', label: 'Scopes', content: <ScopeList names={key.scopes} /> },
          activity,
        ]}
      />
      <ApiKeyDialogs
        dialog={dialog}
        onClose={() => setDialog(null)}
        onDeleted={() => void navigate({ to: '/api_keys' })}
      />
    </>
  )
}

function PreviousKey({ expiresAt }: { expiresAt: string }) {
  return (
    <Alert icon={<IconClock size={18} aria-hidden />} title="The previous key still works">
      It expires <RelativeTime at={expiresAt} />. Until then, both keys are accepted.
    </Alert>
  )
}

function factsOf(key: ApiKey): Fact[] {
  const quota = key.monthly_quota
  return [
    [
      'Key',
      <span key="k" className="mono">
        {key.masked_key}
      </span>,
    ],
    ['Description', key.description ?? '–'],
    ['Created by', key.created_by?.name ?? 'Deleted user (the key no longer works)'],
    ['Created', <RelativeTime key="c" at={key.created_at} />],
    ['Last used', <RelativeTime key="l" at={key.last_used_at} />],
    ['Last used from', key.last_used_ip ?? '–'],
    ['Expires', <RelativeTime key="e" at={key.expires_at} />],
    ['Allowed IP addresses', key.allowed_ips.join(', ') || 'Any'],
    [
      'Requests per minute',
      key.rate_limit_per_minute === null ? 'Default limit' : formatCount(key.rate_limit_per_minute),
    ],
    [
      'Requests this month',
      quota ? `${formatCount(key.quota_used)} of ${formatCount(quota)}` : 'No quota',
    ],
  ]
}
