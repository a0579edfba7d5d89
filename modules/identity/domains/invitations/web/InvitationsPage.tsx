import { Button, Menu } from '@mantine/core'
import { IconMailForward, IconMailPlus, IconPlus, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useCanUnlessImpersonating } from '~/session'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { formatNoun } from '~/ui/format'
import { BulkAction } from '~/ui/list/BulkAction'
import { ListPage } from '~/ui/list/ListPage'
import { choiceFilter, stateOptions, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { useNewDrawer } from '~/ui/list/useNewDrawer'
import { RelativeTime } from '~/ui/RelativeTime'
import { RoleNames } from '~/ui/RoleNames'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import { cancel, type Invitation, invitationsQuery, resend } from './queries'

const InviteDrawer = lazy(() => import('./InviteDrawer'))

const voidReasons: Record<NonNullable<Invitation['void_reason']>, string> = {
  account_inactive: 'The account is suspended.',
  role_deleted: 'One of its roles was deleted. Send a new invitation.',
  inviter_lost_rights: 'The sender can no longer assign its roles. Resend it.',
}

const columns: Column<Invitation>[] = [
  { key: 'email', label: 'Email', sort: 'email', cell: (one) => one.email },
  { key: 'name', label: 'Name', cell: (one) => one.name ?? '–' },
  { key: 'roles', fact: 'value', label: 'Roles', cell: (one) => <RoleNames names={one.roles} /> },
  {
    key: 'status',
    label: 'Status',
    cell: ({ status, void_reason }) =>
      void_reason ? (
        <>
          <StatusPill state="void" /> {voidReasons[void_reason]}
        </>
      ) : (
        <StatusPill state={status} />
      ),
  },
  { key: 'inviter', label: 'Invited by', cell: (one) => one.inviter?.name ?? '–' },
  {
    key: 'created_at',
    fact: 'labelled',
    label: 'Sent',
    sort: 'created_at',
    cell: (one) => <RelativeTime at={one.created_at} />,
  },
  {
    key: 'expires_at',
    label: 'Expires',
    sort: 'expires_at',
    cell: ({ status, expires_at }) =>
      status === 'accepted' || status === 'cancelled' ? '–' : <RelativeTime at={expires_at} />,
  },
  {
    key: 'accepted_at',
    label: 'Accepted',
    optional: true,
    cell: (one) => <RelativeTime at={one.accepted_at} never="–" />,
  },
]

const filters = {
  status: choiceFilter('Status', stateOptions('pending', 'accepted', 'expired', 'cancelled')),
}
const sorting = { by: ['email', 'created_at', 'expires_at'], first: '-created_at' } as const

const isPending = ({ status }: Invitation) => status === 'pending'
const isSendable = ({ status }: Invitation) => status === 'pending' || status === 'expired'

export function InvitationsPage() {
  const state = useListState(filters, sorting)
  const invitations = useQuery(invitationsQuery(state.query))
  const can = {
    invite: useCanUnlessImpersonating('invitations.create'),
    cancel: useCanUnlessImpersonating('invitations.delete'),
  }
  const drawer = useNewDrawer()
  const [cancelling, setCancelling] = useState<Invitation | null>(null)
  const invite = can.invite && (
    <Button leftSection={<IconPlus size={15} />} onClick={drawer.open}>
      Invite user{' '}
    </Button>
  )
  const resendTo = (one: Invitation) =>
    resend(one).then(() => toast.done(`A new link was sent to ${one.email}.`), toast.failed)

  return (
    <>
      <ListPage
        title="Invitations"
        plural="invitations"
        state={state}
        query={invitations}
        columns={columns}
        nameOf={(one) => one.email}
        primary={invite}
        empty={{
          icon: <IconMailPlus size={28} />,
          sentence: 'No invitations yet. Invited users choose their own name and password.',
          action: invite,
        }}
        {...((can.invite || can.cancel) && {
          bulk: (selected: Invitation[], onDone: () => void) => {
            const pending = selected.filter(isPending)
            return (
              <>
                {can.invite && (
                  <BulkAction
                    label="Resend"
                    rows={selected.filter(isSendable)}
                    done="sent again"
                    run={resend}
                    onDone={onDone}
                  />
                )}
                {can.cancel && (
                  <BulkAction
                    label="Cancel invitations"
                    rows={pending}
                    done="cancelled"
                    run={cancel}
                    confirm={{
                      title: `Cancel ${formatNoun(pending.length, 'invitation')}?`,
                      text: 'The links that were sent stop working. You can invite them again later.',
                    }}
                    onDone={onDone}
                  />
                )}
              </>
            )
          },
        })}
        menu={(one) => {
          const sendable = can.invite && isSendable(one)
          const cancellable = can.cancel && isPending(one)
          if (!sendable && !cancellable) return null
          return (
            <>
              {sendable && (
                <Menu.Item
                  leftSection={<IconMailForward size={15} />}
                  onClick={() => void resendTo(one)}
                >
                  {' '}
                  Resend
                </Menu.Item>
              )}
              {cancellable && (
                <Menu.Item
                  color="red"
                  leftSection={<IconX size={15} />}
                  onClick={() => setCancelling(one)}
                >
                  Cancel invitation
                </Menu.Item>
              )}
            </>
          )
        }}
      />
      <Suspense>{drawer.opened && can.invite && <InviteDrawer onClose={drawer.close} />}</Suspense>
      {cancelling && (
        <ConfirmDanger
          title="Cancel this invitation?"
          actionLabel="Cancel invitation"
          cancelLabel="Keep invitation"
          onConfirm={() => cancel(cancelling)}
          onDone={() => {
            toast.done(`The invitation for ${cancelling.email} was cancelled.`)
            setCancelling(null)
          }}
          onClose={() => setCancelling(null)}
        >
          The link sent to {cancelling.email} stops working. You can invite them again later.
        </ConfirmDanger>
      )}
    </>
  )
}
