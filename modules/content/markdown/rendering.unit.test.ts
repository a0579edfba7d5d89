import { expect, test } from 'vitest'
import { MAX_CONTENT, renderContent } from './rendering.ts'

const of = (id: string) => ({ account: { id } })

/** What became of 200,000 characters of one part. */
function outcomeOf(part: string): Promise<string> {
  const source = part.repeat(Math.ceil(MAX_CONTENT / part.length)).slice(0, MAX_CONTENT)
  return renderContent(of('one'), source).then(
    () => 'rendered',
    (error) => error.extra.errors.content[0],
  )
}

const outcomes = ['rendered', 'takes too long to render: simplify it']

test.each(['>', '`', '<a '])('200,000 characters of %j are rendered or refused', async (part) => {
  expect(outcomes).toContain(await outcomeOf(part))
})

// These take so long that the loop turns before the answer comes, on any machine.
test.each(['*a', '[', '![', '&', '|a|b|\n|-|-|\n'])(
  'the event loop runs while 200,000 characters of %j are rendered or refused',
  async (part) => {
    let turned = false
    setImmediate(() => {
      turned = true
    })
    expect(outcomes).toContain(await outcomeOf(part))
    expect(turned).toBe(true)
  },
)

test('a long text that was refused does not keep the next one from being rendered', async () => {
  const hostile = renderContent(of('one'), '![a'.repeat(60_000)).catch(() => undefined)
  const harmless = renderContent(of('one'), `${'Plain words. '.repeat(3000)}\n\n# End`)
  expect((await harmless).headings).toEqual([{ level: 1, id: 'end', text: 'End' }])
  await hostile
})

test('the long texts of one account do not keep another from having one rendered', async () => {
  const long = 'Plain words. '.repeat(1000)
  const mine = Array.from({ length: 30 }, () => renderContent(of('one'), long))
  const other = renderContent(of('other'), long)
  const outcomes = await Promise.allSettled(mine)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(4)
  expect((await other).html).toContain('Plain words.')
  expect((await renderContent(of('one'), long)).html).toContain('Plain words.')
})
