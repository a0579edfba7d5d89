import { Text } from '@mantine/core'
import { CodeSnippet } from '~/ui/CodeSnippet'
import { SecretValue } from '~/ui/SecretValue'

const verifying = `// npm install standardwebhooks
import { env } from 'node:process'
import { Webhook } from 'standardwebhooks'

const webhook = new Webhook(env.WEBHOOK_SECRET ?? '')

export async function POST(request: Request) {
  // As it came: parsed and written anew, the signature no longer fits.
  const body = await request.text()
  const event = webhook.verify(body, Object.fromEntries(request.headers))
  console.log(event) // { id, type, timestamp, account_id, data }
  return new Response(null, { status: 204 })
}`

type Props = { title: string; secret: string; onSaved: () => void }

/** The signing secret and what to do with it. */
export function NewSecret({ title, secret, onSaved }: Props) {
  return (
    <SecretValue title={title} label="Signing secret" value={secret} onDone={onSaved}>
      <Text>
        Every delivery is signed. Your receiver checks the signature with this secret, so that it
        believes nobody else.
      </Text>
      <CodeSnippet label="verify a delivery" code={{ TypeScript: verifying }} />
    </SecretValue>
  )
}
