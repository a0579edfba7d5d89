import { archive, fileOf, formOf, type Given, PNG } from '@powernode/modules/files/test/arrange.ts'
import { startClamd } from '@powernode/modules/files/test/clamd.ts'
import { listening, type TestUser, WORKER_TOKEN } from '@powernode/server/test/world.ts'
import { createApi } from '@powernode/worker/client.ts'
import PDFDocument from 'pdfkit'
import { pino } from 'pino'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import processing from './handlers.ts'

async function factory() {
  const here = await archive()
  const url = await listening(here.app)
  const tracing = { endpoint: undefined, sampler: 'always_off', ratio: 1 } as const
  const config = { url, token: WORKER_TOKEN, concurrency: 1, logLevel: 'silent', tracing }
  const api = createApi(config)
  const work = {
    ...{ api, outcomes: api, log: pino({ level: 'silent' }) },
    signal: AbortSignal.timeout(60_000),
  }
  const jobsOf = async (id: string) =>
    (await here.worker.get(`/worker/files/${id}`)).data.processing_jobs as {
      id: string
      job_type: string
      status: string
    }[]
  /** Runs the jobs of a file as a worker does, until none is left. */
  async function process(id: string) {
    for (const job of await jobsOf(id)) {
      await processing.handlers.process_file({ processing_job_id: job.id }, work)
    }
    return Object.fromEntries((await jobsOf(id)).map(({ job_type, status }) => [job_type, status]))
  }
  async function processed(user: TestUser, given: Given) {
    const { id } = await fileOf(user, given)
    return { id, jobs: await process(id) }
  }
  return { ...here, jobsOf, process, processed }
}

