import { type Ctx, requireUser, type Tx } from '@powernode/server/platform/db/context.ts'
import {
  Choice,
  Flag,
  ListOf,
  Nullable,
  Shape,
  Text,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import {
  type NotificationKind,
  notificationKindNames,
} from '@powernode/server/platform/notifications.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { alwaysOnReason, type DeliveryChannel, kindOf } from './kinds.ts'
import { notificationStream } from './stream.ts'

const Kind = Choice(notificationKindNames, 'Kind of notification')
const Channel = Choice(['in_app', 'mail'], 'In the web app, or by email')

const ChannelPreference = Shape('NotificationChannelChoice', {
  enabled: Flag('Whether the channel is enabled'),
  default: Flag('Whether the channel is enabled by default'),
  fixed_because: Nullable(
    Text(200, { description: 'Why the channel cannot be changed; null if it can' }),
  ),
})

export const Preferences = ListOf(
  Shape('NotificationPreference', {
    kind: Kind,
    category: Text(50, { description: 'Category', examples: ['Security'] }),
    label: Text(100, { description: 'Display name', examples: ['A user joined'] }),
    description: Text(200, { description: 'When it is sent, and to whom' }),
    in_app: ChannelPreference,
    mail: ChannelPreference,
  }),
  { description: 'All kinds of notification that you can get' },
)

export const PreferenceChanges = Shape('NotificationPreferenceChanges', {
  preferences: ListOf(
    Shape('NotificationPreferenceChange', {
      kind: Kind,
      channel: Channel,
      enabled: Flag('Whether to enable the channel'),
    }),
    {
      minItems: 1,
      maxItems: 100,
      description: 'Preferences to change; others are kept',
      examples: [[{ kind: 'user_joined', channel: 'mail', enabled: true }]],
    },
  ),
})

type Change = Static<typeof PreferenceChanges>['preferences'][number]

export async function listPreferences(ctx: Ctx): Promise<Static<typeof Preferences>> {
  const rows = await ctx
    .own('notification_preferences')
    .select()
    .select(['kind', 'channel', 'enabled'])
    .where('user_id', '=', requireUser(ctx).userId)
    .execute()
  const preferenceOf = (kind: NotificationKind, channel: DeliveryChannel) => {
    const fixed_because = alwaysOnReason(kind, channel)
    const defaultEnabled = kindOf(kind)[channel]
    const row = rows.find((stored) => stored.kind === kind && stored.channel === channel)
    const enabled = fixed_because ? defaultEnabled : (row?.enabled ?? defaultEnabled)
    return { enabled, default: defaultEnabled, fixed_because }
  }
  const { permissions } = requireUser(ctx)
  const visibleKinds = notificationKindNames.filter((kind) => {
    const { needs } = kindOf(kind)
    return !needs || permissions.has(needs)
  })
  return visibleKinds.map((kind) => {
    const { category, label, description } = kindOf(kind)
    const [in_app, mail] = [preferenceOf(kind, 'in_app'), preferenceOf(kind, 'mail')]
    return { kind, category, label, description, in_app, mail }
  })
}

export async function changePreferences(ctx: Ctx, { preferences }: { preferences: Change[] }) {
  const { userId } = requireUser(ctx)
  for (const { kind, channel } of preferences) {
    const reason = alwaysOnReason(kind, channel)
    if (reason) throw fail.invalid({ preferences: [`${kind} ${channel}: ${reason}`] })
  }
  await ctx.transaction(async (tx) => {
    await storePreferences(tx, userId, preferences)
    await tx.broadcast(notificationStream(userId), {
      type: 'preferences_updated',
      data: { preferences },
      user_id: userId,
      timestamp: tx.now().toISOString(),
    })
  })
  return listPreferences(ctx)
}

/** Stores preferences. If a kind and channel are given twice, the last one applies. */
export async function storePreferences(tx: Tx, user_id: string, changes: Change[]): Promise<void> {
  const latest = new Map(changes.map((change) => [`${change.kind} ${change.channel}`, change]))
  await tx
    .own('notification_preferences')
    .insert([...latest.values()].map((change) => ({ ...change, user_id, updated_at: tx.now() })))
    .onConflict((conflict) =>
      conflict.columns(['user_id', 'kind', 'channel']).doUpdateSet((eb) => ({
        enabled: eb.ref('excluded.enabled'),
        updated_at: eb.ref('excluded.updated_at'),
      })),
    )
    .execute()
  const audited = changes.map(({ kind, channel, enabled }) => [`${kind}.${channel}`, enabled])
  await tx.audit('notification_preference.updated', user_id, {
    userId: user_id,
    new: Object.fromEntries(audited),
  })
}

/** The users with their preferences for a kind. Emails go only to confirmed addresses of active users. */
export function recipientsOf(tx: Tx, userIds: string[], kind: NotificationKind) {
  const isEnabled = (channel: DeliveryChannel) => {
    const defaultEnabled = kindOf(kind)[channel]
    // If email is fixed for the kind, a separate email is sent.
    if (alwaysOnReason(kind, channel)) return sql<boolean>`${channel === 'in_app'}::boolean`
    return sql<boolean>`coalesce((select enabled from notification_preferences p
      where p.user_id = users.id and p.kind = ${kind} and p.channel = ${channel}), ${defaultEnabled})`
  }
  return tx
    .acrossAccounts({ because: 'users with a delegation belong to another account' })
    .selectFrom('users')
    .select(['id', 'name', 'email', isEnabled('in_app').as('in_app')])
    .select(
      sql<boolean>`status = 'active' and email_verified_at is not null
      and ${isEnabled('mail')}`.as('mail'),
    )
    .where('id', 'in', userIds)
    .orderBy('id')
    .execute()
}
