import { resource } from '@powernode/server/platform/http/resource.ts'
import { readOverview, SettingsOverview } from './overview.ts'
import {
  RotatedSigningKey,
  readSecurityConfig,
  regenerateSigningKey,
  SecurityChanges,
  SecurityConfig,
  SigningKeyRotation,
  updateSecurityConfig,
} from './security.ts'
import {
  ChangeFilters,
  GeneralChanges,
  GeneralSettings,
  listSettingChanges,
  SettingChange,
  updateGeneralSettings,
} from './setting.ts'

/** The installation for platform administrators, across all accounts. */
export default resource(
  '/admin_settings',
  'The installation: its settings, metrics, logs, accounts and users',
  (r) => {
    r.get(
      '/',
      {
        can: 'admin.settings.read',
        of: SettingsOverview,
        summary: 'Get metrics, the newest users and accounts, and the settings',
      },
      ({ ctx }) => readOverview(ctx),
    )
    r.update(
      '/',
      {
        can: 'admin.settings.update',
        notImpersonating: true,
        body: GeneralChanges,
        of: GeneralSettings,
        summary: 'Change settings; every process applies them within a second',
        says: 'Settings updated',
      },
      ({ ctx, body }) => updateGeneralSettings(ctx, body),
    )
    r.list(
      '/changes',
      {
        can: 'admin.settings.read',
        of: SettingChange,
        query: ChangeFilters,
        sorts: ['-created_at'],
        summary: 'List changes of settings, with their authors and values',
      },
      ({ ctx, page, query }) => listSettingChanges(ctx, page, query),
    )
    r.get(
      '/security',
      {
        can: 'admin.security.read',
        of: SecurityConfig,
        summary: 'Get the sign-in security settings',
      },
      ({ ctx }) => readSecurityConfig(ctx),
    )
    r.update(
      '/security',
      {
        can: 'admin.security.update',
        notImpersonating: true,
        body: SecurityChanges,
        of: SecurityConfig,
        summary:
          'Change the sign-in security settings; lifetimes apply to what is issued from then on',
        says: 'Security settings updated',
      },
      ({ ctx, body }) => updateSecurityConfig(ctx, body),
    )
    r.post(
      '/security/regenerate_jwt_secret',
      {
        can: 'admin.signing_keys.rotate',
        notImpersonating: true,
        throttle: 'key_rotation',
        body: SigningKeyRotation,
        of: RotatedSigningKey,
        status: 200,
        summary: 'Sign tokens with a new key; the previous key stays valid for one day',
        says: 'Tokens are signed with a new key',
        fails: ['invalid_transition'],
      },
      ({ ctx, body }) => regenerateSigningKey(ctx, body),
    )
  },
)
