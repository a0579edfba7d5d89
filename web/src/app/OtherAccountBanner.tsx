import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { switchAccount } from '../identity'
import { useMe } from '../session'
import { toast } from '../ui/toast'
import { accessibleQuery } from './accounts'
import { Banner } from './Banner'

/** Shown while working in another account, with a button to switch back. */
export default function OtherAccountBanner() {
  const me = useMe()
  const { data: accounts = [] } = useQuery(accessibleQuery)
  const home = accounts.find((account) => account.home)
  return (
    <Banner
      label="Working in another account"
      action={
        !me.impersonator && (
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => void switchAccount(me.home_account_id).catch(toast.failed)}
          >
            Switch back to {home?.name ?? 'your account'}
          </Button>
        )
      }
    >
      You are working in <b>{me.account.name}</b> with delegated permissions.
    </Banner>
  )
}
