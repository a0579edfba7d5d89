import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { fileShares, shares } from './routes.ts'

export default defineDomain({
  name: 'file_shares',
  tables: ['file_shares'],
  contract,
  routes: [fileShares, shares],
  examples: {
    file_shares: async ({ id, owner }) => owner.post(`/files/${await id('files')}/share`, {}),
  },
})
