import { CodeSnippet } from '~/ui/CodeSnippet'
import { SecretValue } from '~/ui/SecretValue'
import type { ApiKeyWithSecret } from './queries'

type Props = { apiKey: ApiKeyWithSecret; onDone: () => void }

/** Shows the key once, with an example request. */
export default function ShownOnce({ apiKey, onDone }: Props) {
  return (
    <SecretValue
      title={`API key ${apiKey.name}`}
      label="API key"
      value={apiKey.key_value}
      onDone={onDone}
    >
      <CodeSnippet label="Example request" code={exampleRequest(apiKey)} />
    </SecretValue>
  )
}

/** A request that the scopes allow. It does not contain the key, so it is safe to paste. */
function exampleRequest({ scopes }: ApiKeyWithSecret) {
  const scope = scopes.find((name) => name.endsWith('.read')) ?? scopes[0] ?? 'users.read'
  const url = `${window.location.origin}/api/v1${pathOf(scope)}`
  return {
    curl: [
      "export POWERNODE_API_KEY='your key'",
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

/** The path is the resource's name, except for two resources of the account. */
function pathOf(scope: string) {
  if (scope === 'accounts.read') return '/accounts/usage'
  const resource = scope.slice(0, scope.lastIndexOf('.')).replaceAll('.', '/')
  return resource === 'delegations' ? '/accounts/current/delegations' : `/${resource}`
}
