import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useCan, useMe } from '../session'

type Props = { user: { id: string; name: string; account: { id: string } } }

/** The name of a user of any account. It links to the user's page, which exists for users of the signed-in account. */
export function UserName({ user: { id, name, account } }: Props) {
  const isColleague = useMe().account.id === account.id
  if (!useCan('users.read') || !isColleague) return name
  return (
    <Anchor
      inherit
      fw={500}
      renderRoot={(props) => <Link to="/users/$id" params={{ id }} {...props} />}
    >
      {name}
    </Anchor>
  )
}
