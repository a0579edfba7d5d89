import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import { type CredentialName, credentials, type Event, events } from './credential_lifecycle.ts'
import {
  arrangeCredentials,
  CHANNEL,
  type CredentialScenario,
  done,
  newSession,
  POLICY,
  triggerEvent,
  undoEvent,
} from './credential_scenario.ts'
import { withTable } from './credential_table.ts'
import { root } from './sources.ts'
import type { Client, TestResponse } from './world.ts'

const MESSAGE = JSON.stringify({
  command: 'message',
  identifier: CHANNEL,
  data: JSON.stringify({ action: 'nothing' }),
})

const works = async (answer: Promise<TestResponse>) => (await answer).status < 300
const opens = async (
  { here: { app } }: CredentialScenario,
  method: 'GET' | 'POST',
  { pathname, search }: URL,
) => (await app.inject({ method, url: pathname + search })).statusCode < 300
/** With a valid link, only the password is refused. */
const takes = async (answer: Promise<TestResponse>) => (await answer).errors?.password !== undefined
const signedIn = (client: Client) => works(client.get('/auth/me'))

/** Uses each credential to find out whether it still works. */
const use: Record<
  CredentialName,
  (scenario: CredentialScenario, ended: boolean) => Promise<boolean>
> = {
  access_token: ({ session }) => signedIn(session.client),
  cable_socket: ({ socket }, ended) => listens(socket, ended),
  switched_token: ({ switched }) => works(switched.get('/users')),
  impersonation_by: ({ impersonating }) => signedIn(impersonating),
  impersonation_of: ({ impersonated }) => signedIn(impersonated),
  api_key: ({ key }) => works(key.get('/users')),
  overlapping_key: ({ replaced }) => works(replaced.get('/users')),
  async passkey({ here: { visitor }, passkey }) {
    const { challenge } = done(await visitor.post('/auth/passkey/options')).data
    return works(visitor.post('/auth/passkey', { response: passkey.signed(challenge) }))
  },
  delegation: ({ here, user, other }) =>
    newSession(here, user).then(
      ({ client }) => works(client.post('/accounts/switch', { account_id: other.accountId })),
      () => false,
    ),
  worker_token: ({ here, worker, outsider }) =>
    works(here.as(worker.token).get(`/internal/users/${outsider.id}`)),
  download_link: (scenario) => opens(scenario, 'GET', scenario.download),
  report_link: (scenario) => opens(scenario, 'GET', scenario.report),
  unsubscribe_link: (scenario) => opens(scenario, 'POST', scenario.unsubscribe),
  preview_link: (scenario) => opens(scenario, 'GET', scenario.preview),
  file_link: (scenario) => opens(scenario, 'GET', scenario.fileLink),
  share_link: ({ here: { visitor }, shareToken }) => works(visitor.get(`/shares/${shareToken}`)),
  refresh_token: ({ here, session: { refresh_token } }) =>
    works(here.visitor.post('/auth/refresh', { refresh_token })),
  pending_sign_in: ({ here, pendingToken, backupCodes: [code] }) =>
    works(here.visitor.post('/auth/verify-2fa', { verification_token: pendingToken, code })),
  confirmation_link: ({ here, confirmToken }) =>
    works(here.visitor.post('/auth/verify-email', { token: confirmToken })),
  invitation_link: ({ here, guest }) =>
    here.visitor
      .get(`/invitations/${guest}`)
      .then(({ data }) => data?.status === 'pending' && data.void_reason === null),
  reset_link: ({ here, resetToken }) =>
    takes(here.visitor.post('/auth/reset-password', { token: resetToken, password: 'short' })),
  // Last: it starts a sign-in, which ends the waiting one.
  async second_factor({ here: { visitor }, login, backupCodes: [, code] }) {
    const { verification_token } = (await visitor.post('/auth/login', login)).data ?? {}
    return works(visitor.post('/auth/verify-2fa', { verification_token, code }))
  },
}

const probes = Object.entries(use) as [CredentialName, (typeof use)[CredentialName]][]

/** A live connection must be closed by the server; an open one must respond. */
async function listens(socket: WebSocket, ended: boolean): Promise<boolean> {
  const closed = once(socket, 'close').then(() => false)
  if (socket.readyState !== socket.OPEN) return false
  if (ended)
    return Promise.race([closed, new Promise<boolean>((late) => setTimeout(late, 3000, true))])
  socket.send(MESSAGE)
  return Promise.race([closed, once(socket, 'message').then(() => true)])
}

let scenario: CredentialScenario | undefined

afterEach(async () => {
  scenario?.socket.terminate()
  if (scenario?.here.platform.settings.values.require_two_factor_for_admins) {
    done(await scenario.admin.put(POLICY, { require_two_factor_for_admins: false }))
  }
})

test.each(Object.entries(events) as [Event, string][])(
  '%s ends exactly the expected credentials, immediately',
  async (event) => {
    scenario = await arrangeCredentials(event)
    await triggerEvent[event](scenario)
    const expected: Record<string, string> = {}
    const seen: Record<string, string> = {}
    for (const [name, works] of probes) {
      const [effect] = credentials[name].cells[event]
      expected[name] = effect
      const ended = !(await works(scenario, effect === 'ends'))
      seen[name] = ended ? (effect === 'pauses' ? effect : 'ends') : 'stays'
    }
    expect(seen).toEqual(expected)
    if (!undoEvent[event]) return
    await undoEvent[event](scenario)
    for (const [name, works] of probes) {
      if (expected[name] !== 'stays') seen[name] = (await works(scenario, true)) ? 'pauses' : 'ends'
    }
    expect(seen).toEqual(expected)
  },
)

test('docs/security.md contains this table (npm run generate)', async () => {
  const document = await readFile(join(root, 'docs/security.md'), 'utf8')
  expect(withTable(document)).toBe(document)
})
