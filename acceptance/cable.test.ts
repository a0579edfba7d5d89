import { createCable } from '@anycable/core'
import { adapters, createConsumer } from '@rails/actioncable'
import { beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { dataOf } from './client.ts'
import { sharedInstallation } from './installation.ts'
import { createColleague, freshEmail, PASSWORD, register, type TestUser } from './people.ts'
import { cableUrl } from './socket.ts'
import { until } from './until.ts'
import type { Shared } from './up.ts'

let installation: Shared

beforeAll(async () => {
  installation = await sharedInstallation()
  // @rails/actioncable needs only these two parts of a browser.
  adapters.WebSocket = WebSocket
  Object.assign(globalThis, { addEventListener() {}, removeEventListener() {} })
})

type Message = Record<string, unknown>

/** A subscription of a client: its status changes in order, and the messages it received. */
interface Client {
  statuses: string[]
  messages: Message[]
  perform(action: string): void
  disconnect(): void
}

/** Connects once and subscribes `count` times to the same channel, each with a different parameter. */
type Connect = (token: string, account_id: string, count: number) => Client[]

const rails: Connect = (token, account_id, count) => {
  const consumer = createConsumer(`${cableUrl(installation.url)}?token=${token}`)
  return Array.from({ length: count }, (_, n) => {
    const client = { statuses: [] as string[], messages: [] as Message[] }
    const subscription = consumer.subscriptions.create(
      { channel: 'NotificationChannel', account_id, n },
      {
        connected: () => void client.statuses.push('subscribed'),
        rejected: () => void client.statuses.push('rejected'),
        disconnected: ({ willAttemptReconnect }) =>
          void client.statuses.push(willAttemptReconnect ? 'lost' : 'closed'),
        received: (message) => void client.messages.push(message),
      },
    )
    return {
      ...client,
      perform: (action: string) => subscription.perform(action),
      disconnect: () => consumer.disconnect(),
    }
  })
}

const anycable: Connect = (token, account_id, count) => {
  const cable = createCable(`${cableUrl(installation.url)}?token=${token}`, {
    websocketImplementation: WebSocket,
    logLevel: 'error',
  })
  return Array.from({ length: count }, (_, n) => {
    const client = { statuses: [] as string[], messages: [] as Message[] }
    const channel = cable.subscribeTo('NotificationChannel', { account_id, n })
    channel.on('connect', () => void client.statuses.push('subscribed'))
    channel.on('close', () => void client.statuses.push('rejected'))
    cable.on('close', (event) => event?.reason === 'unauthorized' && client.statuses.push('closed'))
    channel.on('message', (message) => void client.messages.push(message as Message))
    return {
      ...client,
      perform: (action: string) => void channel.perform(action),
      disconnect: () => cable.disconnect(),
    }
  })
}

/** Adds a user who then sets a password, which notifies the owner. */
async function addUser(owner: TestUser, name: string) {
  const body = { name, email: freshEmail('joins') }
  dataOf(await owner.api.POST('/api/v1/users', { body }))
  const { link } = await installation.mailTo(body.email)
  const choice = { token: link.split('/').at(-1), password: PASSWORD }
  await installation.call('POST', '/api/v1/auth/reset-password', { body: choice })
}

describe.each([
  ['@rails/actioncable', rails],
  ['@anycable/core', anycable],
])('the unmodified client %s', (_, connectMany) => {
  function connect(token: string, account_id: string): Client {
    const [client] = connectMany(token, account_id, 1)
    if (!client) throw new Error('no subscription')
    return client
  }
  const reached = (client: Client, status: string, seconds?: number) =>
    until(() => client.statuses.includes(status), `the client was ${status}`, seconds)

  test('receives a notification when an invited user sets a password', async () => {
    const owner = await register(installation.url)
    const client = connect(owner.token, owner.accountId)
    await reached(client, 'subscribed')
    await until(() => client.messages.length > 0, 'the first message arrived')
    expect(client.messages[0]).toMatchObject({ type: 'connection_established' })

    await addUser(owner, 'Dorothy Vaughan')
    const notified = () => client.messages.find(({ type }) => type === 'new_notification')
    expect(await until(notified, 'the notification arrived')).toMatchObject({
      notification: {
        notification_type: 'user_joined',
        title: 'Dorothy Vaughan joined',
        read: false,
      },
    })
    const { notification } = notified() as { notification: { id: string } }
    const rows = dataOf(await owner.api.GET('/api/v1/notifications'))
    expect(rows.find(({ id }) => id === notification.id)).toEqual(notification)
    client.disconnect()
  })

  test('performs an action and gets its response', async () => {
    const owner = await register(installation.url)
    const client = connect(owner.token, owner.accountId)
    await reached(client, 'subscribed')
    client.perform('ping')
    await until(() => client.messages.some(({ type }) => type === 'pong'), 'a pong arrived')
    client.disconnect()
  })

  test('makes forty subscriptions at once, as pages do on each connect', async () => {
    const owner = await register(installation.url)
    const clients = connectMany(owner.token, owner.accountId, 40)
    await until(
      () => clients.every(({ statuses }) => statuses.includes('subscribed')),
      'all were confirmed',
    )
    // After half a second without confirmation a client repeats the command and gets a second confirmation.
    expect([...new Set(clients.flatMap(({ statuses }) => statuses))]).toEqual(['subscribed'])
    clients[0]?.disconnect()
  })

  test('is refused with an invalid token and does not reconnect', async () => {
    const client = connect('invalid', '00000000-0000-0000-0000-000000000000')
    await reached(client, 'closed')
    expect(client.statuses).toEqual(['closed'])
    client.disconnect()
  })

  test('cannot subscribe to notifications of another account', async () => {
    const [owner, stranger] = [await register(installation.url), await register(installation.url)]
    const client = connect(owner.token, stranger.accountId)
    await reached(client, 'rejected')
    expect(client.statuses).toEqual(['rejected'])
    client.disconnect()
  })

  test('is disconnected within a second of signing out', async () => {
    const owner = await register(installation.url)
    const client = connect(owner.token, owner.accountId)
    await reached(client, 'subscribed')
    await installation.call('POST', '/api/v1/auth/logout', { token: owner.token })
    await reached(client, 'closed', 1)
    client.disconnect()
  })

  test('is disconnected within a second of the deletion of its user', async () => {
    const owner = await register(installation.url)
    const member = await createColleague(installation.url, owner)
    const client = connect(member.token, member.accountId)
    await reached(client, 'subscribed')
    await installation.call('DELETE', `/api/v1/users/${member.id}`, { token: owner.token })
    await reached(client, 'closed', 1)
    client.disconnect()
  })
})
