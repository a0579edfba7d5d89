import { flag, url } from '@powernode/contract/environment.ts'

/** Settings of processing. */
export const processingEnvironment = {
  /** The virus scanner that workers use: clamd over TCP. */
  CLAMD_URL: { parse: url('tcp:'), default: undefined },
  /** Nobody can read a file before the scanner has passed it. */
  AV_REQUIRED: { parse: flag, default: false, needs: ['CLAMD_URL'] },
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'processing_jobs/environment': { environment: typeof processingEnvironment }
  }
}
