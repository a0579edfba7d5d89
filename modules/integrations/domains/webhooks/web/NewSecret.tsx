import { Text } from '@mantine/core'
import { CodeSnippet } from '~/ui/CodeSnippet'
import { SecretValue } from '~/ui/SecretValue'

const verifyExample = `// npm install standardwebhooks
import { env } from 'node:process'
import { Webhook } from 'standardwebhooks'

const webhook = new Webhook(env.WEBHOOK_SECRET ?? '')

export async function POST(request: Request) {
  // Verify the raw body: parsing and serializing it again breaks the signature.
  const body = await request.text()
  const event = webhook.verify(body, Object.fromEntries(request.headers))
  console.log(event) // { id, type, timestamp, account_id, data }
  return new Response(null, { status: 204 })
}`

type Props = { title: string; secret: string; onSaved: () => void }

/** The signing secret, with code that verifies a delivery. */
export function NewSecret({ title, secret, onSaved }: Props) {
  return (
    <SecretValue title={title} label="Signing secret" value={secret} onDone={onSaved}>
      <Text>
        Every delivery is signed. Verify the signature with this secret to reject forged requests.
      </Text>
      <CodeSnippet label="Verify a delivery" code={{ TypeScript: verifyExample }} />
    </SecretValue>
  )
}
