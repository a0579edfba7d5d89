import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { mails } from './mails.ts'
import accounts, { anyAccount } from './routes.ts'

export default defineDomain({
  name: 'accounts',
  contract,
  routes: [accounts, anyAccount],
  mails,
})
