import { ActionIcon, CopyButton, Group, Text, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import classes from './webhooks.module.css'

const code = `// npm install standardwebhooks
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

/** How a receiver checks that a delivery is genuine. */
export function VerifySnippet() {
  return (
    <section aria-label="Verify a delivery">
      <Group justify="space-between" mb={4}>
        <Text fw={500}>Verify a delivery (TypeScript)</Text>
        <CopyButton value={code}>
          {({ copied, copy }) => (
            <Tooltip label={copied ? 'Copied' : 'Copy'}>
              <ActionIcon size="sm" onClick={copy} aria-label="Copy the code">
                {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a block that scrolls must be reachable by keyboard */}
      <pre className={classes.code} tabIndex={0}>
        {code}
      </pre>
    </section>
  )
}
