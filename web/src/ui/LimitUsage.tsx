import { Skeleton, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api, type Data, data } from '../api'
import classes from './LimitUsage.module.css'
import { LoadError } from './LoadError'

type Usage = Data<'/api/v1/accounts/usage', 'get'>

const measures: { name: keyof Usage; singular: string; plural: string }[] = [
  { name: 'max_users', singular: 'user', plural: 'users' },
  { name: 'max_api_keys', singular: 'active API key', plural: 'active API keys' },
  { name: 'max_webhooks', singular: 'active webhook', plural: 'active webhooks' },
]

/** How much of its limits an account uses: the current one, or another with `admin.accounts.read`. */
export function LimitUsage({ accountId }: { accountId?: string }) {
  const usage = useQuery({
    queryKey: ['accounts', 'usage', accountId],
    queryFn: ({ signal }) => {
      const query = accountId ? { account_id: accountId } : {}
      return data(api.GET('/api/v1/accounts/usage', { params: { query }, signal }))
    },
  })
  if (usage.isPending) return <Skeleton height={72} aria-busy="true" />
  if (usage.error) return <LoadError error={usage.error} retry={() => void usage.refetch()} />
  return (
    <Stack gap="sm">
      {measures.map(({ name, singular, plural }) => {
        const measure = usage.data[name]
        return (
          <div key={name}>
            <span>{sentence(measure, measure.current === 1 ? singular : plural)}</span>
            {!measure.unlimited && (
              <progress
                className={classes.bar}
                value={measure.percentage}
                max={100}
                data-full={measure.percentage >= 100 || undefined}
                aria-label={`Used ${plural}`}
              />
            )}
          </div>
        )
      })}
    </Stack>
  )
}

function sentence({ current, limit, unlimited, percentage }: Usage['max_users'], noun: string) {
  const used = `${current.toLocaleString('en')} ${noun}`
  if (unlimited) return `${used} (no limit)`
  return `${used} of ${limit.toLocaleString('en')} (${Math.round(percentage)}% used)`
}
