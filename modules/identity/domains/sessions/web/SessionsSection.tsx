import { Anchor, Button, Skeleton } from '@mantine/core'
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api, data, LARGEST_PAGE, reply } from '~/api'
import { queryClient } from '~/session'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { Items } from '~/ui/Items'
import { LoadError } from '~/ui/LoadError'
import { RelativeTime } from '~/ui/RelativeTime'
import { SettingsSection } from '~/ui/SettingsLayout'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'

/** The user's sessions, the current one first. */
export function SessionsSection() {
  const {
    data: sessions,
    error,
    refetch,
  } = useQuery({
    queryKey: ['sessions'],
    queryFn: ({ signal }) =>
      data(
        api.GET('/api/v1/sessions', {
          params: { query: { ...LARGEST_PAGE, sort: '-last_used_at' } },
          signal,
        }),
      ),
  })
  const [endingAll, setEndingAll] = useState(false)
  const ordered = sessions?.toSorted((one, other) => Number(other.current) - Number(one.current))
  return (
    <SettingsSection
      title="Sessions"
      description={
        <>
          Devices where you are signed in. End every session you don’t recognize, then change your
          password in your{' '}
          <Anchor
            inherit
            underline="always"
            td="underline"
            renderRoot={(props) => <Link to="/profile" {...props} />}
          >
            profile
          </Anchor>
          .
        </>
      }
      aside={
        sessions?.some((one) => !one.current) && (
          <Button variant="default" onClick={() => setEndingAll(true)}>
            End all other sessions{' '}
          </Button>
        )
      }
    >
      {error && <LoadError error={error} retry={() => void refetch()} />}
      {!ordered && !error && <Skeleton height={110} aria-busy="true" />}
      {ordered && (
        <Items label="Sessions">
          {ordered.map(({ id, device, current, ip_address, last_used_at, created_at }) => (
            <Items.Item
              key={id}
              icon={
                /android|ios|iphone/i.test(device) ? (
                  <IconDeviceMobile size={18} stroke={1.7} />
                ) : (
                  <IconDeviceDesktop size={18} stroke={1.7} />
                )
              }
              title={
                <>
                  {device} {current && <StatusPill state="this_device" />}
                </>
              }
              description={
                <>
                  {ip_address ?? 'Unknown address'}, last used <RelativeTime at={last_used_at} />,
                  signed in <RelativeTime at={created_at} />
                </>
              }
              action={
                !current && (
                  <Button
                    variant="default"
                    aria-label={`End session on ${device}`}
                    onClick={() => void end(id)}
                  >
                    End
                  </Button>
                )
              }
            />
          ))}
        </Items>
      )}
      {endingAll && (
        <ConfirmDanger
          title="End all other sessions?"
          actionLabel="End sessions"
          onConfirm={endOthers}
          onDone={() => {
            toast.done('All other sessions were ended.')
            setEndingAll(false)
          }}
          onClose={() => setEndingAll(false)}
        >
          All other browsers and devices are signed out. This one stays signed in.
        </ConfirmDanger>
      )}
    </SettingsSection>
  )
}

const end = (id: string) =>
  reply(api.DELETE('/api/v1/sessions/{id}', { params: { path: { id } } }))
    .then(() => toast.done('The session was ended.'), toast.failed)
    .finally(refetchSessions)

async function endOthers() {
  await reply(api.DELETE('/api/v1/sessions'))
  await refetchSessions()
}

const refetchSessions = () => queryClient.invalidateQueries({ queryKey: ['sessions'] })
