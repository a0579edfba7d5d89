import { Anchor, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Role } from '~/roles'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { toast } from '~/ui/toast'
import { deleteRole } from './queries'

type Props = { role: Role; onDone: () => void; onClose: () => void }

/** A role that somebody holds stays; whoever wants it gone learns whom to ask first. */
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
      Nobody holds it. It stays as long as an open{' '}
      <Anchor
        inherit
        underline="always"
        renderRoot={(props) => <Link to="/invitations" {...props} />}
      >
        invitation
      </Anchor>{' '}
      gives it. This cannot be undone.
    </ConfirmDanger>
  )
}

function InUse({ role, onClose }: Pick<Props, 'role' | 'onClose'>) {
  const people = role.users_count === 1 ? 'One person holds' : `${role.users_count} people hold`
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${role.display_name} is in use`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack gap="md">
        <Text>{people} this role. Give them another one first, then delete it.</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
          <Button
            renderRoot={(props) => <Link to="/users" search={{ role: role.name }} {...props} />}
          >
            Show who holds it
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
