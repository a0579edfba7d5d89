import { unaudited } from '@powernode/server/test/rows.ts'
import { expect, test } from 'vitest'
import { draftInvoice, marketplace } from '../../test/arrange.ts'
import { takeNumber } from './numbers.ts'

test('fifty invoices at once, of which every third fails, have numbers without gap or repeat', async () => {
  const { owner, admin, stranger, platform } = await marketplace()
  const buyers = [owner, await stranger(), await stranger(), await stranger()]
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, async (_, index) => {
      const buyer = buyers[index % buyers.length] ?? owner
      if (index % 3 > 0) return (await draftInvoice(admin, buyer)).invoice_number
      const failing = unaudited(buyer.ctx, async (tx) => {
        await takeNumber(tx, 'INV')
        throw new Error('rolled back')
      })
      await expect(failing).rejects.toThrow('rolled back')
      return undefined
    }),
  )
  const numbers = outcomes.filter((number) => number !== undefined).sort()
  const positions = numbers.map((number) => Number(number.split('-').at(-1)))
  expect(positions).toEqual(Array.from({ length: 33 }, (_, index) => index + 1))
  const counters = await platform.database.selectFrom('document_counters').selectAll().execute()
  expect(counters).toEqual([{ series: numbers[0]?.slice(0, 10), last_number: 33 }])
})

test('a series starts anew each month, and widens at 10000', async () => {
  const { owner, platform, travel } = await marketplace()
  const take = () => unaudited(owner.ctx, (tx) => takeNumber(tx, 'CN'))
  travel(40 * 24 * 60)
  expect(await take()).toMatch(/^CN-\d{6}-0001$/)
  await platform.database.updateTable('document_counters').set({ last_number: 9999 }).execute()
  expect(await take()).toMatch(/^CN-\d{6}-10000$/)
})