async function pdfOf(title: string, body: string): Promise<Buffer> {
  const pdf = new PDFDocument({ info: { Title: title } })
  pdf.text(body)
  pdf.end()
  const chunks: Buffer[] = []
  for await (const chunk of pdf) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

describe('an uploaded file', () => {
  test('that is a picture gets thumbnails and dimensions, which are deleted with it', async () => {
    const { owner, processed, fetch, objectsOf, collect } = await factory()
    const create = { width: 800, height: 400, channels: 3, background: '#08f' } as const
    const content = await sharp({ create }).jpeg().toBuffer()
    const { id, jobs } = await processed(owner, { filename: 'wide.jpg', content })
    expect(jobs).toEqual({ thumbnail: 'completed', metadata_extract: 'completed' })
    const { data } = await owner.get(`/files/${id}`)
    expect(data).toMatchObject({
      processing_status: 'completed',
      dimensions: { width: 800, height: 400, format: 'jpeg' },
    })
    const medium = await fetch(data.urls.signed_thumbnail)
    expect([medium.statusCode, medium.headers['content-type']]).toEqual([200, 'image/jpeg'])
    const { width, height } = await sharp(medium.rawPayload).metadata()
    expect([width, height]).toEqual([300, 150])
    const altered = data.urls.signed_thumbnail.replace('medium', 'large')
    expect((await fetch(altered)).json().code).toBe('token_invalid')
    expect(await objectsOf(owner)).toHaveLength(4)
    await owner.delete(`/files/${id}?permanent=true`)
    await collect()
    expect(await objectsOf(owner)).toEqual([])
    expect((await owner.get('/storage/stats')).data).toMatchObject({
      ...{ used_bytes: 0, reserved_bytes: 0, files_count: 0 },
    })
  })

  test('that is a picture of too many pixels fails alone, and stays readable', async () => {
    const { owner, processed, worker, jobsOf } = await factory()
    const create = { width: 12_000, height: 12_000, channels: 3, background: '#fff' } as const
    const content = await sharp({ create, limitInputPixels: false }).png().toBuffer()
    const { id, jobs } = await processed(owner, { filename: 'bomb.png', content })
    expect(jobs).toEqual({ thumbnail: 'failed', metadata_extract: 'failed' })
    const [job] = await jobsOf(id)
    const { data } = await worker.get(`/worker/processing_jobs/${job?.id}`)
    expect(data.error_details.error_message).toMatch(/exceeds pixel limit/)
    expect((await owner.get(`/files/${id}`)).data.processing_status).toBe('failed')
    expect((await owner.get(`/files/${id}/download`)).status).toBe(200)
  })

  test('that is a document is found by its text', async () => {
    const { owner, processed } = await factory()
    const content = await pdfOf('Plan of the tower', 'Seventeen floors')
    const pdf = await processed(owner, { filename: 'plan.pdf', content })
    const note = await processed(owner, { filename: 'note.txt', content: 'Buy glue' })
    expect(pdf.jobs).toEqual({ metadata_extract: 'completed', text_extract: 'completed' })
    expect(note.jobs).toEqual({ text_extract: 'completed' })
    expect((await owner.get(`/files/${pdf.id}`)).data.metadata).toEqual({
      title: 'Plan of the tower',
      pages: 1,
    })
    const found = async (search: string) =>
      (await owner.get(`/files?search=${search}`)).data.map((one: { id: string }) => one.id)
    expect(await found('seventeen')).toEqual([pdf.id])
    expect(await found('glue')).toEqual([note.id])
  })

  test('that is damaged fails with a reason, and a temporary one is left alone', async () => {
    const { owner, processed, jobsOf } = await factory()
    const content = Buffer.concat([PNG.subarray(0, 40), Buffer.alloc(100, 9)])
    const { jobs } = await processed(owner, { filename: 'broken.png', content })
    expect(jobs.thumbnail).toBe('failed')
    const temporary = await fileOf(owner, { filename: 'a.txt', fields: { category: 'temp' } })
    expect(await jobsOf(temporary.id)).toEqual([])
  })

  test('that a virus scanner finds infected is quarantined before anything else is done', async () => {
    const { owner, process, platform, jobsOf } = await factory()
    const clamd = await startClamd()
    Object.assign(platform.environment, { CLAMD_URL: clamd.url })
    try {
      const [clean, infected] = [
        await fileOf(owner, { filename: 'clean.txt' }),
        await fileOf(owner, {
          filename: 'eicar.txt',
          content: 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*',
        }),
      ]
      expect((await jobsOf(clean.id)).map(({ job_type }) => job_type)).toEqual([
        'scan',
        'text_extract',
      ])
      expect(await process(clean.id)).toEqual({ scan: 'completed', text_extract: 'completed' })
      expect(await process(infected.id)).toEqual({ scan: 'completed', text_extract: 'cancelled' })
      const { data } = await owner.get(`/files/${infected.id}`)
      expect(data.quarantine_reason).toBe('The virus scanner found Eicar-Test-Signature')
      expect((await owner.get(`/files/${infected.id}/download`)).code).toBe('file_quarantined')
      expect((await owner.get(`/files/${clean.id}/download`)).status).toBe(200)
    } finally {
      Object.assign(platform.environment, { CLAMD_URL: undefined })
      clamd.close()
    }
  })
})

describe('a worker', () => {
  test('moves a job only forward; repeating its end changes nothing', async () => {
    const { owner, worker, jobsOf } = await factory()
    const { id } = await fileOf(owner)
    const [job] = await jobsOf(id)
    const path = `/worker/processing_jobs/${job?.id}`
    const move = (status: string) => worker.patch(path, { status, result_data: { [status]: 1 } })
    expect((await move('completed')).code).toBe('invalid_transition')
    expect((await move('processing')).data.status).toBe('processing')
    expect((await move('processing')).status).toBe(200)
    const failed = await move('failed')
    expect(failed.data).toMatchObject({ status: 'failed', retry_count: 0 })
    expect(failed.data.completed_at).not.toBe(null)
    expect((await move('failed')).data).toMatchObject({ completed_at: failed.data.completed_at })
    for (const count of [1, 2, 3]) {
      expect((await move('processing')).data.retry_count).toBe(count)
      await move('failed')
    }
    expect((await move('processing')).code).toBe('invalid_transition')
    expect((await worker.patch(path, { status: 'cancelled' })).errors).toHaveProperty('status')
  })

  test('stores what it made; the same kind and size replaces it, under a name of this file', async () => {
    const { owner, worker, objectsOf, collect } = await factory()
    const { id } = await fileOf(owner)
    const path = `/worker/files/${id}/processed`
    const send = (storage_key: string, file_content = PNG.toString('base64')) =>
      worker.post(
        path,
        { file_content, metadata: { type: 'thumbnail', size: 'small', storage_key } },
        { 'content-type': 'application/json' },
      )
    const named = await send(`thumbnails/${id}/small.png`)
    expect([named.status, named.data.storage_key]).toEqual([201, `thumbnails/${id}/small.png`])
    for (const foreign of ['../../etc/passwd', `thumbnails/${id}/..`, 'thumbnails/other/a.png']) {
      const { data } = await send(foreign)
      expect(data.storage_key, foreign).toMatch(new RegExp(`^processed/${id}/[0-9a-f-]{36}$`))
    }
    await collect()
    expect(await objectsOf(owner)).toHaveLength(2)
    expect((await send('a', 'not base64!')).errors).toHaveProperty('file_content')
    expect((await send('a', 'AAA')).errors).toHaveProperty('file_content')
    const { body, type } = formOf('poster.png', PNG, { type: 'poster' })
    expect((await worker.post(path, body, { 'content-type': type })).status).toBe(201)
    expect(await objectsOf(owner)).toHaveLength(3)
  })
})
