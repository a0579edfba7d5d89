import { PgBoss } from 'pg-boss'

/** Works the queue `services` of a database with pg-boss, in one process. */
const { databaseUrl, poolSize } = JSON.parse(process.argv[2])

const boss = new PgBoss({ connectionString: databaseUrl, max: poolSize, schedule: false })
boss.on('error', (error) => {
  console.error(error)
  process.exit(1)
})
await boss.start()
await boss.createQueue('services')
const options = {
  batchSize: 500,
  localConcurrency: 4,
  burstWhenBatchFull: true,
  pollingIntervalSeconds: 0.5,
}
await boss.work('services', options, async () => {})
process.once('disconnect', () => process.exit(0))
process.send({})
