import { setTimeout as sleep } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import { freePort } from '../launch.ts'

export interface ReceivedMail {
  to: string
  messageId: string
  /** Headers and body as received. */
  text: string
}

/** Starts a mail server on loopback that delays its reply to each mail and records the mails. */
export async function startMailServer(delayMs: number) {
  const received: ReceivedMail[] = []
  /** Recipients of mails whose content was received, whether replied to or not. */
  const transmitted: string[] = []
  let refusal: { reason: string; code: number } | undefined
  const port = await freePort()
  let server: SMTPServer | undefined

  async function start() {
    const instance = new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo(_address, _session, done) {
        if (!refusal) return done()
        done(Object.assign(new Error(refusal.reason), { responseCode: refusal.code }))
      },
      async onData(stream, session, done) {
        let text = ''
        try {
          for await (const chunk of stream) text += chunk
        } catch (error) {
          return done(error as Error) // the client was killed before the end
        }
        const to = session.envelope.rcptTo[0]?.address ?? ''
        transmitted.push(to)
        await sleep(delayMs)
        received.push({ to, messageId: text.match(/^message-id: (.+?)\r?$/im)?.[1] ?? '', text })
        done()
      },
    })
    instance.on('error', () => {}) // a killed client
    server = instance
    await new Promise<void>((done) => instance.listen(port, '127.0.0.1', done))
  }

  await start()
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    transmitted,
    /** Refuses every mail with this reason, by default temporarily; without one, accepts mails again. */
    turnAway(reason?: string, code = 451) {
      refusal = reason ? { reason, code } : undefined
    },
    /** Starts again on the same port. */
    start,
    stop: () => new Promise<void>((done) => (server ? server.close(done) : done())),
  }
}
