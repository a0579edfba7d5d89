import { IconKey } from '@tabler/icons-react'
import { api, data, reply } from '~/api'
import type { FoundRecord, Records } from '~/feature'
import type { ApiKey } from './queries'

const apiKeyRecords: Records = {
  order: 30,
  label: 'API keys',
  to: '/api_keys/$id',
  icon: IconKey,
  needs: 'api_keys.read',
  key: 'api_keys',
  find: async (search, signal) => {
    const query = { search, per_page: 5 }
    return (await reply(api.GET('/api/v1/api_keys', { params: { query }, signal }))).data.map(found)
  },
  get: async (id, signal) =>
    found(await data(api.GET('/api/v1/api_keys/{id}', { params: { path: { id } }, signal }))),
}

const found = ({ id, name, masked_key }: ApiKey): FoundRecord => ({
  id,
  label: name,
  description: masked_key,
})

export default [apiKeyRecords]
