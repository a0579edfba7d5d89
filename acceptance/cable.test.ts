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
  // It is written for browsers: these two are all it needs from one.
  adapters.WebSocket = WebSocket
  Object.assign(globalThis, { addEventListener() {}, removeEventListener() {} })
})

type Message = Record<string, unknown>

/** What a client lives through: words in the order they happened, and the messages it got. */
interface Life {
  words: string[]
  messages: Message[]
  perform(action: string): void
  leave(): void
}

/** Connects once and subscribes so many times to the same channel, told apart by a parameter. */
type Client = (token: string, account_id: string, count: number) => Life[]

const rails: Client = (token, account_id, count) => {
  const consumer = createConsumer(`${cableUrl(installation.url)}?token=${token}`)
  return Array.from({ length: count }, (_, n) => {
    const life = { words: [] as string[], messages: [] as Message[] }
    const subscription = consumer.subscriptions.create(
      { channel: 'NotificationChannel', account_id, n },
      {
        connected: () => void life.words.push('subscribed'),
        rejected: () => void life.words.push('rejected'),
        disconnected: ({ willAttemptReconnect }) =>
          void life.words.push(willAttemptReconnect ? 'lost' : 'closed'),
        received: (message) => void life.messages.push(message),
      },
    )
    return {
      ...life,
      perform: (action: string) => subscription.perform(action),
      leave: () => consumer.disconnect(),
    }
  })
}

const anycable: Client = (token, account_id, count) => {
  const cable = createCable(`${cableUrl(installation.url)}?token=${token}`, {
    websocketImplementation: WebSocket,
    logLevel: 'error',
  })
  return Array.from({ length: count }, (_, n) => {
    const life = { words: [] as string[], messages: [] as Message[] }
    const channel = cable.subscribeTo('NotificationChannel', { account_id, n })
    channel.on('connect', () => void life.words.push('subscribed'))
    channel.on('close', () => void life.words.push('rejected'))
    cable.on('close', (event) => event?.reason === 'unauthorized' && life.words.push('closed'))
    channel.on('message', (message) => void life.messages.push(message as Message))
    return {
      ...life,
      perform: (action: string) => void channel.perform(action),
      leave: () => cable.disconnect(),
    }
  })
}

/** Adds somebody without a password, who then chooses one: the owner is told. */
async function somebodyJoins(owner: TestUser, name: string) {
  const body = { name, email: freshEmail('joins') }
  dataOf(await owner.api.POST('/api/v1/users', { body }))
  const { link } = await installation.mailTo(body.email)
  const choice = { token: link.split('/').at(-1), password: PASSWORD }
  await installation.call('POST', '/api/v1/auth/reset-password', { body: choice })
}

describe.each([
  ['@rails/actioncable', rails],
  ['@anycable/core', anycable],
])('%s, as it is published', (_, connectMany) => {
  function connect(token: string, account_id: string): Life {
    const [life] = connectMany(token, account_id, 1)
    if (!life) throw new Error('One was asked for')
    return life
  }
  const said = (life: Life, word: string, seconds?: number) =>
    until(() => life.words.includes(word), `the client heard “${word}”`, seconds)

  test('hears at once that an invited person chose a password', async () => {
    const owner = await register(installation.url)
    const life = connect(owner.token, owner.accountId)
    await said(life, 'subscribed')
    await until(() => life.messages.length > 0, 'it was greeted')
    expect(life.messages[0]).toMatchObject({ type: 'connection_established' })

    await somebodyJoins(owner, 'Dorothy Vaughan')
    const news = () => life.messages.find(({ type }) => type === 'new_notification')
    expect(await until(news, 'the news came')).toMatchObject({
      notification: {
        notification_type: 'user_joined',
        title: 'Dorothy Vaughan joined',
        read: false,
      },
    })
    const { notification } = news() as { notification: { id: string } }
    const rows = dataOf(await owner.api.GET('/api/v1/notifications'))
    expect(rows.find(({ id }) => id === notification.id)).toEqual(notification)
    life.leave()
  })

  test('asks and is answered', async () => {
    const owner = await register(installation.url)
    const life = connect(owner.token, owner.accountId)
    await said(life, 'subscribed')
    life.perform('ping')
    await until(() => life.messages.some(({ type }) => type === 'pong'), 'a pong came')
    life.leave()
  })

  test('has forty subscriptions at once, as a page makes them and each reconnect', async () => {
    const owner = await register(installation.url)
    const lives = connectMany(owner.token, owner.accountId, 40)
    await until(
      () => lives.every(({ words }) => words.includes('subscribed')),
      'all were confirmed',
    )
    // A client that waits for half a second asks once more, and is told once more.
    expect([...new Set(lives.flatMap(({ words }) => words))]).toEqual(['subscribed'])
    lives[0]?.leave()
  })

  test('is turned away for good with a worthless token', async () => {
    const life = connect('worthless', '00000000-0000-0000-0000-000000000000')
    await said(life, 'closed')
    expect(life.words).toEqual(['closed'])
    life.leave()
  })

  test('is refused another account’s notifications', async () => {
    const [owner, stranger] = [await register(installation.url), await register(installation.url)]
    const life = connect(owner.token, stranger.accountId)
    await said(life, 'rejected')
    expect(life.words).toEqual(['rejected'])
    life.leave()
  })

  test('is cut off within a second of signing out', async () => {
    const owner = await register(installation.url)
    const life = connect(owner.token, owner.accountId)
    await said(life, 'subscribed')
    await installation.call('POST', '/api/v1/auth/logout', { token: owner.token })
    await said(life, 'closed', 1)
    life.leave()
  })

  test('is cut off within a second of being deleted', async () => {
    const owner = await register(installation.url)
    const member = await createColleague(installation.url, owner)
    const life = connect(member.token, member.accountId)
    await said(life, 'subscribed')
    await installation.call('DELETE', `/api/v1/users/${member.id}`, { token: owner.token })
    await said(life, 'closed', 1)
    life.leave()
  })
})
