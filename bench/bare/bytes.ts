import { createServer } from 'node:http'
import { answerOn } from './listen.ts'

/** The least that Node.js can do: the same headers and the same bytes to whoever asks. */
const { headers, body } = JSON.parse(process.argv[2] ?? '') as {
  headers: Record<string, string>
  body: string
}

answerOn(
  createServer((_request, response) => {
    response.writeHead(200, headers)
    response.end(body)
  }),
)
