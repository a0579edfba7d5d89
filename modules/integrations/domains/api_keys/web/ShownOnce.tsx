import { CodeSnippet } from '~/ui/CodeSnippet'
import { SecretValue } from '~/ui/SecretValue'
import type { ApiKeyWithSecret } from './queries'

type Props = { apiKey: ApiKeyWithSecret; onDone: () => void }

/** The one moment a key can be read, with the first call to try it by. */
export default function ShownOnce({ apiKey, onDone }: Props) {
  return (
    <SecretValue
      title={`Your key ${apiKey.name}`}
      label="API key"
      value={apiKey.key_value}
      onDone={onDone}
    >
      <CodeSnippet label="first call" code={callsWith(apiKey)} />
    </SecretValue>
  )
}

/** A call that its scopes allow; the key itself stays out of it, so that it can be pasted anywhere. */
function callsWith({ scopes }: ApiKeyWithSecret) {
  const scope = scopes.find((name) => name.endsWith('.read')) ?? scopes[0] ?? 'users.read'
  const url = `${window.location.origin}/api/v1${pathOf(scope)}`
  return {
    curl: [
      "export POWERNODE_API_KEY='paste it here'",
      `curl ${url} \\`,
      '  -H "X-API-Key: $POWERNODE_API_KEY"',
    ].join('\n'),
    TypeScript: [
      `const response = await fetch('${url}', {`,
      `  headers: { 'X-API-Key': process.env.POWERNODE_API_KEY },`,
      '})',
      'const { data } = await response.json()',
    ].join('\n'),
  }
}

/** Resources lie where they are called, but for two that belong to the account. */
function pathOf(scope: string) {
  if (scope === 'accounts.read') return '/accounts/usage'
  const resource = scope.slice(0, scope.lastIndexOf('.')).replaceAll('.', '/')
  return resource === 'delegations' ? '/accounts/current/delegations' : `/${resource}`
}
