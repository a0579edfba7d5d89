import { SettingError } from '@powernode/contract/environment.ts'

/** A setting that cannot be used; its message is one line fit for a terminal. */
export class ConfigError extends SettingError {}
