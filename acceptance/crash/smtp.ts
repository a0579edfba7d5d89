import { setTimeout as sleep } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import { freePort } from '../launch.ts'

export interface ReceivedMail {
  to: string
  messageId: string
  /** Headers and body as they came. */
  text: string
}

/** A mail server on loopback that takes its time over each mail and remembers it. */
export async function startMailServer(delayMs: number) {
  const received: ReceivedMail[] = []
  /** Whom mails are for whose text has come, answered or not. */
  const under: string[] = []
  let refusal: string | undefined
  const port = await freePort()
  let server: SMTPServer | undefined

  async function start() {
    const fresh = new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo(_address, _session, done) {
        done(refusal ? Object.assign(new Error(refusal), { responseCode: 451 }) : null)
      },
      async onData(stream, session, done) {
        let text = ''
        for await (const chunk of stream) text += chunk
        const to = session.envelope.rcptTo[0]?.address ?? ''
        under.push(to)
        await sleep(delayMs)
        received.push({ to, messageId: text.match(/^message-id: (.+?)\r?$/im)?.[1] ?? '', text })
        done()
      },
    })
    server = fresh
    await new Promise<void>((done) => fresh.listen(port, '127.0.0.1', done))
  }

  await start()
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    under,
    /** Turns every mail away for now, or takes them again where no reason is given. */
    turnAway(reason?: string) {
      refusal = reason
    },
    /** Comes back on the same port. */
    start,
    stop: () => new Promise<void>((done) => (server ? server.close(done) : done())),
  }
}
