/**
 * Everything the domains stand on, opened once per process. Its parts use contexts, which carry it: `../platform.ts` states
 * them by declaration merging, so that this file needs none of them.
 */
// biome-ignore lint/suspicious/noEmptyInterface: it is filled by the file that opens it
export interface Platform {}
