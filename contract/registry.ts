/**
 * What the domains declare, each under its own name: `{ permissions, events, jobs, … }`. A domain adds itself by
 * declaration merging, so an undeclared name does not compile.
 */
// biome-ignore lint/suspicious/noEmptyInterface: domains fill it by declaration merging
export interface Registry {}

type Declared<Kind extends string> = {
  [Domain in keyof Registry]: Registry[Domain] extends Record<Kind, infer Parts> ? Parts : never
}[keyof Registry]

/** The names of everything of one kind that any domain declares. */
export type NamesOf<Kind extends string> =
  Declared<Kind> extends infer Parts
    ? Parts extends unknown
      ? keyof Parts & string
      : never
    : never

/** The declaration of one kind and name. */
export type PartOf<Kind extends string, Name extends string> =
  Declared<Kind> extends infer Parts
    ? Parts extends Record<Name, infer Part>
      ? Part
      : never
    : never
