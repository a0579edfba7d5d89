import { createServer } from 'node:http'
import { listenAndReport } from './listen.ts'

/** The minimum for Node.js: the same headers and bytes for every request. */
const { headers, body } = JSON.parse(process.argv[2] ?? '') as {
  headers: Record<string, string>
  body: string
}

listenAndReport(
  createServer((_request, response) => {
    response.writeHead(200, headers)
    response.end(body)
  }),
)
