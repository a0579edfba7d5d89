import { afterAll, beforeAll, test } from 'vitest'
import { liveYear } from './year.ts'
import {
  afterTheYear,
  expectBooks,
  expectGateway,
  expectMovements,
  expectPeriods,
  expectReconciled,
  expectSnapshots,
} from './year_checks.ts'
import { type YearWorld, yearWorld } from './year_world.ts'

/** Seeds that found faults: two sweeps that end a subscription at once; a discount that waited for a period that was replaced. */
const KNOWN_SEEDS = [5238, 7029]
/** `POWERNODE_YEAR=500` lives as many more subscriptions, with the seeds from `POWERNODE_YEAR_SEED` on. */
const SUBSCRIPTIONS = Number(process.env.POWERNODE_YEAR ?? 4)
const FIRST_SEED = Number(process.env.POWERNODE_YEAR_SEED ?? 1)
const AT_ONCE = 4

let here: YearWorld
beforeAll(async () => {
  here = await yearWorld()
})
afterAll(() => here.close())

test(`a year of ${KNOWN_SEEDS.length + SUBSCRIPTIONS} subscriptions adds up, whatever happens to them`, async () => {
  const began = new Date()
  const more = Array.from({ length: SUBSCRIPTIONS }, (_, index) => FIRST_SEED + index)
  const seeds = [...KNOWN_SEEDS, ...more]
  const live = async () => {
    for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
      if (seed % 25 === 0) here = await here.withNewAdmin(here)
      const history = await liveYear(here, seed)
      if (process.env.POWERNODE_YEAR_LOG) console.log(`seed ${seed}\n${history.join('\n')}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, live))
  await here.deliverEvents(0)
  await here.settle()
  await expectBooks(here)
  await expectGateway(here)
  await expectPeriods(here)
  await expectMovements(here)
  await afterTheYear(here, async () => {
    await expectSnapshots(here)
    await expectReconciled(here, began)
    await expectBooks(here)
  })
}, 7_200_000)
