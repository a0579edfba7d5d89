import { type AddressInfo, createServer, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { sendOverSmtp } from './smtp.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A mail server on loopback that accepts everything except the commands in `answers`, keyed by their first word. */
async function mailServer(responses: Record<string, string | Buffer>) {
  const server = createServer((socket) => {
    closing.push(() => socket.destroy())
    talk(socket, responses)
  }).listen(0, '127.0.0.1')
  closing.push(() => server.close())
  await new Promise((listening) => server.once('listening', listening))
  return (server.address() as AddressInfo).port
}

function talk(socket: Socket, responses: Record<string, string | Buffer>) {
  const usual: Record<string, string> = { DATA: '354 go on', QUIT: '221 bye' }
  let data = false
  let rest = ''
  const reply = (word: string, otherwise: string) => {
    socket.write(responses[word] ?? otherwise)
    socket.write('\r\n')
  }
  reply('CONNECT', '220 hello')
  socket
    .on('error', () => {})
    .on('data', (chunk) => {
      const lines = `${rest}${chunk}`.split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const word = line.split(/[ :]/)[0]?.toUpperCase() ?? ''
        if (data) {
          if (line !== '.') continue
          data = false
          reply('BODY', '250 taken')
        } else {
          reply(word, word === 'EHLO' ? '250-here\r\n250 AUTH PLAIN' : (usual[word] ?? '250 fine'))
          data = word === 'DATA' && !responses.DATA
        }
      }
    })
}

const mail = { from: 'a@example.com', to: 'b@example.com', subject: 'Hello', text: 'Hello' }
const stop = new AbortController().signal
const send = (url: string) => sendOverSmtp(url, mail, stop)
const sendVia = async (answers: Record<string, string | Buffer>, who = '') =>
  send(`smtp://${who}127.0.0.1:${await mailServer(answers)}`)

test('a mail that the mail server accepts is sent', async () => {
  expect(await sendVia({})).toEqual({ status: 'sent' })
})

test.each([
  ['greylisting', { RCPT: '451 4.7.1 Try again later' }],
  ['a full mailbox', { RCPT: '452 4.2.2 Mailbox full' }],
  ['a busy server', { CONNECT: '421 4.3.2 Too busy' }],
  ['a server that refuses the connection', { CONNECT: '554 5.7.1 Not from there' }],
  ['a temporarily refused message', { BODY: '450 4.3.0 Not now' }],
  ['a required sign-in', { MAIL: '530 5.7.0 Authentication required' }],
])('%s is temporary and is reported in the mail server’s own words', async (_, answers) => {
  const outcome = await sendVia(answers)
  expect(outcome).toMatchObject({ status: 'failed', temporary: true })
  const [response = ''] = Object.values(answers)
  expect(outcome).toHaveProperty('error', expect.stringContaining(response))
})

test('a refused user name or password is temporary, as an operator can fix it', async () => {
  const outcome = await sendVia({ AUTH: '535 5.7.8 Bad credentials' }, 'me:wrong@')
  expect(outcome).toMatchObject({
    status: 'failed',
    temporary: true,
    error: expect.stringMatching(/^The mail server did not accept the user name or password: 535/),
  })
})

test.each([
  ['an unknown recipient', { RCPT: '550 5.1.1 No such user' }],
  ['a sender that is not allowed', { MAIL: '553 5.1.8 Not you' }],
  ['a message classified as spam', { BODY: '554 5.7.1 Spam' }],
])('%s is permanent', async (_, answers) => {
  const [response = ''] = Object.values(answers)
  expect(await sendVia(answers)).toEqual({
    status: 'failed',
    temporary: false,
    error: `The mail server responded: ${response}`,
  })
})

test('a refused connection and an unknown host name are temporary', async () => {
  const port = await mailServer({})
  for (const close of closing.splice(0)) close()
  expect(await send(`smtp://127.0.0.1:${port}`)).toEqual({
    status: 'failed',
    temporary: true,
    error: 'The mail server refused the connection',
  })
  expect(await send('smtp://nowhere.invalid:25')).toEqual({
    status: 'failed',
    temporary: true,
    error: 'The host name of the mail server was not found',
  })
})

test('a response is truncated and sanitised', async () => {
  const long = Buffer.from(`550 ${'x'.repeat(5000)}`)
  const outcome = await sendVia({ RCPT: long })
  expect(outcome).toHaveProperty('error', expect.stringMatching(/^.{1000}$/))
  const invalid = await sendVia({ RCPT: Buffer.from('550 a\0b\xff\xd8 😀', 'latin1') })
  const { error = '' } = invalid as { error?: string }
  expect(error).toMatch(/^The mail server responded: 550 a/)
  expect(error).not.toContain('\0')
  expect(error.isWellFormed()).toBe(true)
})

test('an aborted attempt throws and returns no result', async () => {
  const port = await mailServer({ CONNECT: '' })
  const early = AbortSignal.timeout(50)
  await expect(sendOverSmtp(`smtp://127.0.0.1:${port}`, mail, early)).rejects.toThrow()
})
