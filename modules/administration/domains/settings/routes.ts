import { resource } from '@powernode/server/platform/http/resource.ts'
import { Overview, readOverview } from './overview.ts'
import {
  RotatedKey,
  RotationReason,
  readSecurityConfig,
  regenerateSigningKey,
  SecurityChanges,
  SecurityConfig,
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

/** The installation as those see it who run it, across all accounts. */
export default resource(
  '/admin_settings',
  'The installation: its settings, metrics, logs, accounts and people',
  (r) => {
    r.get(
      '/',
      {
        can: 'admin.settings.read',
        of: Overview,
        summary: 'Figures, the newest people and accounts, and the settings',
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
        summary: 'Change settings; every process follows within a second',
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
        summary: 'Who changed which setting, from what to what',
      },
      ({ ctx, page, query }) => listSettingChanges(ctx, page, query),
    )
    r.get(
      '/security',
      { can: 'admin.security.read', of: SecurityConfig, summary: 'How this server guards sign-in' },
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
          'Change how this server guards sign-in; lifetimes hold for what is issued from then on',
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
        body: RotationReason,
        of: RotatedKey,
        status: 200,
        summary: 'Sign tokens with a new key; the one before is good for another day',
        says: 'Tokens are signed with a new key',
      },
      ({ ctx, body }) => regenerateSigningKey(ctx, body),
    )
  },
)
