import { Anchor, Button, CopyButton, Group, Stack, Text, Title } from '@mantine/core'
import { IconCheck, IconTerminal2 } from '@tabler/icons-react'
import { useState } from 'react'
import { CodeSnippet } from '~/ui/CodeSnippet'
import { FactList } from '~/ui/FactList'
import { Json } from '~/ui/Json'
import { curlOf, USER_AGENT } from './curl'
import type { DeliveryDetail } from './deliveries'

/** The request of a delivery: its headers, its body, and how its receiver verifies the signature. */
export function DeliveryRequest({ delivery }: { delivery: DeliveryDetail }) {
  const [explained, setExplained] = useState(false)
  return (
    <Stack component="section" gap="sm" aria-label="Request">
      <Group justify="space-between">
        <Title order={2}>Request</Title>
        <CopyButton value={curlOf(delivery)}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              size="xs"
              leftSection={copied ? <IconCheck size={14} /> : <IconTerminal2 size={14} />}
              onClick={copy}
            >
              {copied ? 'Copied' : 'Copy as curl'}
            </Button>
          )}
        </CopyButton>
      </Group>
      <FactList lines facts={headersOf(delivery)} />
      <Text size="sm">
        The signature covers the ID, the timestamp and the exact bytes of the body. It is made with
        the signing secret when an attempt starts, and not stored.{' '}
        <Anchor component="button" inherit onClick={() => setExplained(!explained)}>
          {explained ? 'Hide the code' : 'How to verify it'}
        </Anchor>
      </Text>
      {explained && <CodeSnippet label="Verify the signature" code={verification} />}
      <Json value={delivery.payload} label="Request body" />
    </Stack>
  )
}

const mono = (text: string) => (
  <span key={text} className="mono">
    {text}
  </span>
)

/** As sent with every attempt. What differs between attempts is described, as it is not stored. */
const headersOf = ({ event_id }: DeliveryDetail): [string, React.ReactNode][] => [
  ['content-type', mono('application/json')],
  ['user-agent', mono(USER_AGENT)],
  ['webhook-id', mono(event_id)],
  ['webhook-timestamp', 'Start of the attempt, in seconds since 1970'],
  [
    'webhook-signature',
    <>{mono('v1,')} and the signature in Base64; two of them while a previous secret is valid</>,
  ],
]

const verification = {
  TypeScript: `// npm install standardwebhooks
import { Webhook } from 'standardwebhooks'

const webhook = new Webhook(process.env.WEBHOOK_SECRET)
// Throws if the signature is invalid or the timestamp more than five minutes off.
const event = webhook.verify(rawBody, headers)`,
  Python: `# pip install standardwebhooks
import os

from standardwebhooks import Webhook

webhook = Webhook(os.environ["WEBHOOK_SECRET"])
# Raises if the signature is invalid or the timestamp more than five minutes off.
event = webhook.verify(raw_body, headers)`,
  'By hand': `key       = base64_decode(secret without "whsec_")
content   = webhook-id + "." + webhook-timestamp + "." + raw body
expected  = "v1," + base64_encode(hmac_sha256(key, content))

Compare expected with each signature of webhook-signature, which are
separated by spaces, in constant time.`,
}
