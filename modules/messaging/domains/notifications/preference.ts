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
import { type DeliveryChannel, kindOf, whyAlwaysOn } from './kinds.ts'
import { notificationStream } from './stream.ts'

const Kind = Choice(notificationKindNames, 'What it is about')
const Way = Choice(['in_app', 'mail'], 'On the pages of the web app, or by mail')

const Chosen = Shape('NotificationChannelChoice', {
  enabled: Flag('Whether you are told this way'),
  default: Flag('Whether you are told this way until you choose'),
  fixed_because: Nullable(Text(200, { description: 'Why it cannot be changed' })),
})

export const Preferences = ListOf(
  Shape('NotificationPreference', {
    kind: Kind,
    category: Text(50, { description: 'Heading it stands under', examples: ['Security'] }),
    label: Text(100, { description: 'What people call it', examples: ['A user joined'] }),
    description: Text(200, { description: 'When it happens, and who is told' }),
    in_app: Chosen,
    mail: Chosen,
  }),
  { description: 'Every kind of notification that you may get' },
)

export const PreferenceChanges = Shape('NotificationPreferenceChanges', {
  preferences: ListOf(
    Shape('NotificationPreferenceChange', {
      kind: Kind,
      channel: Way,
      enabled: Flag('Whether to be told this way'),
    }),
    {
      minItems: 1,
      maxItems: 100,
      description: 'What to change; the rest stays',
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
  const chosen = (kind: NotificationKind, channel: DeliveryChannel) => {
    const fixed_because = whyAlwaysOn(kind, channel)
    const usual = kindOf(kind)[channel]
    const row = rows.find((one) => one.kind === kind && one.channel === channel)
    const enabled = fixed_because ? usual : (row?.enabled ?? usual)
    return { enabled, default: usual, fixed_because }
  }
  const { permissions } = requireUser(ctx)
  const concerning = notificationKindNames.filter((kind) => {
    const { needs } = kindOf(kind)
    return !needs || permissions.has(needs)
  })
  return concerning.map((kind) => {
    const { category, label, description } = kindOf(kind)
    const [in_app, mail] = [chosen(kind, 'in_app'), chosen(kind, 'mail')]
    return { kind, category, label, description, in_app, mail }
  })
}

export async function changePreferences(ctx: Ctx, { preferences }: { preferences: Change[] }) {
  const { userId } = requireUser(ctx)
  for (const { kind, channel } of preferences) {
    const because = whyAlwaysOn(kind, channel)
    if (because) throw fail.invalid({ preferences: [`${kind} ${channel}: ${because}`] })
  }
  await ctx.transaction(async (tx) => {
    await choose(tx, userId, preferences)
    await tx.broadcast(notificationStream(userId), {
      type: 'preferences_updated',
      data: { preferences },
      user_id: userId,
      timestamp: tx.now().toISOString(),
    })
  })
  return listPreferences(ctx)
}

/** Writes down what a person chose; of a kind and channel named twice the last counts. */
export async function choose(tx: Tx, user_id: string, changes: Change[]): Promise<void> {
  const last = new Map(changes.map((change) => [`${change.kind} ${change.channel}`, change]))
  await tx
    .own('notification_preferences')
    .insert([...last.values()].map((change) => ({ ...change, user_id, updated_at: tx.now() })))
    .onConflict((conflict) =>
      conflict.columns(['user_id', 'kind', 'channel']).doUpdateSet((eb) => ({
        enabled: eb.ref('excluded.enabled'),
        updated_at: eb.ref('excluded.updated_at'),
      })),
    )
    .execute()
  const shown = changes.map(({ kind, channel, enabled }) => [`${kind}.${channel}`, enabled])
  await tx.audit('notification_preference.updated', user_id, {
    userId: user_id,
    new: Object.fromEntries(shown),
  })
}

/** These people, with how each wants to be told of this kind. Mail goes to confirmed addresses of active people. */
export function recipientsOf(tx: Tx, userIds: string[], kind: NotificationKind) {
  const wish = (channel: DeliveryChannel) => {
    const usual = kindOf(kind)[channel]
    // Where mail is fixed, another mail tells of it.
    if (whyAlwaysOn(kind, channel)) return sql<boolean>`${channel === 'in_app'}::boolean`
    return sql<boolean>`coalesce((select enabled from notification_preferences p
      where p.user_id = users.id and p.kind = ${kind} and p.channel = ${channel}), ${usual})`
  }
  return tx
    .acrossAccounts({ because: 'whoever works here by a delegation belongs to another account' })
    .selectFrom('users')
    .select(['id', 'name', 'email', wish('in_app').as('in_app')])
    .select(
      sql<boolean>`status = 'active' and email_verified_at is not null
      and ${wish('mail')}`.as('mail'),
    )
    .where('id', 'in', userIds)
    .orderBy('id')
    .execute()
}
