import type { Parse } from '@powernode/contract/environment.ts'
import type { NamesOf, PartOf } from '@powernode/contract/registry.ts'

/** A variable of the environment, read when a process starts. */
export interface EnvironmentSetting<T = unknown, Default = unknown> {
  parse: Parse<T>
  default: Default
  /** An empty value is a value, and does not mean that it is unset. */
  mayBeEmpty?: boolean
  /** Settings that must be set too, unless the value is `false`. */
  needs?: string[]
  /** Why a value is refused if NODE_ENV is production, such as `must not be true`. */
  refusedInProduction?(value: T): string | false
}

type ValueOf<S> = S extends EnvironmentSetting<infer T, infer Default> ? T | Default : never

/** The parsed values of settings. */
export type EnvironmentValues<S> = { readonly [Name in keyof S]: ValueOf<S[Name]> }

/** The parsed values of what the domains declare. */
export type DeclaredEnvironment = {
  readonly [Name in NamesOf<'environment'>]: ValueOf<PartOf<'environment', Name>>
}
