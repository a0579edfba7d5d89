import { Anchor, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Role } from '~/roles'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { formatNoun } from '~/ui/format'
import { toast } from '~/ui/toast'
import { deleteRole } from './queries'

type Props = { role: Role; onDone: () => void; onClose: () => void }

/** A role that is assigned cannot be deleted; the dialog links to its users. */
export default function DeleteRole({ role, onDone, onClose }: Props) {
  if (role.users_count > 0) return <InUse role={role} onClose={onClose} />
  return (
    <ConfirmDanger
      title={`Delete ${role.display_name}?`}
      actionLabel="Delete role"
      onConfirm={() => deleteRole(role.id)}
      onDone={() => {
        toast.done(`The role ${role.display_name} was deleted.`)
        onDone()
      }}
      onClose={onClose}
    >
      No user has this role. It cannot be deleted while a pending{' '}
      <Anchor
        inherit
        underline="always"
        renderRoot={(props) => <Link to="/invitations" {...props} />}
      >
        invitation
      </Anchor>{' '}
      includes it. This cannot be undone.
    </ConfirmDanger>
  )
}

function InUse({ role, onClose }: Pick<Props, 'role' | 'onClose'>) {
  const users = `${formatNoun(role.users_count, 'user')} ${role.users_count === 1 ? 'has' : 'have'}`
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${role.display_name} is in use`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack gap="md">
        <Text>{users} this role. Assign another role first, then delete it.</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
          <Button
            renderRoot={(props) => <Link to="/users" search={{ role: role.name }} {...props} />}
          >
            Show users
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
