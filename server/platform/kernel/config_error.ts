import { SettingError } from '@powernode/contract/environment.ts'

/** An invalid setting or environment; its message is one line for the terminal. */
export class ConfigError extends SettingError {}
