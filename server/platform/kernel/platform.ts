/**
 * The components that the domains use, opened once per process. `../platform.ts` declares its members by declaration merging,
 * so that this file does not import them.
 */
// biome-ignore lint/suspicious/noEmptyInterface: it is filled by the file that opens it
export interface Platform {}
