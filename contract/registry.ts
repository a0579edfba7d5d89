/**
 * What the domains declare, each under a name of its own: `{ permissions, events, jobs, … }`. A domain adds itself by
 * declaration merging, so that a name that nobody declared does not compile.
 */
// biome-ignore lint/suspicious/noEmptyInterface: it is filled by those who merge into it
export interface Registry {}

type Declared<Kind extends string> = {
  [Domain in keyof Registry]: Registry[Domain] extends Record<Kind, infer Parts> ? Parts : never
}[keyof Registry]

/** Names of everything of a kind that is declared anywhere. */
export type NamesOf<Kind extends string> =
  Declared<Kind> extends infer Parts
    ? Parts extends unknown
      ? keyof Parts & string
      : never
    : never

/** What is declared of a kind under a name. */
export type PartOf<Kind extends string, Name extends string> =
  Declared<Kind> extends infer Parts
    ? Parts extends Record<Name, infer Part>
      ? Part
      : never
    : never
