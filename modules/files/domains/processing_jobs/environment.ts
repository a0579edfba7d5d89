import { url } from '@powernode/contract/environment.ts'

/** Settings of processing. */
export const processingEnvironment = {
  /** The virus scanner that workers use: clamd over TCP. */
  CLAMD_URL: { parse: url('tcp:'), default: undefined },
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'processing_jobs/environment': { environment: typeof processingEnvironment }
  }
}
