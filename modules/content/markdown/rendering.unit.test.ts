import { expect, test } from 'vitest'
import { MAX_CONTENT, renderContent } from './rendering.ts'

test.each(['*a', '>', '[', '![', '`', '<a ', '&', '|a|b|\n|-|-|\n'])(
  'the event loop runs while 200,000 characters of %j are rendered or refused',
  async (part) => {
    const source = part.repeat(Math.ceil(MAX_CONTENT / part.length)).slice(0, MAX_CONTENT)
    let turned = false
    setImmediate(() => {
      turned = true
    })
    const outcome = await renderContent(source).then(
      ({ html }) => typeof html,
      (error) => error.extra.errors.content,
    )
    expect(['string', ['takes too long to render: simplify it']]).toContainEqual(outcome)
    expect(turned).toBe(true)
  },
)

test('a long text that was refused does not keep the next one from being rendered', async () => {
  const hostile = renderContent('![a'.repeat(60_000)).catch(() => undefined)
  const harmless = renderContent(`${'Plain words. '.repeat(3000)}\n\n# End`)
  expect((await harmless).headings).toEqual([{ level: 1, id: 'end', text: 'End' }])
  await hostile
})
