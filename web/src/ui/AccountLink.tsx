import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'

type Props = {
  account: { id: string; name: string }
  /** 500 for the name of a row. */
  fw?: 500
}

/** The name of an account, linked to its page, for those who can see every account. */
export const AccountLink = ({ account: { id, name }, fw }: Props) => (
  <Anchor
    inherit
    {...(fw && { fw })}
    renderRoot={(props) => <Link to="/admin/accounts/$id" params={{ id }} {...props} />}
  >
    {name}
  </Anchor>
)
