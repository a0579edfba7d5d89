import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findProgram } from './debian.ts'
import { freePort } from './launch.ts'
import { until } from './until.ts'

export interface Nginx {
  url: string
  stop(): Promise<void>
}

/** A reverse proxy as the README requires: it passes WebSocket upgrades and appends to `X-Forwarded-For`. */
export async function startNginx(target: string): Promise<Nginx> {
  const { path, env } = await findProgram('nginx')
  const port = await freePort()
  const folder = await mkdtemp(join(tmpdir(), 'powernode-nginx-'))
  await chmod(folder, 0o711)
  const config = join(folder, 'nginx.conf')
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  await writeFile(
    config,
    `daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log;
    events {}
    http {
      access_log off;
      ${temporary.map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(' ')}
      map $http_upgrade $connection_upgrade { default upgrade; '' ''; }
      server {
        listen 127.0.0.1:${port};
        location / {
          proxy_pass ${target};
          proxy_http_version 1.1;
          proxy_set_header Host $http_host;
          proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
          proxy_set_header X-Forwarded-Proto $scheme;
          proxy_set_header Upgrade $http_upgrade;
          proxy_set_header Connection $connection_upgrade;
        }
      }
    }`,
  )
  const child = spawn(path, ['-c', config, '-p', folder, '-e', join(folder, 'error.log')], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  })
  const url = `http://127.0.0.1:${port}`
  const health = () => fetch(`${url}/api/v1/health`).catch(() => undefined)
  await until(async () => (await health())?.status === 200, 'nginx forwarded a request')
  return {
    url,
    async stop() {
      const exited = once(child, 'exit')
      child.kill('SIGTERM')
      await exited
      await rm(folder, { recursive: true, force: true })
    },
  }
}
