import { Anchor, Button, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useParam } from '~/params'
import { useCanUnlessImpersonating } from '~/session'
import { SettingsSection } from '~/ui/SettingsLayout'
import { StatusPill } from '~/ui/StatusPill'
import { formatDate } from '~/ui/times'
import { toast } from '~/ui/toast'
import { clockOfAccountQuery, createTestClock } from './queries'

/** The test clock of the account whose page is shown. Nothing where there can be none, as in production. */
export function AccountClock() {
  const id = useParam('id')
  const { data: clock } = useQuery({ ...clockOfAccountQuery(id), retry: false })
  if (clock === undefined) return null
  return (
    <SettingsSection
      title="Test clock"
      description="Moves the billing of this account forward in time, to watch renewals, retries and emails happen."
      aside={clock && clock.status !== 'ready' && <StatusPill state={clock.status} />}
    >
      {clock ? (
        <Text>
          For billing, it is {formatDate(clock.billing_time)}.{' '}
          <Anchor
            inherit
            renderRoot={(props) => (
              <Link to="/admin/test_clocks/$id" params={{ id: clock.id }} {...props} />
            )}
          >
            Open the clock
          </Anchor>
        </Text>
      ) : (
        <Create accountId={id} />
      )}
    </SettingsSection>
  )
}

function Create({ accountId }: { accountId: string }) {
  const navigate = useNavigate()
  const mayCreate = useCanUnlessImpersonating('admin.test_clocks.create')
  const create = useMutation({
    mutationFn: createTestClock,
    onSuccess: ({ id }) => void navigate({ to: '/admin/test_clocks/$id', params: { id } }),
    onError: toast.failed,
  })
  if (!mayCreate) return <Text c="dimmed">This account has no test clock.</Text>
  return (
    <Button variant="default" loading={create.isPending} onClick={() => create.mutate(accountId)}>
      Create test clock
    </Button>
  )
}
