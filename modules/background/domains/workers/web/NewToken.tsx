import { Text } from '@mantine/core'
import { CodeSnippet } from '~/ui/CodeSnippet'
import { SecretValue } from '~/ui/SecretValue'

type Props = { title: string; token: string; onSaved: () => void }

/** The token, with commands that start a worker with it. */
export function NewToken({ title, token, onSaved }: Props) {
  return (
    <SecretValue title={title} label="Worker token" value={token} onDone={onSaved}>
      <div>
        <Text fw={500} mb={4}>
          Start the worker
        </Text>
        <CodeSnippet label="Command" code={commands(window.location.origin, token)} />
        <Text size="sm" c="dimmed" mt={4}>
          Run it in the Powernode folder on any machine that can reach this server.
        </Text>
      </div>
    </SecretValue>
  )
}

const commands = (url: string, token: string) => ({
  Shell: `BACKEND_API_URL=${url} \\
WORKER_TOKEN=${token} \\
bin/powernode worker`,
  systemd: `[Unit]
Description=Powernode worker
After=network-online.target

[Service]
WorkingDirectory=/opt/powernode
Environment=BACKEND_API_URL=${url}
Environment=WORKER_TOKEN=${token}
ExecStart=/opt/powernode/bin/powernode worker
Restart=always

[Install]
WantedBy=multi-user.target`,
})
