import { createServer } from 'node:http'
import pg from 'pg'
import { COUNT_SQL, PAGE_SQL } from '../sql.ts'
import { listenAndReport } from './listen.ts'

/** The users list written by hand: the server's two queries, a pool of the same size, one envelope. */
const { headers, databaseUrl, accountId } = JSON.parse(process.argv[2] ?? '') as {
  headers: Record<string, string>
  databaseUrl: string
  accountId: string
}
const PER_PAGE = 20

const pool = new pg.Pool({
  connectionString: databaseUrl,
  max: 10,
  types: {
    getTypeParser: (oid, format) =>
      oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format),
  },
})

listenAndReport(
  createServer(async (_request, response) => {
    const [page, count] = await Promise.all([
      pool.query(PAGE_SQL, [new Date(), accountId]),
      pool.query<{ total: number }>(COUNT_SQL, [accountId]),
    ])
    const total = count.rows[0]?.total ?? 0
    const rows = page.rows.slice(0, PER_PAGE)
    const cursor = JSON.stringify(['-created_at', ...rows[PER_PAGE - 1].cursor])
    const body = JSON.stringify({
      success: true,
      data: rows.map(({ cursor: _, ...row }) => row),
      meta: {
        current_page: 1,
        total_pages: Math.ceil(total / PER_PAGE),
        total_count: total,
        total_count_exact: true,
        next_cursor: Buffer.from(cursor).toString('base64url'),
        per_page: PER_PAGE,
      },
    })
    response.writeHead(200, { ...headers, 'content-length': Buffer.byteLength(body) })
    response.end(body)
  }),
)
