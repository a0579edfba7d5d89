import type { NamesOf, PartOf } from '@powernode/contract/registry.ts'
import { requireUnusedNames } from '@powernode/contract/taken.ts'
import { type Static, type TSchema, Type } from 'typebox'
import type { Config } from '../../config.ts'
import { pascalCase } from '../http/casing.ts'
import { assembled, Changes, Shape } from '../http/shapes.ts'

export interface Setting<S extends TSchema = TSchema, G extends string = string> {
  /** Settings of a group are shown and saved together. */
  group: G
  /** Schema with bounds and description. */
  of: S
  /** The default value, from the environment if it has a variable for it. */
  byDefault: (config: Config) => Static<S>
  /** Visible to every visitor of the web app. */
  open: boolean
  /** Affects permissions: after a change, the permissions of all users are reloaded. */
  decidesPermissions?: boolean
}

export const setting = <S extends TSchema, const G extends string>(
  group: G,
  of: S,
  byDefault: (config: Config) => Static<S>,
  open = false,
): Setting<S, G> => ({ group, of, byDefault, open })

export const wholeNumber = (
  minimum: number,
  maximum: number,
  example: number,
  description: string,
) => Type.Integer({ minimum, maximum, description, examples: [example] })

export type SettingName = NamesOf<'settings'>
type Definition<Name extends SettingName> = PartOf<'settings', Name>
type Value<Name extends SettingName> =
  Definition<Name> extends { of: infer S extends TSchema } ? Static<S> : never

export type Settings = { readonly [Name in SettingName]: Value<Name> }

type SettingGroup = { [Name in SettingName]: Definition<Name>['group'] }[SettingName]

/** The settings of a group, with their values. */
export type SettingsOf<G extends SettingGroup> = {
  [Name in SettingName as Definition<Name> extends { group: G } ? Name : never]: Value<Name>
}

/** Settings that administrators can change at run time, by name. */
export const catalogue: Record<string, Setting> = {}
export const settingNames: SettingName[] = []

/** Registers the settings of a domain; throws if a name is already registered. */
export function addSettings(more: Record<string, Setting>): void {
  requireUnusedNames('setting', more, catalogue)
  Object.assign(catalogue, more)
  settingNames.push(...(Object.keys(more) as SettingName[]))
}

const namesIn = (group: SettingGroup) =>
  settingNames.filter((name) => catalogue[name]?.group === group)

/** The schema of each setting of a group. */
export function fieldsOf(group: SettingGroup): Record<string, TSchema> {
  return Object.fromEntries(namesIn(group).map((name) => [name, catalogue[name]?.of as TSchema]))
}

/** The schema of a group of settings with their values. */
export const shapeOf = <G extends SettingGroup>(group: G) =>
  assembled<SettingsOf<G>>(`${pascalCase(group)}Settings`, () => Shape(fieldsOf(group)))

/** The schema of an update of a group. */
export const changesOf = <G extends SettingGroup>(group: G) =>
  assembled<Partial<SettingsOf<G>>>(`${pascalCase(group)}SettingsChanges`, () =>
    Changes(`${pascalCase(group)}SettingsChanges`, Shape(fieldsOf(group))),
  )

/** The values of a group. */
export function pick<G extends SettingGroup>(values: Settings, group: G): SettingsOf<G> {
  return Object.fromEntries(namesIn(group).map((name) => [name, values[name]])) as SettingsOf<G>
}

/** Whether a setting that affects permissions differs. */
export function permissionSettingsDiffer(values: Settings, before: Settings): boolean {
  return settingNames.some(
    (name) => catalogue[name]?.decidesPermissions && values[name] !== before[name],
  )
}

/** The settings that are visible to every visitor. */
export function publicSettings(values: Settings) {
  const names = settingNames.filter((name) => catalogue[name]?.open)
  return Object.fromEntries(names.map((name) => [name, values[name]]))
}
