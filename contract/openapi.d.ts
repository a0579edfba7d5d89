// Written by npm run generate; do not edit.

export interface paths {
    "/api/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How this server is */
        get: operations["health.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is this process alive? */
        get: operations["health.live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Can this server take requests? */
        get: operations["health.ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an account and sign in as its owner */
        post: operations["auth.register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in */
        post: operations["auth.login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/verify-2fa": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finish a sign-in with a code */
        post: operations["auth.verify_2fa"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm who you are, which opens what is sensitive for ten minutes */
        post: operations["auth.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Trade a refresh token, from the cookie or the body, for new tokens */
        post: operations["auth.refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End this session */
        post: operations["auth.logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who you are and what you may do */
        get: operations["auth.me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/forgot-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a reset link */
        post: operations["auth.forgot_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose a new password with a mailed link */
        post: operations["auth.reset_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/verify-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm an address with a mailed link */
        post: operations["auth.verify_email"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/resend-verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the confirmation mail again */
        post: operations["auth.resend_verification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to sign in with a passkey */
        post: operations["auth.passkey.options"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a passkey */
        post: operations["auth.passkey.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where you are signed in */
        get: operations["sessions.list"];
        put?: never;
        post?: never;
        /** End all your other sessions */
        delete: operations["sessions.delete_all"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one session */
        delete: operations["sessions.delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/two_factor/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether it is on */
        get: operations["two_factor.status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/two_factor/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a set-up */
        post: operations["two_factor.enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/two_factor/verify_setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finish a set-up with the first code */
        post: operations["two_factor.verify_setup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/two_factor/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Turn it off */
        delete: operations["two_factor.disable_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/two_factor/backup_codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The unused backup codes */
        get: operations["two_factor.backup_codes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/two_factor/regenerate_backup_codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace the backup codes */
        post: operations["two_factor.regenerate_backup_codes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your passkeys */
        get: operations["passkeys.list"];
        put?: never;
        /** Add a passkey */
        post: operations["passkeys.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to add a passkey */
        post: operations["passkeys.options"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Rename a passkey */
        put: operations["passkeys.replace"];
        post?: never;
        /** Remove a passkey */
        delete: operations["passkeys.delete"];
        options?: never;
        head?: never;
        /** Rename a passkey */
        patch: operations["passkeys.update"];
        trace?: never;
    };
    "/api/v1/accounts/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The account you are in */
        get: operations["accounts.current"];
        /**
         * Change the account
         * @description Needs the permission `accounts.update`.
         */
        put: operations["accounts.current_replace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the account
         * @description Needs the permission `accounts.update`.
         */
        patch: operations["accounts.current_update"];
        trace?: never;
    };
    "/api/v1/accounts/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How much of its limits the account uses
         * @description Needs the permission `accounts.read`.
         */
        get: operations["accounts.usage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/accessible": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts you can work in */
        get: operations["accounts.accessible_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/switch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Work in another account, or come back to your own */
        post: operations["accounts.switch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Accounts that are in use
         * @description Needs the permission `system.accounts.read`.
         */
        get: operations["accounts.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Any account
         * @description Needs the permission `system.accounts.read`.
         */
        get: operations["accounts.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/current/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rights given to people of other accounts
         * @description Needs the permission `delegations.read`.
         */
        get: operations["accounts.current.delegations.list"];
        put?: never;
        /**
         * Give rights to a person of another account
         * @description Needs the permission `delegations.create`.
         */
        post: operations["accounts.current.delegations.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/current/delegations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One delegation
         * @description Needs the permission `delegations.read`.
         */
        get: operations["accounts.current.delegations.read"];
        /**
         * Change the rights, their end or the notes
         * @description Needs the permission `delegations.update`.
         */
        put: operations["accounts.current.delegations.replace"];
        post?: never;
        /**
         * Revoke for good; the row stays
         * @description Needs the permission `delegations.update`.
         */
        delete: operations["accounts.current.delegations.delete"];
        options?: never;
        head?: never;
        /**
         * Change the rights, their end or the notes
         * @description Needs the permission `delegations.update`.
         */
        patch: operations["accounts.current.delegations.update"];
        trace?: never;
    };
    "/api/v1/accounts/current/delegations/{id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Give an inactive one its rights back
         * @description Needs the permission `delegations.update`.
         */
        patch: operations["accounts.current.delegations.activate_update"];
        trace?: never;
    };
    "/api/v1/accounts/current/delegations/{id}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Pause the rights
         * @description Needs the permission `delegations.update`.
         */
        patch: operations["accounts.current.delegations.deactivate_update"];
        trace?: never;
    };
    "/api/v1/accounts/current/delegations/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Revoke for good, as DELETE does
         * @description Needs the permission `delegations.update`.
         */
        patch: operations["accounts.current.delegations.revoke_update"];
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The people of the account
         * @description Needs the permission `users.read`.
         */
        get: operations["users.list"];
        put?: never;
        /**
         * Add a person
         * @description Needs the permission `users.create`.
         */
        post: operations["users.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many people there are
         * @description Needs the permission `users.read`.
         */
        get: operations["users.stats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One person
         * @description Needs the permission `users.read`, or to be that user.
         */
        get: operations["users.read"];
        /**
         * Change a person, or yourself
         * @description Needs the permission `users.update`, or to be that user.
         */
        put: operations["users.replace"];
        post?: never;
        /**
         * Remove a person
         * @description Needs the permission `users.delete`.
         */
        delete: operations["users.delete"];
        options?: never;
        head?: never;
        /**
         * Change a person, or yourself
         * @description Needs the permission `users.update`, or to be that user.
         */
        patch: operations["users.update"];
        trace?: never;
    };
    "/api/v1/users/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Suspend a person: every session ends at once
         * @description Needs the permission `users.suspend`.
         */
        put: operations["users.suspend_replace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Let a suspended person in again
         * @description Needs the permission `users.suspend`.
         */
        put: operations["users.activate_replace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Lift the lock after wrong passwords
         * @description Needs the permission `users.suspend`.
         */
        put: operations["users.unlock_replace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/reset_password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a person’s sessions and mail them a link to choose a new password
         * @description Needs the permission `users.update`.
         */
        post: operations["users.reset_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/roles/{role_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a person one more role
         * @description Needs the permission `roles.assign`.
         */
        post: operations["users.roles"];
        /**
         * Take a role away from a person
         * @description Needs the permission `roles.assign`.
         */
        delete: operations["users.roles_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The roles of the account
         * @description Needs the permission `roles.read`.
         */
        get: operations["roles.list"];
        put?: never;
        /**
         * Make a role
         * @description Needs the permission `roles.create`.
         */
        post: operations["roles.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/assignable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Roles you may give to others */
        get: operations["roles.assignable_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One role
         * @description Needs the permission `roles.read`.
         */
        get: operations["roles.read"];
        /**
         * Change a role
         * @description Needs the permission `roles.update`.
         */
        put: operations["roles.replace"];
        post?: never;
        /**
         * Delete a role that nobody holds
         * @description Needs the permission `roles.delete`.
         */
        delete: operations["roles.delete"];
        options?: never;
        head?: never;
        /**
         * Change a role
         * @description Needs the permission `roles.update`.
         */
        patch: operations["roles.update"];
        trace?: never;
    };
    "/api/v1/roles/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What another set of permissions would give and take
         * @description Needs the permission `roles.read`.
         */
        post: operations["roles.preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/{id}/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who holds a role
         * @description Needs the permission `roles.read`.
         */
        get: operations["roles.users_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every permission there is
         * @description Needs the permission `roles.read`.
         */
        get: operations["permissions.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The account’s invitations
         * @description Needs the permission `invitations.read`.
         */
        get: operations["invitations.list"];
        put?: never;
        /**
         * Invite a person
         * @description Needs the permission `invitations.create`.
         */
        post: operations["invitations.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send it again with a new link
         * @description Needs the permission `invitations.create`.
         */
        post: operations["invitations.resend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Cancel an invitation
         * @description Needs the permission `invitations.delete`.
         */
        delete: operations["invitations.delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a link invites to */
        get: operations["invitations.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{token}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an invitation with a password of one’s own */
        post: operations["invitations.accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/impersonations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who acts as whom now
         * @description Needs the permission `impersonations.read`.
         */
        get: operations["impersonations.list"];
        put?: never;
        /**
         * Begin to act as somebody else
         * @description Needs the permission `users.impersonate`.
         */
        post: operations["impersonations.create"];
        /** Stop, with the bearer that acts or with your own */
        delete: operations["impersonations.delete_all"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/impersonations/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who acted as whom
         * @description Needs the permission `impersonations.read`.
         */
        get: operations["impersonations.history_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/impersonations/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whom you may act as
         * @description Needs the permission `users.impersonate`.
         */
        get: operations["impersonations.users_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/impersonations/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether a token still acts as anybody */
        post: operations["impersonations.validate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your notifications */
        get: operations["notifications.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/read_all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark all as read */
        post: operations["notifications.read_all"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark one as read */
        post: operations["notifications.read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Dismiss one */
        delete: operations["notifications.delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit_logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened in the account
         * @description Needs the permission `audit_logs.read`.
         */
        get: operations["audit_logs.list"];
        put?: never;
        /**
         * Write an entry
         * @description Needs the permission `system.audit_logs.create`.
         */
        post: operations["audit_logs.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit_logs/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How much happened, and of what kind
         * @description Needs the permission `audit_logs.read`.
         */
        get: operations["audit_logs.stats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit_logs/security_summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What concerns security
         * @description Needs the permission `audit_logs.read`.
         */
        get: operations["audit_logs.security_summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit_logs/compliance_summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What concerns data of people
         * @description Needs the permission `audit_logs.read`.
         */
        get: operations["audit_logs.compliance_summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit_logs/activity_timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened over time
         * @description Needs the permission `audit_logs.read`.
         */
        get: operations["audit_logs.activity_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit_logs/risk_analysis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How likely somebody is at the door who should not be
         * @description Needs the permission `audit_logs.read`.
         */
        get: operations["audit_logs.risk_analysis"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit_logs/integrity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the chain of the entries stands
         * @description Needs the permission `audit_logs.read`.
         */
        get: operations["audit_logs.integrity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit_logs/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have entries written into a file
         * @description Needs the permission `audit_logs.export`.
         */
        post: operations["audit_logs.export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit_logs/cleanup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete the oldest entries of every account, up to a day; by default a year ago
         * @description Needs the permission `admin.audit_logs.delete`.
         */
        delete: operations["audit_logs.cleanup_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit_logs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One entry
         * @description Needs the permission `audit_logs.read`.
         */
        get: operations["audit_logs.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit_logs/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Files that were asked for, for as long as they are kept
         * @description Needs the permission `audit_logs.export`.
         */
        get: operations["audit_logs.exports.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit_logs/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far one is
         * @description Needs the permission `audit_logs.export`.
         */
        get: operations["audit_logs.exports.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit_logs/exports/{id}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file, for whoever has its signed link */
        get: operations["audit_logs.exports.download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/internal/audit_exports/{id}/parts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write the next part of an export
         * @description Needs the permission `system.jobs.process`.
         */
        post: operations["internal.audit_exports.parts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/internal/audit_exports/{id}/failure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an export up
         * @description Needs the permission `system.jobs.process`.
         */
        post: operations["internal.audit_exports.failure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mail this server sent or captured
         * @description Needs the permission `admin.mails.read`.
         */
        get: operations["admin.mails.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/mails/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One mail, rendered
         * @description Needs the permission `admin.mails.read`.
         */
        get: operations["admin.mails.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/internal/mails/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A mail and how to send it
         * @description Needs the permission `system.jobs.process`.
         */
        get: operations["internal.mails.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Report how the delivery ended
         * @description Needs the permission `system.jobs.process`.
         */
        patch: operations["internal.mails.update"];
        trace?: never;
    };
    "/api/v1/worker/leases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report what ended, keep what runs, and wait for more jobs
         * @description Needs the permission `system.jobs.process`.
         */
        post: operations["worker.leases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/internal/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One job
         * @description Needs the permission `system.jobs.process`.
         */
        get: operations["internal.jobs.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Report the progress or the end of a job
         * @description Needs the permission `system.jobs.process`.
         */
        patch: operations["internal.jobs.update"];
        trace?: never;
    };
    "/api/v1/internal/maintenance/clean_up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete what has expired
         * @description Needs the permission `system.jobs.process`.
         */
        post: operations["internal.maintenance.clean_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Every failure has this shape */
        Error: {
            /** @enum {boolean} */
            success: false;
            /**
             * @description What happened, for a person
             * @example User not found
             */
            error: string;
            /**
             * @description What happened, for a program
             * @enum {string}
             */
            code: "bad_request" | "malformed_json" | "unauthorized" | "token_expired" | "token_revoked" | "user_inactive" | "account_inactive" | "account_locked" | "invalid_credentials" | "invalid_refresh_token" | "invalid_reset_token" | "forbidden" | "registration_disabled" | "role_not_assignable" | "invalid_2fa" | "invalid_passkey" | "impersonation_restricted" | "system_role" | "permission_not_grantable" | "insufficient_rank" | "not_found" | "method_not_allowed" | "conflict" | "two_factor_already_enabled" | "two_factor_not_enabled" | "role_in_use" | "impersonation_active" | "invalid_transition" | "idempotency_in_progress" | "payload_too_large" | "uri_too_long" | "unsupported_media_type" | "validation_error" | "last_owner" | "token_invalid" | "idempotency_key_reused" | "headers_too_large" | "rate_limited" | "internal_error" | "service_unavailable";
            /** @description On 422: what is wrong with each field; `base` for the whole */
            errors?: {
                [key: string]: string[];
            };
            /** @description More about this failure */
            details?: {
                [key: string]: unknown;
            };
            /** @description Quote it when asking for help */
            request_id: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "health.read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * @description The process answers
                             * @example healthy
                             * @enum {string}
                             */
                            status: "healthy";
                            /**
                             * Format: date-time
                             * @description When this was answered
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            timestamp: string;
                            /**
                             * @description Seconds since this process started
                             * @example 3
                             */
                            uptime_seconds: number;
                            /**
                             * @description Version of Powernode
                             * @example 0.1.0
                             */
                            version: string;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "health.live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * @description The process answers
                             * @example healthy
                             * @enum {string}
                             */
                            status: "healthy";
                            /**
                             * Format: date-time
                             * @description When this was answered
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            timestamp: string;
                            /**
                             * @description Seconds since this process started
                             * @example 3
                             */
                            uptime_seconds: number;
                            /**
                             * @description Version of Powernode
                             * @example 0.1.0
                             */
                            version: string;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "health.ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * @description The process answers
                             * @example healthy
                             * @enum {string}
                             */
                            status: "healthy";
                            /**
                             * Format: date-time
                             * @description When this was answered
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            timestamp: string;
                            /**
                             * @description Seconds since this process started
                             * @example 3
                             */
                            uptime_seconds: number;
                            /**
                             * @description Version of Powernode
                             * @example 0.1.0
                             */
                            version: string;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "auth.register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Full name
                     * @example Ada Lovelace
                     */
                    name: string;
                    /**
                     * Format: email
                     * @description E-mail address, case-insensitive
                     * @example ada@example.com
                     */
                    email: string;
                    /**
                     * @description 12 to 128 characters with upper and lower case, digit and special character
                     * @example Correct-Horse-7-Battery
                     */
                    password: string;
                    /**
                     * @description Name of the new account
                     * @example Analytical Engines
                     */
                    account_name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            user: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /**
                                 * @description Full name
                                 * @example Ada Lovelace
                                 */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                                /** @description Whether the address was confirmed */
                                email_verified: boolean;
                                /**
                                 * @description Names of the roles held
                                 * @example [
                                 *       "member"
                                 *     ]
                                 */
                                roles: string[];
                                /**
                                 * @description Only active people can sign in
                                 * @example active
                                 * @enum {string}
                                 */
                                status: "active" | "inactive" | "suspended";
                                /** @description Locked for a while after wrong passwords */
                                locked: boolean;
                                /** @description Whether sign-in asks for a second factor */
                                two_factor_enabled: boolean;
                                /**
                                 * Format: date-time
                                 * @description Last sign-in
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                last_login_at: string | null;
                                /**
                                 * Format: date-time
                                 * @description When the person was added
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                created_at: string;
                                /**
                                 * Format: date-time
                                 * @description When the person last changed
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                updated_at: string;
                                /** @description Everything the roles allow, sorted */
                                permissions: string[];
                                /**
                                 * @description What the person chose in the web app
                                 * @example {
                                 *       "theme": "dark"
                                 *     }
                                 */
                                preferences: {
                                    [key: string]: unknown;
                                };
                                account: {
                                    /**
                                     * Format: uuid
                                     * @description Identifier
                                     * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                     */
                                    id: string;
                                    /**
                                     * @description Name of the account, 2 to 100 characters
                                     * @example Analytical Engines
                                     */
                                    name: string;
                                    /**
                                     * @description Only an active account can be used
                                     * @example active
                                     * @enum {string}
                                     */
                                    status: "active" | "suspended" | "cancelled";
                                    /**
                                     * @description Short name for addresses: 3 to 30 of a–z, 0–9 and hyphen; unique on this server
                                     * @example analytical-engines
                                     */
                                    subdomain: string;
                                };
                                /**
                                 * Format: uuid
                                 * @description The account the person belongs to; differs while a delegation is used
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                home_account_id: string;
                                impersonator: {
                                    /**
                                     * Format: uuid
                                     * @description Who acts as this person
                                     * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                     */
                                    id: string;
                                    /** @description Their full name */
                                    name: string;
                                } | null;
                            };
                            /**
                             * @description Bearer of the API, for 15 minutes
                             * @example eyJhbGciOi…
                             */
                            access_token: string;
                            /**
                             * @description Good once, for 7 days; also set as a cookie
                             * @example eyJhbGciOi…
                             */
                            refresh_token: string;
                            /**
                             * @description Seconds the access token lasts
                             * @example 900
                             */
                            expires_in: number;
                            /**
                             * Format: date-time
                             * @description When the access token ends
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            expires_at: string;
                            /**
                             * Format: date-time
                             * @description When the refresh token ends
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            refresh_expires_at: string;
                            /** @description Something the person should do soon */
                            warning: string | null;
                        };
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description registration_disabled */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "auth.login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description E-mail address, case-insensitive
                     * @example ada@example.com
                     */
                    email: string;
                    /**
                     * @description Password
                     * @example Correct-Horse-7-Battery
                     */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            user: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /**
                                 * @description Full name
                                 * @example Ada Lovelace
                                 */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                                /** @description Whether the address was confirmed */
                                email_verified: boolean;
                                /**
                                 * @description Names of the roles held
                                 * @example [
                                 *       "member"
                                 *     ]
                                 */
                                roles: string[];
                                /**
                                 * @description Only active people can sign in
                                 * @example active
                                 * @enum {string}
                                 */
                                status: "active" | "inactive" | "suspended";
                                /** @description Locked for a while after wrong passwords */
                                locked: boolean;
                                /** @description Whether sign-in asks for a second factor */
                                two_factor_enabled: boolean;
                                /**
                                 * Format: date-time
                                 * @description Last sign-in
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                last_login_at: string | null;
                                /**
                                 * Format: date-time
                                 * @description When the person was added
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                created_at: string;
                                /**
                                 * Format: date-time
                                 * @description When the person last changed
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                updated_at: string;
                                /** @description Everything the roles allow, sorted */
                                permissions: string[];
                                /**
                                 * @description What the person chose in the web app
                                 * @example {
                                 *       "theme": "dark"
                                 *     }
                                 */
                                preferences: {
                                    [key: string]: unknown;
                                };
                                account: {
                                    /**
                                     * Format: uuid
                                     * @description Identifier
                                     * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                     */
                                    id: string;
                                    /**
                                     * @description Name of the account, 2 to 100 characters
                                     * @example Analytical Engines
                                     */
                                    name: string;
                                    /**
                                     * @description Only an active account can be used
                                     * @example active
                                     * @enum {string}
                                     */
                                    status: "active" | "suspended" | "cancelled";
                                    /**
                                     * @description Short name for addresses: 3 to 30 of a–z, 0–9 and hyphen; unique on this server
                                     * @example analytical-engines
                                     */
                                    subdomain: string;
                                };
                                /**
                                 * Format: uuid
                                 * @description The account the person belongs to; differs while a delegation is used
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                home_account_id: string;
                                impersonator: {
                                    /**
                                     * Format: uuid
                                     * @description Who acts as this person
                                     * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                     */
                                    id: string;
                                    /** @description Their full name */
                                    name: string;
                                } | null;
                            };
                            /**
                             * @description Bearer of the API, for 15 minutes
                             * @example eyJhbGciOi…
                             */
                            access_token: string;
                            /**
                             * @description Good once, for 7 days; also set as a cookie
                             * @example eyJhbGciOi…
                             */
                            refresh_token: string;
                            /**
                             * @description Seconds the access token lasts
                             * @example 900
                             */
                            expires_in: number;
                            /**
                             * Format: date-time
                             * @description When the access token ends
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            expires_at: string;
                            /**
                             * Format: date-time
                             * @description When the refresh token ends
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            refresh_expires_at: string;
                            /** @description Something the person should do soon */
                            warning: string | null;
                        } | {
                            /**
                             * @description Send a code to /auth/verify-2fa
                             * @enum {boolean}
                             */
                            requires_2fa: true;
                            /**
                             * @description Names this sign-in, for ten minutes
                             * @example q7Ck…
                             */
                            verification_token: string;
                        };
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description account_inactive, account_locked, invalid_credentials, user_inactive */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "auth.verify_2fa": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description From the answer to /auth/login
                     * @example q7Ck…
                     */
                    verification_token: string;
                    /**
                     * @description Authenticator or backup code
                     * @example 492039
                     */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            user: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /**
                                 * @description Full name
                                 * @example Ada Lovelace
                                 */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                                /** @description Whether the address was confirmed */
                                email_verified: boolean;
                                /**
                                 * @description Names of the roles held
                                 * @example [
                                 *       "member"
                                 *     ]
                                 */
                                roles: string[];
                                /**
                                 * @description Only active people can sign in
                                 * @example active
                                 * @enum {string}
                                 */
                                status: "active" | "inactive" | "suspended";
                                /** @description Locked for a while after wrong passwords */
                                locked: boolean;
                                /** @description Whether sign-in asks for a second factor */
                                two_factor_enabled: boolean;
                                /**
                                 * Format: date-time
                                 * @description Last sign-in
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                last_login_at: string | null;
                                /**
                                 * Format: date-time
                                 * @description When the person was added
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                created_at: string;
                                /**
                                 * Format: date-time
                                 * @description When the person last changed
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                updated_at: string;
                                /** @description Everything the roles allow, sorted */
                                permissions: string[];
                                /**
                                 * @description What the person chose in the web app
                                 * @example {
                                 *       "theme": "dark"
                                 *     }
                                 */
                                preferences: {
                                    [key: string]: unknown;
                                };
                                account: {
                                    /**
                                     * Format: uuid
                                     * @description Identifier
                                     * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                     */
                                    id: string;
                                    /**
                                     * @description Name of the account, 2 to 100 characters
                                     * @example Analytical Engines
                                     */
                                    name: string;
                                    /**
                                     * @description Only an active account can be used
                                     * @example active
                                     * @enum {string}
                                     */
                                    status: "active" | "suspended" | "cancelled";
                                    /**
                                     * @description Short name for addresses: 3 to 30 of a–z, 0–9 and hyphen; unique on this server
                                     * @example analytical-engines
                                     */
                                    subdomain: string;
                                };
                                /**
                                 * Format: uuid
                                 * @description The account the person belongs to; differs while a delegation is used
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                home_account_id: string;
                                impersonator: {
                                    /**
                                     * Format: uuid
                                     * @description Who acts as this person
                                     * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                     */
                                    id: string;
                                    /** @description Their full name */
                                    name: string;
                                } | null;
                            };
                            /**
                             * @description Bearer of the API, for 15 minutes
                             * @example eyJhbGciOi…
                             */
                            access_token: string;
                            /**
                             * @description Good once, for 7 days; also set as a cookie
                             * @example eyJhbGciOi…
                             */
                            refresh_token: string;
                            /**
                             * @description Seconds the access token lasts
                             * @example 900
                             */
                            expires_in: number;
                            /**
                             * Format: date-time
                             * @description When the access token ends
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            expires_at: string;
                            /**
                             * Format: date-time
                             * @description When the refresh token ends
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            refresh_expires_at: string;
                            /** @description Something the person should do soon */
                            warning: string | null;
                        };
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description account_locked, invalid_2fa */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "auth.confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Password
                     * @example Correct-Horse-7-Battery
                     */
                    password?: string;
                    /**
                     * @description Authenticator or backup code
                     * @example 492039
                     */
                    code?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: null;
                        /** @example Confirmed */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "auth.refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Where no cookie is sent
                     * @example eyJhbGciOi…
                     */
                    refresh_token?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * @description Bearer of the API, for 15 minutes
                             * @example eyJhbGciOi…
                             */
                            access_token: string;
                            /**
                             * @description Good once, for 7 days; also set as a cookie
                             * @example eyJhbGciOi…
                             */
                            refresh_token: string;
                            /**
                             * @description Seconds the access token lasts
                             * @example 900
                             */
                            expires_in: number;
                            /**
                             * Format: date-time
                             * @description When the access token ends
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            expires_at: string;
                            /**
                             * Format: date-time
                             * @description When the refresh token ends
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            refresh_expires_at: string;
                        };
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description invalid_refresh_token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "auth.logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Where no cookie is sent
                     * @example eyJhbGciOi…
                     */
                    refresh_token?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: null;
                        /** @example Signed out */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "auth.me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            user: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /**
                                 * @description Full name
                                 * @example Ada Lovelace
                                 */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                                /** @description Whether the address was confirmed */
                                email_verified: boolean;
                                /**
                                 * @description Names of the roles held
                                 * @example [
                                 *       "member"
                                 *     ]
                                 */
                                roles: string[];
                                /**
                                 * @description Only active people can sign in
                                 * @example active
                                 * @enum {string}
                                 */
                                status: "active" | "inactive" | "suspended";
                                /** @description Locked for a while after wrong passwords */
                                locked: boolean;
                                /** @description Whether sign-in asks for a second factor */
                                two_factor_enabled: boolean;
                                /**
                                 * Format: date-time
                                 * @description Last sign-in
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                last_login_at: string | null;
                                /**
                                 * Format: date-time
                                 * @description When the person was added
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                created_at: string;
                                /**
                                 * Format: date-time
                                 * @description When the person last changed
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                updated_at: string;
                                /** @description Everything the roles allow, sorted */
                                permissions: string[];
                                /**
                                 * @description What the person chose in the web app
                                 * @example {
                                 *       "theme": "dark"
                                 *     }
                                 */
                                preferences: {
                                    [key: string]: unknown;
                                };
                                account: {
                                    /**
                                     * Format: uuid
                                     * @description Identifier
                                     * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                     */
                                    id: string;
                                    /**
                                     * @description Name of the account, 2 to 100 characters
                                     * @example Analytical Engines
                                     */
                                    name: string;
                                    /**
                                     * @description Only an active account can be used
                                     * @example active
                                     * @enum {string}
                                     */
                                    status: "active" | "suspended" | "cancelled";
                                    /**
                                     * @description Short name for addresses: 3 to 30 of a–z, 0–9 and hyphen; unique on this server
                                     * @example analytical-engines
                                     */
                                    subdomain: string;
                                };
                                /**
                                 * Format: uuid
                                 * @description The account the person belongs to; differs while a delegation is used
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                home_account_id: string;
                                impersonator: {
                                    /**
                                     * Format: uuid
                                     * @description Who acts as this person
                                     * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                     */
                                    id: string;
                                    /** @description Their full name */
                                    name: string;
                                } | null;
                            };
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "auth.forgot_password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description E-mail address, case-insensitive
                     * @example ada@example.com
                     */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: null;
                        /** @example If that address is registered, a reset link is on its way */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "auth.reset_password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description From the mailed link
                     * @example q7Ck…
                     */
                    token: string;
                    /**
                     * @description 12 to 128 characters with upper and lower case, digit and special character
                     * @example Correct-Horse-7-Battery
                     */
                    password: string;
                    /**
                     * @description 12 to 128 characters with upper and lower case, digit and special character
                     * @example Correct-Horse-7-Battery
                     */
                    password_confirmation?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: null;
                        /** @example Password changed. You can sign in now */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description invalid_reset_token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "auth.verify_email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description From the mailed link
                     * @example q7Ck…
                     */
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            user: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                                /**
                                 * @description Always so from here on
                                 * @enum {boolean}
                                 */
                                email_verified: true;
                            };
                        };
                        /** @example E-mail address confirmed */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, token_invalid, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "auth.resend_verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: null;
                        /** @example Confirmation mail sent */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress, invalid_transition */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "auth.passkey.options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        /**
                         * @description Options for the browser
                         * @example {
                         *       "challenge": "q7Ck…"
                         *     }
                         */
                        data: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "auth.passkey.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What the browser answered
                     * @example {
                     *       "id": "AYHt…",
                     *       "type": "public-key"
                     *     }
                     */
                    response: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            user: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /**
                                 * @description Full name
                                 * @example Ada Lovelace
                                 */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                                /** @description Whether the address was confirmed */
                                email_verified: boolean;
                                /**
                                 * @description Names of the roles held
                                 * @example [
                                 *       "member"
                                 *     ]
                                 */
                                roles: string[];
                                /**
                                 * @description Only active people can sign in
                                 * @example active
                                 * @enum {string}
                                 */
                                status: "active" | "inactive" | "suspended";
                                /** @description Locked for a while after wrong passwords */
                                locked: boolean;
                                /** @description Whether sign-in asks for a second factor */
                                two_factor_enabled: boolean;
                                /**
                                 * Format: date-time
                                 * @description Last sign-in
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                last_login_at: string | null;
                                /**
                                 * Format: date-time
                                 * @description When the person was added
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                created_at: string;
                                /**
                                 * Format: date-time
                                 * @description When the person last changed
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                updated_at: string;
                                /** @description Everything the roles allow, sorted */
                                permissions: string[];
                                /**
                                 * @description What the person chose in the web app
                                 * @example {
                                 *       "theme": "dark"
                                 *     }
                                 */
                                preferences: {
                                    [key: string]: unknown;
                                };
                                account: {
                                    /**
                                     * Format: uuid
                                     * @description Identifier
                                     * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                     */
                                    id: string;
                                    /**
                                     * @description Name of the account, 2 to 100 characters
                                     * @example Analytical Engines
                                     */
                                    name: string;
                                    /**
                                     * @description Only an active account can be used
                                     * @example active
                                     * @enum {string}
                                     */
                                    status: "active" | "suspended" | "cancelled";
                                    /**
                                     * @description Short name for addresses: 3 to 30 of a–z, 0–9 and hyphen; unique on this server
                                     * @example analytical-engines
                                     */
                                    subdomain: string;
                                };
                                /**
                                 * Format: uuid
                                 * @description The account the person belongs to; differs while a delegation is used
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                home_account_id: string;
                                impersonator: {
                                    /**
                                     * Format: uuid
                                     * @description Who acts as this person
                                     * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                     */
                                    id: string;
                                    /** @description Their full name */
                                    name: string;
                                } | null;
                            };
                            /**
                             * @description Bearer of the API, for 15 minutes
                             * @example eyJhbGciOi…
                             */
                            access_token: string;
                            /**
                             * @description Good once, for 7 days; also set as a cookie
                             * @example eyJhbGciOi…
                             */
                            refresh_token: string;
                            /**
                             * @description Seconds the access token lasts
                             * @example 900
                             */
                            expires_in: number;
                            /**
                             * Format: date-time
                             * @description When the access token ends
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            expires_at: string;
                            /**
                             * Format: date-time
                             * @description When the refresh token ends
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            refresh_expires_at: string;
                            /** @description Something the person should do soon */
                            warning: string | null;
                        };
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description account_inactive, invalid_passkey, user_inactive */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "sessions.list": {
        parameters: {
            query?: {
                /**
                 * @description Page, from 1; anything else means 1
                 * @example 1
                 */
                page?: number;
                /**
                 * @description Rows on a page, clamped to 1–100
                 * @example 20
                 */
                per_page?: number;
                /**
                 * @description Order; a leading minus sorts downwards. Default -last_used_at
                 * @example last_used_at
                 */
                sort?: "last_used_at" | "-last_used_at" | "created_at" | "-created_at";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /** @description The one this request belongs to */
                            current: boolean;
                            /**
                             * @description Program and system, as they call themselves
                             * @example Firefox on Linux
                             */
                            device: string;
                            /** @description Where it signed in from */
                            ip_address: string | null;
                            /**
                             * Format: date-time
                             * @description When it signed in
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it last refreshed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            last_used_at: string;
                            /**
                             * Format: date-time
                             * @description When it ends by itself
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            expires_at: string;
                        }[];
                        meta: {
                            current_page: number;
                            total_pages: number;
                            total_count: number;
                            per_page: number;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "sessions.delete_all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: null;
                        /** @example Other sessions ended */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "sessions.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: null;
                        /** @example Session ended */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "two_factor.status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /** @description Whether sign-in asks for a second factor */
                            two_factor_enabled: boolean;
                            /** @description A set-up was begun and can still be finished */
                            setup_pending: boolean;
                            /**
                             * Format: date-time
                             * @description Since when
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            enabled_at: string | null;
                            /**
                             * @description Backup codes not used yet
                             * @example 10
                             */
                            backup_codes_count: number;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "two_factor.enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * @description The address as a QR code, SVG
                             * @example <svg…
                             */
                            qr_code: string;
                            /**
                             * @description The secret, to type in
                             * @example JBSWY3DPEHPK3PXP
                             */
                            manual_entry_key: string;
                            /**
                             * @description What the QR code says
                             * @example otpauth://totp/…
                             */
                            provisioning_uri: string;
                        };
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress, two_factor_already_enabled */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "two_factor.verify_setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Six digits from the authenticator app
                     * @example 492039
                     */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * @description Always so from here on
                             * @enum {boolean}
                             */
                            two_factor_enabled: true;
                            /**
                             * @description Ten backup codes, each good for one sign-in
                             * @example [
                             *       "A41F09C2"
                             *     ]
                             */
                            backup_codes: string[];
                            /**
                             * Format: date-time
                             * @description When the backup codes were made
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            generated_at: string;
                        };
                        /** @example Two-factor sign-in is on */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress, invalid_transition, two_factor_already_enabled */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "two_factor.disable_delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Password
                     * @example Correct-Horse-7-Battery
                     */
                    password?: string;
                    /**
                     * @description Authenticator or backup code
                     * @example 492039
                     */
                    code?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: null;
                        /** @example Two-factor sign-in is off */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description two_factor_not_enabled */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "two_factor.backup_codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /** @description Unused codes; masked without a recent proof */
                            backup_codes: string[];
                            /** @description Confirm who you are (POST /auth/confirm) to see them */
                            masked: boolean;
                            /**
                             * Format: date-time
                             * @description When they were made
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            generated_at: string | null;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description two_factor_not_enabled */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "two_factor.regenerate_backup_codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Password
                     * @example Correct-Horse-7-Battery
                     */
                    password?: string;
                    /**
                     * @description Authenticator or backup code
                     * @example 492039
                     */
                    code?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * @description Ten backup codes, each good for one sign-in
                             * @example [
                             *       "A41F09C2"
                             *     ]
                             */
                            backup_codes: string[];
                            /**
                             * Format: date-time
                             * @description When they were made
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            generated_at: string;
                        };
                        /** @example The old codes no longer work */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress, two_factor_not_enabled */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "passkeys.list": {
        parameters: {
            query?: {
                /**
                 * @description Page, from 1; anything else means 1
                 * @example 1
                 */
                page?: number;
                /**
                 * @description Rows on a page, clamped to 1–100
                 * @example 20
                 */
                per_page?: number;
                /**
                 * @description Order; a leading minus sorts downwards. Default created_at
                 * @example created_at
                 */
                sort?: "created_at" | "-created_at";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description What you call it
                             * @example Laptop
                             */
                            name: string;
                            /**
                             * Format: date-time
                             * @description Last sign-in with it
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            last_used_at: string | null;
                            /**
                             * Format: date-time
                             * @description When it was added
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                        }[];
                        meta: {
                            current_page: number;
                            total_pages: number;
                            total_count: number;
                            per_page: number;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "passkeys.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What you call it
                     * @example Laptop
                     */
                    name: string;
                    /**
                     * @description What the browser answered
                     * @example {
                     *       "id": "AYHt…",
                     *       "type": "public-key"
                     *     }
                     */
                    response: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description What you call it
                             * @example Laptop
                             */
                            name: string;
                            /**
                             * Format: date-time
                             * @description Last sign-in with it
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            last_used_at: string | null;
                            /**
                             * Format: date-time
                             * @description When it was added
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                        };
                        /** @example Passkey added */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "passkeys.options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        /**
                         * @description Options for the browser
                         * @example {
                         *       "challenge": "q7Ck…"
                         *     }
                         */
                        data: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "passkeys.replace": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What you call it
                     * @example Laptop
                     */
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description What you call it
                             * @example Laptop
                             */
                            name: string;
                            /**
                             * Format: date-time
                             * @description Last sign-in with it
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            last_used_at: string | null;
                            /**
                             * Format: date-time
                             * @description When it was added
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                        };
                        /** @example Passkey renamed */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "passkeys.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: null;
                        /** @example Passkey removed */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "passkeys.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What you call it
                     * @example Laptop
                     */
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description What you call it
                             * @example Laptop
                             */
                            name: string;
                            /**
                             * Format: date-time
                             * @description Last sign-in with it
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            last_used_at: string | null;
                            /**
                             * Format: date-time
                             * @description When it was added
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                        };
                        /** @example Passkey renamed */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "accounts.current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description Name of the account, 2 to 100 characters
                             * @example Analytical Engines
                             */
                            name: string;
                            /**
                             * @description Only an active account can be used
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "suspended" | "cancelled";
                            /**
                             * @description Short name for addresses: 3 to 30 of a–z, 0–9 and hyphen; unique on this server
                             * @example analytical-engines
                             */
                            subdomain: string;
                            /**
                             * @description Free settings of the account; an update merges the top level
                             * @example {
                             *       "timezone": "Europe/London"
                             *     }
                             */
                            settings: {
                                [key: string]: unknown;
                            };
                            /**
                             * Format: email
                             * @description Where invoices go
                             * @example ada@example.com
                             */
                            billing_email: string | null;
                            /**
                             * @description Tax number
                             * @example GB123456789
                             */
                            tax_id: string | null;
                            owner: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            } | null;
                            /**
                             * @description People in the account
                             * @example 3
                             */
                            users_count: number;
                            /**
                             * Format: date-time
                             * @description When the account was made
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "accounts.current_replace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Name of the account, 2 to 100 characters
                     * @example Analytical Engines
                     */
                    name?: string;
                    /**
                     * @description Short name for addresses: 3 to 30 of a–z, 0–9 and hyphen; unique on this server
                     * @example analytical-engines
                     */
                    subdomain?: string;
                    /**
                     * @description Free settings of the account; an update merges the top level
                     * @example {
                     *       "timezone": "Europe/London"
                     *     }
                     */
                    settings?: {
                        [key: string]: unknown;
                    };
                    /**
                     * Format: email
                     * @description Where invoices go
                     * @example ada@example.com
                     */
                    billing_email?: string | null;
                    /**
                     * @description Tax number
                     * @example GB123456789
                     */
                    tax_id?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description Name of the account, 2 to 100 characters
                             * @example Analytical Engines
                             */
                            name: string;
                            /**
                             * @description Only an active account can be used
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "suspended" | "cancelled";
                            /**
                             * @description Short name for addresses: 3 to 30 of a–z, 0–9 and hyphen; unique on this server
                             * @example analytical-engines
                             */
                            subdomain: string;
                            /**
                             * @description Free settings of the account; an update merges the top level
                             * @example {
                             *       "timezone": "Europe/London"
                             *     }
                             */
                            settings: {
                                [key: string]: unknown;
                            };
                            /**
                             * Format: email
                             * @description Where invoices go
                             * @example ada@example.com
                             */
                            billing_email: string | null;
                            /**
                             * @description Tax number
                             * @example GB123456789
                             */
                            tax_id: string | null;
                            owner: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            } | null;
                            /**
                             * @description People in the account
                             * @example 3
                             */
                            users_count: number;
                            /**
                             * Format: date-time
                             * @description When the account was made
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                        };
                        /** @example Account updated */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "accounts.current_update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Name of the account, 2 to 100 characters
                     * @example Analytical Engines
                     */
                    name?: string;
                    /**
                     * @description Short name for addresses: 3 to 30 of a–z, 0–9 and hyphen; unique on this server
                     * @example analytical-engines
                     */
                    subdomain?: string;
                    /**
                     * @description Free settings of the account; an update merges the top level
                     * @example {
                     *       "timezone": "Europe/London"
                     *     }
                     */
                    settings?: {
                        [key: string]: unknown;
                    };
                    /**
                     * Format: email
                     * @description Where invoices go
                     * @example ada@example.com
                     */
                    billing_email?: string | null;
                    /**
                     * @description Tax number
                     * @example GB123456789
                     */
                    tax_id?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description Name of the account, 2 to 100 characters
                             * @example Analytical Engines
                             */
                            name: string;
                            /**
                             * @description Only an active account can be used
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "suspended" | "cancelled";
                            /**
                             * @description Short name for addresses: 3 to 30 of a–z, 0–9 and hyphen; unique on this server
                             * @example analytical-engines
                             */
                            subdomain: string;
                            /**
                             * @description Free settings of the account; an update merges the top level
                             * @example {
                             *       "timezone": "Europe/London"
                             *     }
                             */
                            settings: {
                                [key: string]: unknown;
                            };
                            /**
                             * Format: email
                             * @description Where invoices go
                             * @example ada@example.com
                             */
                            billing_email: string | null;
                            /**
                             * @description Tax number
                             * @example GB123456789
                             */
                            tax_id: string | null;
                            owner: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            } | null;
                            /**
                             * @description People in the account
                             * @example 3
                             */
                            users_count: number;
                            /**
                             * Format: date-time
                             * @description When the account was made
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                        };
                        /** @example Account updated */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "accounts.usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            max_users: {
                                /**
                                 * @description How many there are
                                 * @example 3
                                 */
                                current: number;
                                /**
                                 * @description How many there may be; 9999 where there is no limit
                                 * @example 9999
                                 */
                                limit: number;
                                /** @description No limit applies */
                                unlimited: boolean;
                                /**
                                 * @description How much of the limit is used
                                 * @example 40.5
                                 */
                                percentage: number;
                                /**
                                 * @description How many more there may be; null where there is no limit
                                 * @example 3
                                 */
                                available: number | null;
                            };
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "accounts.accessible_list": {
        parameters: {
            query?: {
                /**
                 * @description Page, from 1; anything else means 1
                 * @example 1
                 */
                page?: number;
                /**
                 * @description Rows on a page, clamped to 1–100
                 * @example 20
                 */
                per_page?: number;
                /**
                 * @description Order; a leading minus sorts downwards. Default name
                 * @example name
                 */
                sort?: "name" | "-name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description Name of the account, 2 to 100 characters
                             * @example Analytical Engines
                             */
                            name: string;
                            /**
                             * @description Only an active account can be used
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "suspended" | "cancelled";
                            /**
                             * @description Short name for addresses: 3 to 30 of a–z, 0–9 and hyphen; unique on this server
                             * @example analytical-engines
                             */
                            subdomain: string;
                            /** @description The account the person belongs to */
                            home: boolean;
                            /** @description The one this session works in */
                            current: boolean;
                            /**
                             * Format: uuid
                             * @description What opens it, where it is not the home account
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            delegation_id: string | null;
                        }[];
                        meta: {
                            current_page: number;
                            total_pages: number;
                            total_count: number;
                            per_page: number;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "accounts.switch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Where to work
                     * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                     */
                    account_id: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            user: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /**
                                 * @description Full name
                                 * @example Ada Lovelace
                                 */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                                /** @description Whether the address was confirmed */
                                email_verified: boolean;
                                /**
                                 * @description Names of the roles held
                                 * @example [
                                 *       "member"
                                 *     ]
                                 */
                                roles: string[];
                                /**
                                 * @description Only active people can sign in
                                 * @example active
                                 * @enum {string}
                                 */
                                status: "active" | "inactive" | "suspended";
                                /** @description Locked for a while after wrong passwords */
                                locked: boolean;
                                /** @description Whether sign-in asks for a second factor */
                                two_factor_enabled: boolean;
                                /**
                                 * Format: date-time
                                 * @description Last sign-in
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                last_login_at: string | null;
                                /**
                                 * Format: date-time
                                 * @description When the person was added
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                created_at: string;
                                /**
                                 * Format: date-time
                                 * @description When the person last changed
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                updated_at: string;
                                /** @description Everything the roles allow, sorted */
                                permissions: string[];
                                /**
                                 * @description What the person chose in the web app
                                 * @example {
                                 *       "theme": "dark"
                                 *     }
                                 */
                                preferences: {
                                    [key: string]: unknown;
                                };
                                account: {
                                    /**
                                     * Format: uuid
                                     * @description Identifier
                                     * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                     */
                                    id: string;
                                    /**
                                     * @description Name of the account, 2 to 100 characters
                                     * @example Analytical Engines
                                     */
                                    name: string;
                                    /**
                                     * @description Only an active account can be used
                                     * @example active
                                     * @enum {string}
                                     */
                                    status: "active" | "suspended" | "cancelled";
                                    /**
                                     * @description Short name for addresses: 3 to 30 of a–z, 0–9 and hyphen; unique on this server
                                     * @example analytical-engines
                                     */
                                    subdomain: string;
                                };
                                /**
                                 * Format: uuid
                                 * @description The account the person belongs to; differs while a delegation is used
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                home_account_id: string;
                                impersonator: {
                                    /**
                                     * Format: uuid
                                     * @description Who acts as this person
                                     * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                     */
                                    id: string;
                                    /** @description Their full name */
                                    name: string;
                                } | null;
                            };
                            /**
                             * @description Bearer of the API, for 15 minutes
                             * @example eyJhbGciOi…
                             */
                            access_token: string;
                            /**
                             * @description Good once, for 7 days; also set as a cookie
                             * @example eyJhbGciOi…
                             */
                            refresh_token: string;
                            /**
                             * @description Seconds the access token lasts
                             * @example 900
                             */
                            expires_in: number;
                            /**
                             * Format: date-time
                             * @description When the access token ends
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            expires_at: string;
                            /**
                             * Format: date-time
                             * @description When the refresh token ends
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            refresh_expires_at: string;
                            /** @description Something the person should do soon */
                            warning: string | null;
                        };
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description account_inactive, token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "accounts.list": {
        parameters: {
            query?: {
                /**
                 * @description Page, from 1; anything else means 1
                 * @example 1
                 */
                page?: number;
                /**
                 * @description Rows on a page, clamped to 1–100
                 * @example 20
                 */
                per_page?: number;
                /**
                 * @description Order; a leading minus sorts downwards. Default created_at
                 * @example created_at
                 */
                sort?: "created_at" | "-created_at";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description Name of the account, 2 to 100 characters
                             * @example Analytical Engines
                             */
                            name: string;
                            /**
                             * @description Only an active account can be used
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "suspended" | "cancelled";
                            /**
                             * @description Short name for addresses: 3 to 30 of a–z, 0–9 and hyphen; unique on this server
                             * @example analytical-engines
                             */
                            subdomain: string;
                            /**
                             * Format: email
                             * @description Where invoices go
                             * @example ada@example.com
                             */
                            billing_email: string | null;
                            /**
                             * @description Free settings of the account; an update merges the top level
                             * @example {
                             *       "timezone": "Europe/London"
                             *     }
                             */
                            settings: {
                                [key: string]: unknown;
                            };
                            /**
                             * Format: date-time
                             * @description When the account was made
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                        }[];
                        meta: {
                            current_page: number;
                            total_pages: number;
                            total_count: number;
                            per_page: number;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "accounts.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description Name of the account, 2 to 100 characters
                             * @example Analytical Engines
                             */
                            name: string;
                            /**
                             * @description Only an active account can be used
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "suspended" | "cancelled";
                            /**
                             * @description Short name for addresses: 3 to 30 of a–z, 0–9 and hyphen; unique on this server
                             * @example analytical-engines
                             */
                            subdomain: string;
                            /**
                             * Format: email
                             * @description Where invoices go
                             * @example ada@example.com
                             */
                            billing_email: string | null;
                            /**
                             * @description Free settings of the account; an update merges the top level
                             * @example {
                             *       "timezone": "Europe/London"
                             *     }
                             */
                            settings: {
                                [key: string]: unknown;
                            };
                            /**
                             * Format: date-time
                             * @description When the account was made
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "accounts.current.delegations.list": {
        parameters: {
            query?: {
                /**
                 * @description Page, from 1; anything else means 1
                 * @example 1
                 */
                page?: number;
                /**
                 * @description Rows on a page, clamped to 1–100
                 * @example 20
                 */
                per_page?: number;
                /**
                 * @description Order; a leading minus sorts downwards. Default -created_at
                 * @example created_at
                 */
                sort?: "created_at" | "-created_at" | "expires_at" | "-expires_at";
                /**
                 * @description Only an active one gives any right
                 * @example active
                 */
                status?: "active" | "inactive" | "revoked" | "expired";
                /**
                 * @description Role of this account whose rights are given
                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                 */
                role_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            user: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            };
                            delegated_by: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            } | null;
                            role: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Name of the role */
                                name: string;
                            } | null;
                            /**
                             * @description Just these permissions; where a role is named too, they must be among its own
                             * @example [
                             *       "users.read"
                             *     ]
                             */
                            permissions: string[];
                            /**
                             * @description Only an active one gives any right
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "inactive" | "revoked" | "expired";
                            /**
                             * @description What it is for
                             * @example Bookkeeping
                             */
                            notes: string | null;
                            /**
                             * Format: date-time
                             * @description When it ends by itself
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            expires_at: string | null;
                            /**
                             * Format: date-time
                             * @description When it was revoked
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            revoked_at: string | null;
                            /**
                             * Format: date-time
                             * @description When it was given
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                        }[];
                        meta: {
                            current_page: number;
                            total_pages: number;
                            total_count: number;
                            per_page: number;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "accounts.current.delegations.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description A person of another account on this server
                     * @example ada@example.com
                     */
                    email: string;
                    /**
                     * Format: uuid
                     * @description Role of this account whose rights are given
                     * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                     */
                    role_id?: string;
                    /**
                     * @description Just these permissions; where a role is named too, they must be among its own
                     * @example [
                     *       "users.read"
                     *     ]
                     */
                    permissions?: string[];
                    /**
                     * Format: date-time
                     * @description When it ends by itself
                     * @example 2026-11-23T09:30:00.000Z
                     */
                    expires_at?: string;
                    /**
                     * @description What it is for
                     * @example Bookkeeping
                     */
                    notes?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            user: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            };
                            delegated_by: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            } | null;
                            role: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Name of the role */
                                name: string;
                            } | null;
                            /**
                             * @description Just these permissions; where a role is named too, they must be among its own
                             * @example [
                             *       "users.read"
                             *     ]
                             */
                            permissions: string[];
                            /**
                             * @description Only an active one gives any right
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "inactive" | "revoked" | "expired";
                            /**
                             * @description What it is for
                             * @example Bookkeeping
                             */
                            notes: string | null;
                            /**
                             * Format: date-time
                             * @description When it ends by itself
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            expires_at: string | null;
                            /**
                             * Format: date-time
                             * @description When it was revoked
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            revoked_at: string | null;
                            /**
                             * Format: date-time
                             * @description When it was given
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                        };
                        /** @example Delegation created */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "accounts.current.delegations.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            user: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            };
                            delegated_by: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            } | null;
                            role: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Name of the role */
                                name: string;
                            } | null;
                            /**
                             * @description Just these permissions; where a role is named too, they must be among its own
                             * @example [
                             *       "users.read"
                             *     ]
                             */
                            permissions: string[];
                            /**
                             * @description Only an active one gives any right
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "inactive" | "revoked" | "expired";
                            /**
                             * @description What it is for
                             * @example Bookkeeping
                             */
                            notes: string | null;
                            /**
                             * Format: date-time
                             * @description When it ends by itself
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            expires_at: string | null;
                            /**
                             * Format: date-time
                             * @description When it was revoked
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            revoked_at: string | null;
                            /**
                             * Format: date-time
                             * @description When it was given
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "accounts.current.delegations.replace": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Role of this account whose rights are given
                     * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                     */
                    role_id?: string | null;
                    /**
                     * @description Just these permissions; where a role is named too, they must be among its own
                     * @example [
                     *       "users.read"
                     *     ]
                     */
                    permissions?: string[];
                    /**
                     * Format: date-time
                     * @description When it ends by itself
                     * @example 2026-11-23T09:30:00.000Z
                     */
                    expires_at?: string | null;
                    /**
                     * @description What it is for
                     * @example Bookkeeping
                     */
                    notes?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            user: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            };
                            delegated_by: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            } | null;
                            role: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Name of the role */
                                name: string;
                            } | null;
                            /**
                             * @description Just these permissions; where a role is named too, they must be among its own
                             * @example [
                             *       "users.read"
                             *     ]
                             */
                            permissions: string[];
                            /**
                             * @description Only an active one gives any right
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "inactive" | "revoked" | "expired";
                            /**
                             * @description What it is for
                             * @example Bookkeeping
                             */
                            notes: string | null;
                            /**
                             * Format: date-time
                             * @description When it ends by itself
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            expires_at: string | null;
                            /**
                             * Format: date-time
                             * @description When it was revoked
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            revoked_at: string | null;
                            /**
                             * Format: date-time
                             * @description When it was given
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                        };
                        /** @example Delegation updated */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description invalid_transition */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "accounts.current.delegations.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            user: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            };
                            delegated_by: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            } | null;
                            role: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Name of the role */
                                name: string;
                            } | null;
                            /**
                             * @description Just these permissions; where a role is named too, they must be among its own
                             * @example [
                             *       "users.read"
                             *     ]
                             */
                            permissions: string[];
                            /**
                             * @description Only an active one gives any right
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "inactive" | "revoked" | "expired";
                            /**
                             * @description What it is for
                             * @example Bookkeeping
                             */
                            notes: string | null;
                            /**
                             * Format: date-time
                             * @description When it ends by itself
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            expires_at: string | null;
                            /**
                             * Format: date-time
                             * @description When it was revoked
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            revoked_at: string | null;
                            /**
                             * Format: date-time
                             * @description When it was given
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                        };
                        /** @example Delegation revoked */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description invalid_transition */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "accounts.current.delegations.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Role of this account whose rights are given
                     * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                     */
                    role_id?: string | null;
                    /**
                     * @description Just these permissions; where a role is named too, they must be among its own
                     * @example [
                     *       "users.read"
                     *     ]
                     */
                    permissions?: string[];
                    /**
                     * Format: date-time
                     * @description When it ends by itself
                     * @example 2026-11-23T09:30:00.000Z
                     */
                    expires_at?: string | null;
                    /**
                     * @description What it is for
                     * @example Bookkeeping
                     */
                    notes?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            user: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            };
                            delegated_by: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            } | null;
                            role: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Name of the role */
                                name: string;
                            } | null;
                            /**
                             * @description Just these permissions; where a role is named too, they must be among its own
                             * @example [
                             *       "users.read"
                             *     ]
                             */
                            permissions: string[];
                            /**
                             * @description Only an active one gives any right
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "inactive" | "revoked" | "expired";
                            /**
                             * @description What it is for
                             * @example Bookkeeping
                             */
                            notes: string | null;
                            /**
                             * Format: date-time
                             * @description When it ends by itself
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            expires_at: string | null;
                            /**
                             * Format: date-time
                             * @description When it was revoked
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            revoked_at: string | null;
                            /**
                             * Format: date-time
                             * @description When it was given
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                        };
                        /** @example Delegation updated */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description invalid_transition */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "accounts.current.delegations.activate_update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            user: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            };
                            delegated_by: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            } | null;
                            role: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Name of the role */
                                name: string;
                            } | null;
                            /**
                             * @description Just these permissions; where a role is named too, they must be among its own
                             * @example [
                             *       "users.read"
                             *     ]
                             */
                            permissions: string[];
                            /**
                             * @description Only an active one gives any right
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "inactive" | "revoked" | "expired";
                            /**
                             * @description What it is for
                             * @example Bookkeeping
                             */
                            notes: string | null;
                            /**
                             * Format: date-time
                             * @description When it ends by itself
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            expires_at: string | null;
                            /**
                             * Format: date-time
                             * @description When it was revoked
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            revoked_at: string | null;
                            /**
                             * Format: date-time
                             * @description When it was given
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                        };
                        /** @example Delegation activated */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description invalid_transition */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "accounts.current.delegations.deactivate_update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            user: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            };
                            delegated_by: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            } | null;
                            role: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Name of the role */
                                name: string;
                            } | null;
                            /**
                             * @description Just these permissions; where a role is named too, they must be among its own
                             * @example [
                             *       "users.read"
                             *     ]
                             */
                            permissions: string[];
                            /**
                             * @description Only an active one gives any right
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "inactive" | "revoked" | "expired";
                            /**
                             * @description What it is for
                             * @example Bookkeeping
                             */
                            notes: string | null;
                            /**
                             * Format: date-time
                             * @description When it ends by itself
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            expires_at: string | null;
                            /**
                             * Format: date-time
                             * @description When it was revoked
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            revoked_at: string | null;
                            /**
                             * Format: date-time
                             * @description When it was given
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                        };
                        /** @example Delegation deactivated */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description invalid_transition */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "accounts.current.delegations.revoke_update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            user: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            };
                            delegated_by: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            } | null;
                            role: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Name of the role */
                                name: string;
                            } | null;
                            /**
                             * @description Just these permissions; where a role is named too, they must be among its own
                             * @example [
                             *       "users.read"
                             *     ]
                             */
                            permissions: string[];
                            /**
                             * @description Only an active one gives any right
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "inactive" | "revoked" | "expired";
                            /**
                             * @description What it is for
                             * @example Bookkeeping
                             */
                            notes: string | null;
                            /**
                             * Format: date-time
                             * @description When it ends by itself
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            expires_at: string | null;
                            /**
                             * Format: date-time
                             * @description When it was revoked
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            revoked_at: string | null;
                            /**
                             * Format: date-time
                             * @description When it was given
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                        };
                        /** @example Delegation revoked */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description invalid_transition */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "users.list": {
        parameters: {
            query?: {
                /**
                 * @description Page, from 1; anything else means 1
                 * @example 1
                 */
                page?: number;
                /**
                 * @description Rows on a page, clamped to 1–100
                 * @example 20
                 */
                per_page?: number;
                /**
                 * @description Order; a leading minus sorts downwards. Default -created_at
                 * @example created_at
                 */
                sort?: "created_at" | "-created_at" | "name" | "-name" | "email" | "-email" | "status" | "-status" | "last_login_at" | "-last_login_at";
                /** @description Part of a name or e-mail address */
                search?: string;
                /**
                 * @description Only active people can sign in
                 * @example active
                 */
                status?: "active" | "inactive" | "suspended";
                /**
                 * @description Name of a role
                 * @example member
                 */
                role?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description Full name
                             * @example Ada Lovelace
                             */
                            name: string;
                            /**
                             * Format: email
                             * @description E-mail address, case-insensitive
                             * @example ada@example.com
                             */
                            email: string;
                            /** @description Whether the address was confirmed */
                            email_verified: boolean;
                            /**
                             * @description Names of the roles held
                             * @example [
                             *       "member"
                             *     ]
                             */
                            roles: string[];
                            /**
                             * @description Only active people can sign in
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "inactive" | "suspended";
                            /** @description Locked for a while after wrong passwords */
                            locked: boolean;
                            /** @description Whether sign-in asks for a second factor */
                            two_factor_enabled: boolean;
                            /**
                             * Format: date-time
                             * @description Last sign-in
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            last_login_at: string | null;
                            /**
                             * Format: date-time
                             * @description When the person was added
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When the person last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                        }[];
                        meta: {
                            current_page: number;
                            total_pages: number;
                            total_count: number;
                            per_page: number;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "users.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Full name
                     * @example Ada Lovelace
                     */
                    name: string;
                    /**
                     * Format: email
                     * @description E-mail address, case-insensitive
                     * @example ada@example.com
                     */
                    email: string;
                    /**
                     * @description Names of the roles held
                     * @example [
                     *       "member"
                     *     ]
                     */
                    roles?: string[];
                    /**
                     * @description 12 to 128 characters with upper and lower case, digit and special character
                     * @example Correct-Horse-7-Battery
                     */
                    password?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description Full name
                             * @example Ada Lovelace
                             */
                            name: string;
                            /**
                             * Format: email
                             * @description E-mail address, case-insensitive
                             * @example ada@example.com
                             */
                            email: string;
                            /** @description Whether the address was confirmed */
                            email_verified: boolean;
                            /**
                             * @description Names of the roles held
                             * @example [
                             *       "member"
                             *     ]
                             */
                            roles: string[];
                            /**
                             * @description Only active people can sign in
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "inactive" | "suspended";
                            /** @description Locked for a while after wrong passwords */
                            locked: boolean;
                            /** @description Whether sign-in asks for a second factor */
                            two_factor_enabled: boolean;
                            /**
                             * Format: date-time
                             * @description Last sign-in
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            last_login_at: string | null;
                            /**
                             * Format: date-time
                             * @description When the person was added
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When the person last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                            /** @description Everything the roles allow, sorted */
                            permissions: string[];
                            /**
                             * @description Wrong passwords since the last sign-in
                             * @example 0
                             */
                            failed_login_attempts: number;
                            /**
                             * @description What the person chose in the web app
                             * @example {
                             *       "theme": "dark"
                             *     }
                             */
                            preferences: {
                                [key: string]: unknown;
                            };
                        };
                        /** @example User created */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden, role_not_assignable */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "users.stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * @description Everybody
                             * @example 3
                             */
                            total_users: number;
                            /**
                             * @description Those who can sign in
                             * @example 3
                             */
                            active_users: number;
                            /**
                             * @description Those who are suspended
                             * @example 3
                             */
                            suspended_users: number;
                            /**
                             * @description Those whose address is not confirmed
                             * @example 3
                             */
                            unverified_users: number;
                            /**
                             * @description Those who signed in within 7 days
                             * @example 3
                             */
                            recent_logins: number;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "users.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description Full name
                             * @example Ada Lovelace
                             */
                            name: string;
                            /**
                             * Format: email
                             * @description E-mail address, case-insensitive
                             * @example ada@example.com
                             */
                            email: string;
                            /** @description Whether the address was confirmed */
                            email_verified: boolean;
                            /**
                             * @description Names of the roles held
                             * @example [
                             *       "member"
                             *     ]
                             */
                            roles: string[];
                            /**
                             * @description Only active people can sign in
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "inactive" | "suspended";
                            /** @description Locked for a while after wrong passwords */
                            locked: boolean;
                            /** @description Whether sign-in asks for a second factor */
                            two_factor_enabled: boolean;
                            /**
                             * Format: date-time
                             * @description Last sign-in
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            last_login_at: string | null;
                            /**
                             * Format: date-time
                             * @description When the person was added
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When the person last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                            /** @description Everything the roles allow, sorted */
                            permissions: string[];
                            /**
                             * @description Wrong passwords since the last sign-in
                             * @example 0
                             */
                            failed_login_attempts: number;
                            /**
                             * @description What the person chose in the web app
                             * @example {
                             *       "theme": "dark"
                             *     }
                             */
                            preferences: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "users.replace": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Full name
                     * @example Ada Lovelace
                     */
                    name?: string;
                    /**
                     * Format: email
                     * @description E-mail address, case-insensitive
                     * @example ada@example.com
                     */
                    email?: string;
                    /**
                     * @description Names of the roles held
                     * @example [
                     *       "member"
                     *     ]
                     */
                    roles?: string[];
                    /**
                     * @description What the person chose in the web app
                     * @example {
                     *       "theme": "dark"
                     *     }
                     */
                    preferences?: {
                        [key: string]: unknown;
                    };
                    /**
                     * @description 12 to 128 characters with upper and lower case, digit and special character
                     * @example Correct-Horse-7-Battery
                     */
                    password?: string;
                    /**
                     * @description Needed to change your own password or address
                     * @example Correct-Horse-7-Battery
                     */
                    current_password?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description Full name
                             * @example Ada Lovelace
                             */
                            name: string;
                            /**
                             * Format: email
                             * @description E-mail address, case-insensitive
                             * @example ada@example.com
                             */
                            email: string;
                            /** @description Whether the address was confirmed */
                            email_verified: boolean;
                            /**
                             * @description Names of the roles held
                             * @example [
                             *       "member"
                             *     ]
                             */
                            roles: string[];
                            /**
                             * @description Only active people can sign in
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "inactive" | "suspended";
                            /** @description Locked for a while after wrong passwords */
                            locked: boolean;
                            /** @description Whether sign-in asks for a second factor */
                            two_factor_enabled: boolean;
                            /**
                             * Format: date-time
                             * @description Last sign-in
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            last_login_at: string | null;
                            /**
                             * Format: date-time
                             * @description When the person was added
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When the person last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                            /** @description Everything the roles allow, sorted */
                            permissions: string[];
                            /**
                             * @description Wrong passwords since the last sign-in
                             * @example 0
                             */
                            failed_login_attempts: number;
                            /**
                             * @description What the person chose in the web app
                             * @example {
                             *       "theme": "dark"
                             *     }
                             */
                            preferences: {
                                [key: string]: unknown;
                            };
                        };
                        /** @example User updated */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden, insufficient_rank, role_not_assignable */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description last_owner, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "users.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: null;
                        /** @example User deleted */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden, insufficient_rank */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description last_owner, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "users.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Full name
                     * @example Ada Lovelace
                     */
                    name?: string;
                    /**
                     * Format: email
                     * @description E-mail address, case-insensitive
                     * @example ada@example.com
                     */
                    email?: string;
                    /**
                     * @description Names of the roles held
                     * @example [
                     *       "member"
                     *     ]
                     */
                    roles?: string[];
                    /**
                     * @description What the person chose in the web app
                     * @example {
                     *       "theme": "dark"
                     *     }
                     */
                    preferences?: {
                        [key: string]: unknown;
                    };
                    /**
                     * @description 12 to 128 characters with upper and lower case, digit and special character
                     * @example Correct-Horse-7-Battery
                     */
                    password?: string;
                    /**
                     * @description Needed to change your own password or address
                     * @example Correct-Horse-7-Battery
                     */
                    current_password?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description Full name
                             * @example Ada Lovelace
                             */
                            name: string;
                            /**
                             * Format: email
                             * @description E-mail address, case-insensitive
                             * @example ada@example.com
                             */
                            email: string;
                            /** @description Whether the address was confirmed */
                            email_verified: boolean;
                            /**
                             * @description Names of the roles held
                             * @example [
                             *       "member"
                             *     ]
                             */
                            roles: string[];
                            /**
                             * @description Only active people can sign in
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "inactive" | "suspended";
                            /** @description Locked for a while after wrong passwords */
                            locked: boolean;
                            /** @description Whether sign-in asks for a second factor */
                            two_factor_enabled: boolean;
                            /**
                             * Format: date-time
                             * @description Last sign-in
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            last_login_at: string | null;
                            /**
                             * Format: date-time
                             * @description When the person was added
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When the person last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                            /** @description Everything the roles allow, sorted */
                            permissions: string[];
                            /**
                             * @description Wrong passwords since the last sign-in
                             * @example 0
                             */
                            failed_login_attempts: number;
                            /**
                             * @description What the person chose in the web app
                             * @example {
                             *       "theme": "dark"
                             *     }
                             */
                            preferences: {
                                [key: string]: unknown;
                            };
                        };
                        /** @example User updated */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden, insufficient_rank, role_not_assignable */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description last_owner, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "users.suspend_replace": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Why; kept in the audit log
                     * @example Left
                     */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description Full name
                             * @example Ada Lovelace
                             */
                            name: string;
                            /**
                             * Format: email
                             * @description E-mail address, case-insensitive
                             * @example ada@example.com
                             */
                            email: string;
                            /** @description Whether the address was confirmed */
                            email_verified: boolean;
                            /**
                             * @description Names of the roles held
                             * @example [
                             *       "member"
                             *     ]
                             */
                            roles: string[];
                            /**
                             * @description Only active people can sign in
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "inactive" | "suspended";
                            /** @description Locked for a while after wrong passwords */
                            locked: boolean;
                            /** @description Whether sign-in asks for a second factor */
                            two_factor_enabled: boolean;
                            /**
                             * Format: date-time
                             * @description Last sign-in
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            last_login_at: string | null;
                            /**
                             * Format: date-time
                             * @description When the person was added
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When the person last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                            /** @description Everything the roles allow, sorted */
                            permissions: string[];
                            /**
                             * @description Wrong passwords since the last sign-in
                             * @example 0
                             */
                            failed_login_attempts: number;
                            /**
                             * @description What the person chose in the web app
                             * @example {
                             *       "theme": "dark"
                             *     }
                             */
                            preferences: {
                                [key: string]: unknown;
                            };
                        };
                        /** @example User suspended */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden, insufficient_rank */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description invalid_transition */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description last_owner, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "users.activate_replace": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description Full name
                             * @example Ada Lovelace
                             */
                            name: string;
                            /**
                             * Format: email
                             * @description E-mail address, case-insensitive
                             * @example ada@example.com
                             */
                            email: string;
                            /** @description Whether the address was confirmed */
                            email_verified: boolean;
                            /**
                             * @description Names of the roles held
                             * @example [
                             *       "member"
                             *     ]
                             */
                            roles: string[];
                            /**
                             * @description Only active people can sign in
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "inactive" | "suspended";
                            /** @description Locked for a while after wrong passwords */
                            locked: boolean;
                            /** @description Whether sign-in asks for a second factor */
                            two_factor_enabled: boolean;
                            /**
                             * Format: date-time
                             * @description Last sign-in
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            last_login_at: string | null;
                            /**
                             * Format: date-time
                             * @description When the person was added
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When the person last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                            /** @description Everything the roles allow, sorted */
                            permissions: string[];
                            /**
                             * @description Wrong passwords since the last sign-in
                             * @example 0
                             */
                            failed_login_attempts: number;
                            /**
                             * @description What the person chose in the web app
                             * @example {
                             *       "theme": "dark"
                             *     }
                             */
                            preferences: {
                                [key: string]: unknown;
                            };
                        };
                        /** @example User activated */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden, insufficient_rank */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description invalid_transition */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "users.unlock_replace": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description Full name
                             * @example Ada Lovelace
                             */
                            name: string;
                            /**
                             * Format: email
                             * @description E-mail address, case-insensitive
                             * @example ada@example.com
                             */
                            email: string;
                            /** @description Whether the address was confirmed */
                            email_verified: boolean;
                            /**
                             * @description Names of the roles held
                             * @example [
                             *       "member"
                             *     ]
                             */
                            roles: string[];
                            /**
                             * @description Only active people can sign in
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "inactive" | "suspended";
                            /** @description Locked for a while after wrong passwords */
                            locked: boolean;
                            /** @description Whether sign-in asks for a second factor */
                            two_factor_enabled: boolean;
                            /**
                             * Format: date-time
                             * @description Last sign-in
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            last_login_at: string | null;
                            /**
                             * Format: date-time
                             * @description When the person was added
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When the person last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                            /** @description Everything the roles allow, sorted */
                            permissions: string[];
                            /**
                             * @description Wrong passwords since the last sign-in
                             * @example 0
                             */
                            failed_login_attempts: number;
                            /**
                             * @description What the person chose in the web app
                             * @example {
                             *       "theme": "dark"
                             *     }
                             */
                            preferences: {
                                [key: string]: unknown;
                            };
                        };
                        /** @example User unlocked */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden, insufficient_rank */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "users.reset_password": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: null;
                        /** @example A reset link is on its way */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden, insufficient_rank */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress, invalid_transition */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "users.roles": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                role_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description Full name
                             * @example Ada Lovelace
                             */
                            name: string;
                            /**
                             * Format: email
                             * @description E-mail address, case-insensitive
                             * @example ada@example.com
                             */
                            email: string;
                            /** @description Whether the address was confirmed */
                            email_verified: boolean;
                            /**
                             * @description Names of the roles held
                             * @example [
                             *       "member"
                             *     ]
                             */
                            roles: string[];
                            /**
                             * @description Only active people can sign in
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "inactive" | "suspended";
                            /** @description Locked for a while after wrong passwords */
                            locked: boolean;
                            /** @description Whether sign-in asks for a second factor */
                            two_factor_enabled: boolean;
                            /**
                             * Format: date-time
                             * @description Last sign-in
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            last_login_at: string | null;
                            /**
                             * Format: date-time
                             * @description When the person was added
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When the person last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                            /** @description Everything the roles allow, sorted */
                            permissions: string[];
                            /**
                             * @description Wrong passwords since the last sign-in
                             * @example 0
                             */
                            failed_login_attempts: number;
                            /**
                             * @description What the person chose in the web app
                             * @example {
                             *       "theme": "dark"
                             *     }
                             */
                            preferences: {
                                [key: string]: unknown;
                            };
                        };
                        /** @example Role assigned */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden, insufficient_rank, role_not_assignable */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "users.roles_delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                role_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description Full name
                             * @example Ada Lovelace
                             */
                            name: string;
                            /**
                             * Format: email
                             * @description E-mail address, case-insensitive
                             * @example ada@example.com
                             */
                            email: string;
                            /** @description Whether the address was confirmed */
                            email_verified: boolean;
                            /**
                             * @description Names of the roles held
                             * @example [
                             *       "member"
                             *     ]
                             */
                            roles: string[];
                            /**
                             * @description Only active people can sign in
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "inactive" | "suspended";
                            /** @description Locked for a while after wrong passwords */
                            locked: boolean;
                            /** @description Whether sign-in asks for a second factor */
                            two_factor_enabled: boolean;
                            /**
                             * Format: date-time
                             * @description Last sign-in
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            last_login_at: string | null;
                            /**
                             * Format: date-time
                             * @description When the person was added
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When the person last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                            /** @description Everything the roles allow, sorted */
                            permissions: string[];
                            /**
                             * @description Wrong passwords since the last sign-in
                             * @example 0
                             */
                            failed_login_attempts: number;
                            /**
                             * @description What the person chose in the web app
                             * @example {
                             *       "theme": "dark"
                             *     }
                             */
                            preferences: {
                                [key: string]: unknown;
                            };
                        };
                        /** @example Role removed */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden, insufficient_rank, role_not_assignable */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description last_owner, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "roles.list": {
        parameters: {
            query?: {
                /**
                 * @description Page, from 1; anything else means 1
                 * @example 1
                 */
                page?: number;
                /**
                 * @description Rows on a page, clamped to 1–100
                 * @example 20
                 */
                per_page?: number;
                /**
                 * @description Order; a leading minus sorts downwards. Default name
                 * @example name
                 */
                sort?: "name" | "-name" | "created_at" | "-created_at";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description Name of a role
                             * @example member
                             */
                            name: string;
                            /**
                             * @description What people call it
                             * @example Member
                             */
                            display_name: string;
                            /** @description What it is for */
                            description: string;
                            /**
                             * @description Admin roles act across accounts, system roles are for workers
                             * @example user
                             * @enum {string}
                             */
                            role_type: "user" | "admin" | "system";
                            /** @description Built in: cannot be changed or deleted */
                            immutable: boolean;
                            /** @description What its holders may do */
                            permissions: string[];
                            /**
                             * @description People of this account who hold it
                             * @example 3
                             */
                            users_count: number;
                            /**
                             * Format: date-time
                             * @description When it was made
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                        }[];
                        meta: {
                            current_page: number;
                            total_pages: number;
                            total_count: number;
                            per_page: number;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "roles.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Name of a role
                     * @example member
                     */
                    name: string;
                    /**
                     * @description What people call it
                     * @example Member
                     */
                    display_name?: string;
                    /** @description What it is for */
                    description?: string;
                    /**
                     * @description All that its holders may do
                     * @example [
                     *       "users.read"
                     *     ]
                     */
                    permissions?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description Name of a role
                             * @example member
                             */
                            name: string;
                            /**
                             * @description What people call it
                             * @example Member
                             */
                            display_name: string;
                            /** @description What it is for */
                            description: string;
                            /**
                             * @description Admin roles act across accounts, system roles are for workers
                             * @example user
                             * @enum {string}
                             */
                            role_type: "user" | "admin" | "system";
                            /** @description Built in: cannot be changed or deleted */
                            immutable: boolean;
                            /** @description What its holders may do */
                            permissions: string[];
                            /**
                             * @description People of this account who hold it
                             * @example 3
                             */
                            users_count: number;
                            /**
                             * Format: date-time
                             * @description When it was made
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                        };
                        /** @example Role created */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden, permission_not_grantable */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "roles.assignable_list": {
        parameters: {
            query?: {
                /**
                 * @description Page, from 1; anything else means 1
                 * @example 1
                 */
                page?: number;
                /**
                 * @description Rows on a page, clamped to 1–100
                 * @example 20
                 */
                per_page?: number;
                /**
                 * @description Order; a leading minus sorts downwards. Default name
                 * @example name
                 */
                sort?: "name" | "-name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description Name of a role
                             * @example member
                             */
                            name: string;
                            /**
                             * @description What people call it
                             * @example Member
                             */
                            display_name: string;
                            /** @description What it is for */
                            description: string;
                            /**
                             * @description How many permissions it holds
                             * @example 3
                             */
                            permissions_count: number;
                        }[];
                        meta: {
                            current_page: number;
                            total_pages: number;
                            total_count: number;
                            per_page: number;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "roles.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description Name of a role
                             * @example member
                             */
                            name: string;
                            /**
                             * @description What people call it
                             * @example Member
                             */
                            display_name: string;
                            /** @description What it is for */
                            description: string;
                            /**
                             * @description Admin roles act across accounts, system roles are for workers
                             * @example user
                             * @enum {string}
                             */
                            role_type: "user" | "admin" | "system";
                            /** @description Built in: cannot be changed or deleted */
                            immutable: boolean;
                            /** @description What its holders may do */
                            permissions: string[];
                            /**
                             * @description People of this account who hold it
                             * @example 3
                             */
                            users_count: number;
                            /**
                             * Format: date-time
                             * @description When it was made
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "roles.replace": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Name of a role
                     * @example member
                     */
                    name?: string;
                    /**
                     * @description What people call it
                     * @example Member
                     */
                    display_name?: string;
                    /** @description What it is for */
                    description?: string;
                    /**
                     * @description All that its holders may do
                     * @example [
                     *       "users.read"
                     *     ]
                     */
                    permissions?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description Name of a role
                             * @example member
                             */
                            name: string;
                            /**
                             * @description What people call it
                             * @example Member
                             */
                            display_name: string;
                            /** @description What it is for */
                            description: string;
                            /**
                             * @description Admin roles act across accounts, system roles are for workers
                             * @example user
                             * @enum {string}
                             */
                            role_type: "user" | "admin" | "system";
                            /** @description Built in: cannot be changed or deleted */
                            immutable: boolean;
                            /** @description What its holders may do */
                            permissions: string[];
                            /**
                             * @description People of this account who hold it
                             * @example 3
                             */
                            users_count: number;
                            /**
                             * Format: date-time
                             * @description When it was made
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                        };
                        /** @example Role updated */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden, permission_not_grantable, system_role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "roles.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: null;
                        /** @example Role deleted */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden, system_role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description role_in_use */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "roles.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Name of a role
                     * @example member
                     */
                    name?: string;
                    /**
                     * @description What people call it
                     * @example Member
                     */
                    display_name?: string;
                    /** @description What it is for */
                    description?: string;
                    /**
                     * @description All that its holders may do
                     * @example [
                     *       "users.read"
                     *     ]
                     */
                    permissions?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description Name of a role
                             * @example member
                             */
                            name: string;
                            /**
                             * @description What people call it
                             * @example Member
                             */
                            display_name: string;
                            /** @description What it is for */
                            description: string;
                            /**
                             * @description Admin roles act across accounts, system roles are for workers
                             * @example user
                             * @enum {string}
                             */
                            role_type: "user" | "admin" | "system";
                            /** @description Built in: cannot be changed or deleted */
                            immutable: boolean;
                            /** @description What its holders may do */
                            permissions: string[];
                            /**
                             * @description People of this account who hold it
                             * @example 3
                             */
                            users_count: number;
                            /**
                             * Format: date-time
                             * @description When it was made
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                        };
                        /** @example Role updated */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden, permission_not_grantable, system_role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "roles.preview": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description All that its holders may do
                     * @example [
                     *       "users.read"
                     *     ]
                     */
                    permissions: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /** @description Permissions the role would gain */
                            gained: string[];
                            /** @description Permissions the role would lose */
                            lost: string[];
                            /**
                             * @description People who hold the role
                             * @example 3
                             */
                            users_count: number;
                            /**
                             * @description Those who could do something new
                             * @example 3
                             */
                            users_gaining: number;
                            /**
                             * @description Those who could no longer do something, for want of another role
                             * @example 3
                             */
                            users_losing: number;
                        };
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "roles.users_list": {
        parameters: {
            query?: {
                /**
                 * @description Page, from 1; anything else means 1
                 * @example 1
                 */
                page?: number;
                /**
                 * @description Rows on a page, clamped to 1–100
                 * @example 20
                 */
                per_page?: number;
                /**
                 * @description Order; a leading minus sorts downwards. Default name
                 * @example name
                 */
                sort?: "name" | "-name" | "email" | "-email" | "created_at" | "-created_at";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description Full name
                             * @example Ada Lovelace
                             */
                            name: string;
                            /**
                             * Format: email
                             * @description E-mail address, case-insensitive
                             * @example ada@example.com
                             */
                            email: string;
                            /** @description Whether the address was confirmed */
                            email_verified: boolean;
                            /**
                             * @description Names of the roles held
                             * @example [
                             *       "member"
                             *     ]
                             */
                            roles: string[];
                            /**
                             * @description Only active people can sign in
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "inactive" | "suspended";
                            /** @description Locked for a while after wrong passwords */
                            locked: boolean;
                            /** @description Whether sign-in asks for a second factor */
                            two_factor_enabled: boolean;
                            /**
                             * Format: date-time
                             * @description Last sign-in
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            last_login_at: string | null;
                            /**
                             * Format: date-time
                             * @description When the person was added
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When the person last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                        }[];
                        meta: {
                            current_page: number;
                            total_pages: number;
                            total_count: number;
                            per_page: number;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "permissions.list": {
        parameters: {
            query?: {
                /**
                 * @description Page, from 1; anything else means 1
                 * @example 1
                 */
                page?: number;
                /**
                 * @description Rows on a page, clamped to 1–100
                 * @example 20
                 */
                per_page?: number;
                /**
                 * @description Order; a leading minus sorts downwards. Default name
                 * @example name
                 */
                sort?: "name" | "-name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description Name of a permission
                             * @example users.read
                             */
                            name: string;
                            /** @description What it is for */
                            description: string;
                            /**
                             * @description Where it applies
                             * @example resource
                             * @enum {string}
                             */
                            category: "resource" | "admin" | "system";
                            /**
                             * @description Roles of this account, built-in ones included, that hold it
                             * @example 3
                             */
                            roles_count: number;
                            /**
                             * Format: date-time
                             * @description When it was added
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                        }[];
                        meta: {
                            current_page: number;
                            total_pages: number;
                            total_count: number;
                            per_page: number;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "invitations.list": {
        parameters: {
            query?: {
                /**
                 * @description Page, from 1; anything else means 1
                 * @example 1
                 */
                page?: number;
                /**
                 * @description Rows on a page, clamped to 1–100
                 * @example 20
                 */
                per_page?: number;
                /**
                 * @description Order; a leading minus sorts downwards. Default -created_at
                 * @example created_at
                 */
                sort?: "created_at" | "-created_at" | "email" | "-email" | "expires_at" | "-expires_at";
                /**
                 * @description Where it stands
                 * @example pending
                 */
                status?: "pending" | "accepted" | "expired" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * Format: email
                             * @description Who is invited
                             * @example ada@example.com
                             */
                            email: string;
                            /**
                             * @description Full name, if known
                             * @example Grace Hopper
                             */
                            name: string | null;
                            /**
                             * @description Where it stands
                             * @example pending
                             * @enum {string}
                             */
                            status: "pending" | "accepted" | "expired" | "cancelled";
                            /**
                             * @description Roles the person will have
                             * @example [
                             *       "member"
                             *     ]
                             */
                            roles: string[];
                            inviter: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            } | null;
                            /** @description A personal word */
                            message: string | null;
                            /**
                             * Format: date-time
                             * @description Until when it can be accepted
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            expires_at: string;
                            /**
                             * Format: date-time
                             * @description When it was accepted
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            accepted_at: string | null;
                            /**
                             * Format: date-time
                             * @description When it was sent first
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                        }[];
                        meta: {
                            current_page: number;
                            total_pages: number;
                            total_count: number;
                            per_page: number;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "invitations.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description Who is invited
                     * @example ada@example.com
                     */
                    email: string;
                    /**
                     * @description Full name, if known
                     * @example Grace Hopper
                     */
                    name?: string;
                    /**
                     * @description Roles the person will have
                     * @example [
                     *       "member"
                     *     ]
                     */
                    roles?: string[];
                    /**
                     * @description A personal word
                     * @example Welcome!
                     */
                    message?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * Format: email
                             * @description Who is invited
                             * @example ada@example.com
                             */
                            email: string;
                            /**
                             * @description Full name, if known
                             * @example Grace Hopper
                             */
                            name: string | null;
                            /**
                             * @description Where it stands
                             * @example pending
                             * @enum {string}
                             */
                            status: "pending" | "accepted" | "expired" | "cancelled";
                            /**
                             * @description Roles the person will have
                             * @example [
                             *       "member"
                             *     ]
                             */
                            roles: string[];
                            inviter: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            } | null;
                            /** @description A personal word */
                            message: string | null;
                            /**
                             * Format: date-time
                             * @description Until when it can be accepted
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            expires_at: string;
                            /**
                             * Format: date-time
                             * @description When it was accepted
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            accepted_at: string | null;
                            /**
                             * Format: date-time
                             * @description When it was sent first
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                        };
                        /** @example Invitation sent */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden, role_not_assignable */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "invitations.resend": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * Format: email
                             * @description Who is invited
                             * @example ada@example.com
                             */
                            email: string;
                            /**
                             * @description Full name, if known
                             * @example Grace Hopper
                             */
                            name: string | null;
                            /**
                             * @description Where it stands
                             * @example pending
                             * @enum {string}
                             */
                            status: "pending" | "accepted" | "expired" | "cancelled";
                            /**
                             * @description Roles the person will have
                             * @example [
                             *       "member"
                             *     ]
                             */
                            roles: string[];
                            inviter: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            } | null;
                            /** @description A personal word */
                            message: string | null;
                            /**
                             * Format: date-time
                             * @description Until when it can be accepted
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            expires_at: string;
                            /**
                             * Format: date-time
                             * @description When it was accepted
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            accepted_at: string | null;
                            /**
                             * Format: date-time
                             * @description When it was sent first
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                        };
                        /** @example Invitation sent again */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress, invalid_transition */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "invitations.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: null;
                        /** @example Invitation cancelled */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description invalid_transition */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "invitations.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: email
                             * @description Who is invited
                             * @example ada@example.com
                             */
                            email: string;
                            /** @description Full name, if the inviter knew it */
                            name: string | null;
                            /** @description Roles the person will have */
                            roles: string[];
                            /**
                             * @description Where it stands
                             * @example pending
                             * @enum {string}
                             */
                            status: "pending" | "accepted" | "expired" | "cancelled";
                            /**
                             * Format: date-time
                             * @description Until when it can be accepted
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            expires_at: string;
                            /** @description Where to */
                            account_name: string;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "invitations.accept": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Full name
                     * @example Grace Hopper
                     */
                    name?: string;
                    /**
                     * @description 12 to 128 characters with upper and lower case, digit and special character
                     * @example Correct-Horse-7-Battery
                     */
                    password: string;
                    /**
                     * @description 12 to 128 characters with upper and lower case, digit and special character
                     * @example Correct-Horse-7-Battery
                     */
                    password_confirmation?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            user: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                                /** @description Full name */
                                name: string;
                            };
                        };
                        /** @example Welcome. You can sign in now */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description account_inactive */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress, invalid_transition */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "impersonations.list": {
        parameters: {
            query?: {
                /**
                 * @description Page, from 1; anything else means 1
                 * @example 1
                 */
                page?: number;
                /**
                 * @description Rows on a page, clamped to 1–100
                 * @example 20
                 */
                per_page?: number;
                /**
                 * @description Order; a leading minus sorts downwards. Default -created_at
                 * @example created_at
                 */
                sort?: "created_at" | "-created_at";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            impersonator: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            };
                            user: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            };
                            /** @description Why */
                            reason: string;
                            /**
                             * @description Where it stands
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "ended" | "expired";
                            /**
                             * Format: date-time
                             * @description When it began
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            started_at: string;
                            /**
                             * Format: date-time
                             * @description When it ends at the latest
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            expires_at: string;
                            /**
                             * Format: date-time
                             * @description When it was ended
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            ended_at: string | null;
                            /**
                             * @description How long it lasted, or has lasted so far
                             * @example 120
                             */
                            duration_seconds: number;
                        }[];
                        meta: {
                            current_page: number;
                            total_pages: number;
                            total_count: number;
                            per_page: number;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "impersonations.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Whom to act as
                     * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                     */
                    user_id: string;
                    /**
                     * @description Why; the person may be told
                     * @example Ticket 4711
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * @description Bearer that acts as the person
                             * @example eyJhbGciOi…
                             */
                            token: string;
                            impersonation: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                impersonator: {
                                    /**
                                     * Format: uuid
                                     * @description Identifier
                                     * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                     */
                                    id: string;
                                    /** @description Full name */
                                    name: string;
                                    /**
                                     * Format: email
                                     * @description E-mail address, case-insensitive
                                     * @example ada@example.com
                                     */
                                    email: string;
                                };
                                user: {
                                    /**
                                     * Format: uuid
                                     * @description Identifier
                                     * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                     */
                                    id: string;
                                    /** @description Full name */
                                    name: string;
                                    /**
                                     * Format: email
                                     * @description E-mail address, case-insensitive
                                     * @example ada@example.com
                                     */
                                    email: string;
                                };
                                /** @description Why */
                                reason: string;
                                /**
                                 * @description Where it stands
                                 * @example active
                                 * @enum {string}
                                 */
                                status: "active" | "ended" | "expired";
                                /**
                                 * Format: date-time
                                 * @description When it began
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                started_at: string;
                                /**
                                 * Format: date-time
                                 * @description When it ends at the latest
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                expires_at: string;
                                /**
                                 * Format: date-time
                                 * @description When it was ended
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                ended_at: string | null;
                                /**
                                 * @description How long it lasted, or has lasted so far
                                 * @example 120
                                 */
                                duration_seconds: number;
                            };
                        };
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden, insufficient_rank */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress, impersonation_active */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "impersonations.delete_all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * @description How long it lasted, or has lasted so far
                             * @example 120
                             */
                            duration_seconds: number;
                        };
                        /** @example You act as yourself again */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "impersonations.history_list": {
        parameters: {
            query?: {
                /**
                 * @description Page, from 1; anything else means 1
                 * @example 1
                 */
                page?: number;
                /**
                 * @description Rows on a page, clamped to 1–100
                 * @example 20
                 */
                per_page?: number;
                /**
                 * @description Order; a leading minus sorts downwards. Default -created_at
                 * @example created_at
                 */
                sort?: "created_at" | "-created_at";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            impersonator: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            };
                            user: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            };
                            /** @description Why */
                            reason: string;
                            /**
                             * @description Where it stands
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "ended" | "expired";
                            /**
                             * Format: date-time
                             * @description When it began
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            started_at: string;
                            /**
                             * Format: date-time
                             * @description When it ends at the latest
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            expires_at: string;
                            /**
                             * Format: date-time
                             * @description When it was ended
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            ended_at: string | null;
                            /**
                             * @description How long it lasted, or has lasted so far
                             * @example 120
                             */
                            duration_seconds: number;
                        }[];
                        meta: {
                            current_page: number;
                            total_pages: number;
                            total_count: number;
                            per_page: number;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "impersonations.users_list": {
        parameters: {
            query?: {
                /**
                 * @description Page, from 1; anything else means 1
                 * @example 1
                 */
                page?: number;
                /**
                 * @description Rows on a page, clamped to 1–100
                 * @example 20
                 */
                per_page?: number;
                /**
                 * @description Order; a leading minus sorts downwards. Default name
                 * @example name
                 */
                sort?: "name" | "-name" | "email" | "-email";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description Full name
                             * @example Ada Lovelace
                             */
                            name: string;
                            /**
                             * Format: email
                             * @description E-mail address, case-insensitive
                             * @example ada@example.com
                             */
                            email: string;
                            /** @description Whether the address was confirmed */
                            email_verified: boolean;
                            /**
                             * @description Names of the roles held
                             * @example [
                             *       "member"
                             *     ]
                             */
                            roles: string[];
                            /**
                             * @description Only active people can sign in
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "inactive" | "suspended";
                            /** @description Locked for a while after wrong passwords */
                            locked: boolean;
                            /** @description Whether sign-in asks for a second factor */
                            two_factor_enabled: boolean;
                            /**
                             * Format: date-time
                             * @description Last sign-in
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            last_login_at: string | null;
                            /**
                             * Format: date-time
                             * @description When the person was added
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When the person last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                        }[];
                        meta: {
                            current_page: number;
                            total_pages: number;
                            total_count: number;
                            per_page: number;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "impersonations.validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description From the start
                     * @example eyJhbGciOi…
                     */
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /** @description Whether the token still acts as anybody */
                            valid: boolean;
                            impersonation: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                impersonator: {
                                    /**
                                     * Format: uuid
                                     * @description Identifier
                                     * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                     */
                                    id: string;
                                    /** @description Full name */
                                    name: string;
                                    /**
                                     * Format: email
                                     * @description E-mail address, case-insensitive
                                     * @example ada@example.com
                                     */
                                    email: string;
                                };
                                user: {
                                    /**
                                     * Format: uuid
                                     * @description Identifier
                                     * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                     */
                                    id: string;
                                    /** @description Full name */
                                    name: string;
                                    /**
                                     * Format: email
                                     * @description E-mail address, case-insensitive
                                     * @example ada@example.com
                                     */
                                    email: string;
                                };
                                /** @description Why */
                                reason: string;
                                /**
                                 * @description Where it stands
                                 * @example active
                                 * @enum {string}
                                 */
                                status: "active" | "ended" | "expired";
                                /**
                                 * Format: date-time
                                 * @description When it began
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                started_at: string;
                                /**
                                 * Format: date-time
                                 * @description When it ends at the latest
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                expires_at: string;
                                /**
                                 * Format: date-time
                                 * @description When it was ended
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                ended_at: string | null;
                                /**
                                 * @description How long it lasted, or has lasted so far
                                 * @example 120
                                 */
                                duration_seconds: number;
                            } | null;
                        };
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "notifications.list": {
        parameters: {
            query?: {
                /**
                 * @description Page, from 1; anything else means 1
                 * @example 1
                 */
                page?: number;
                /**
                 * @description Rows on a page, clamped to 1–100
                 * @example 20
                 */
                per_page?: number;
                /**
                 * @description Order; a leading minus sorts downwards. Default -created_at
                 * @example created_at
                 */
                sort?: "created_at" | "-created_at";
                /** @description Only those read, or only those unread */
                read?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description What kind
                             * @example user_joined
                             */
                            notification_type: string;
                            /**
                             * @description One line
                             * @example Ada Lovelace joined
                             */
                            title: string;
                            /** @description The whole of it */
                            message: string;
                            /**
                             * @description How much it matters
                             * @example info
                             * @enum {string}
                             */
                            severity: "info" | "success" | "warning" | "error" | "critical";
                            /**
                             * @description Group for preferences
                             * @example people
                             */
                            category: string;
                            /** @description Page of the web app it leads to */
                            action_url: string | null;
                            /**
                             * @description Ids and figures behind it
                             * @example {}
                             */
                            metadata: {
                                [key: string]: unknown;
                            };
                            /** @description Whether it was read */
                            read: boolean;
                            /**
                             * Format: date-time
                             * @description When it came
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                        }[];
                        meta: {
                            current_page: number;
                            total_pages: number;
                            total_count: number;
                            per_page: number;
                            /**
                             * @description How many are unread, on whatever page
                             * @example 3
                             */
                            unread_count: number;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "notifications.read_all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: null;
                        /** @example All notifications marked as read */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "notifications.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: null;
                        /** @example Notification marked as read */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "notifications.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: null;
                        /** @example Notification dismissed */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "audit_logs.list": {
        parameters: {
            query?: {
                /**
                 * @description Page, from 1; anything else means 1
                 * @example 1
                 */
                page?: number;
                /**
                 * @description Rows on a page, clamped to 1–100
                 * @example 20
                 */
                per_page?: number;
                /**
                 * @description Order; a leading minus sorts downwards. Default -created_at
                 * @example created_at
                 */
                sort?: "created_at" | "-created_at";
                /**
                 * @description Words, "phrases", OR and - as in a web search, in action, message, ids, address and values; the last word may be the beginning of one
                 * @example user login
                 */
                search?: string;
                /**
                 * @description What was done, as noun and past verb
                 * @example user.created
                 */
                action?: string;
                /**
                 * @description Kind of thing it was done to
                 * @example user
                 */
                resource_type?: string;
                /** @description Id of the thing it was done to */
                resource_id?: string;
                /**
                 * @description Who it was
                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                 */
                user_id?: string;
                /**
                 * @description Address of who it was
                 * @example ada@example.com
                 */
                user_email?: string;
                /**
                 * @description Where it came from
                 * @example web
                 */
                source?: "web" | "api" | "system" | "worker" | "webhook" | "admin_panel" | "mobile_app" | "integration" | "automation" | "scheduler" | "security_system" | "compliance_system";
                /**
                 * @description Where the request came from
                 * @example 203.0.113.7
                 */
                ip_address?: string;
                /**
                 * @description How it ended
                 * @example success
                 */
                status?: "success" | "warning" | "error";
                /**
                 * @description How much it matters
                 * @example low
                 */
                severity?: "low" | "medium" | "high" | "critical";
                /**
                 * @description How likely it is part of an attack
                 * @example low
                 */
                risk_level?: "low" | "medium" | "high" | "critical";
                /**
                 * @description A day, UTC, included
                 * @example 2026-11-23
                 */
                date_from?: string;
                /**
                 * @description A day, UTC, included
                 * @example 2026-11-23
                 */
                date_to?: string;
                /**
                 * @description Another account than your own
                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                 */
                account_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description What was done, as noun and past verb
                             * @example user.created
                             */
                            action: string;
                            /**
                             * @description Kind of thing it was done to
                             * @example user
                             */
                            resource_type: string;
                            /** @description Which one */
                            resource_id: string | null;
                            /**
                             * @description Where it came from
                             * @example web
                             * @enum {string}
                             */
                            source: "web" | "api" | "system" | "worker" | "webhook" | "admin_panel" | "mobile_app" | "integration" | "automation" | "scheduler" | "security_system" | "compliance_system";
                            /**
                             * @description How it ended
                             * @example success
                             * @enum {string}
                             */
                            status: "success" | "warning" | "error";
                            /**
                             * @description As in a log: the outcome, or info where something was made, changed or somebody came and went
                             * @example debug
                             * @enum {string}
                             */
                            level: "debug" | "info" | "warning" | "error";
                            /**
                             * @description How much it matters
                             * @example low
                             * @enum {string}
                             */
                            severity: "low" | "medium" | "high" | "critical";
                            /**
                             * @description How likely it is part of an attack
                             * @example low
                             * @enum {string}
                             */
                            risk_level: "low" | "medium" | "high" | "critical";
                            /**
                             * @description In words
                             * @example User created
                             */
                            message: string;
                            /**
                             * @description Names of the fields that changed
                             * @example name, roles
                             */
                            changes_summary: string | null;
                            user: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            } | null;
                            impersonator: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            } | null;
                            account: {
                                /**
                                 * Format: uuid
                                 * @description Account it happened in
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Its name */
                                name: string;
                            } | null;
                            /** @description Where the request came from */
                            ip_address: string | null;
                            /** @description What program sent it */
                            user_agent: string | null;
                            /** @description Request it belongs to */
                            request_id: string | null;
                            /**
                             * @description Before
                             * @example {}
                             */
                            old_values: {
                                [key: string]: unknown;
                            };
                            /**
                             * @description After
                             * @example {}
                             */
                            new_values: {
                                [key: string]: unknown;
                            };
                            /**
                             * @description More about it
                             * @example {}
                             */
                            metadata: {
                                [key: string]: unknown;
                            };
                            /** @description Place in the chain; null for about a second */
                            sequence_number: number | null;
                            /**
                             * @description SHA-256 over the entry and the hash before it
                             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                             */
                            integrity_hash: string | null;
                            /**
                             * Format: date-time
                             * @description When
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                        }[];
                        meta: {
                            current_page: number;
                            total_pages: number;
                            total_count: number;
                            per_page: number;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "audit_logs.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What was done, as noun and past verb
                     * @example user.created
                     */
                    action: string;
                    /**
                     * @description Kind of thing it was done to
                     * @example user
                     */
                    resource_type?: string;
                    /** @description Which one */
                    resource_id?: string;
                    /**
                     * @description Where it came from
                     * @example web
                     * @enum {string}
                     */
                    source?: "web" | "api" | "system" | "worker" | "webhook" | "admin_panel" | "mobile_app" | "integration" | "automation" | "scheduler" | "security_system" | "compliance_system";
                    /**
                     * @description How much it matters
                     * @example low
                     * @enum {string}
                     */
                    severity?: "low" | "medium" | "high" | "critical";
                    /**
                     * @description How likely it is part of an attack
                     * @example low
                     * @enum {string}
                     */
                    risk_level?: "low" | "medium" | "high" | "critical";
                    /**
                     * Format: uuid
                     * @description Account it happened in; without one, it belongs to none
                     * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                     */
                    account_id?: string;
                    /**
                     * Format: uuid
                     * @description Who it was
                     * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                     */
                    user_id?: string;
                    /** @description Where it came from */
                    ip_address?: string;
                    /** @description What program it was */
                    user_agent?: string;
                    /**
                     * @description Before
                     * @example {}
                     */
                    old_values?: {
                        [key: string]: unknown;
                    };
                    /**
                     * @description After
                     * @example {}
                     */
                    new_values?: {
                        [key: string]: unknown;
                    };
                    /**
                     * @description More about it
                     * @example {}
                     */
                    metadata?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description What was done, as noun and past verb
                             * @example user.created
                             */
                            action: string;
                            /**
                             * Format: date-time
                             * @description When
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                        };
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "audit_logs.stats": {
        parameters: {
            query?: {
                /**
                 * @description Another account than your own
                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                 */
                account_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * @description Entries of the account
                             * @example 3
                             */
                            total_logs: number;
                            /**
                             * @description Since midnight UTC
                             * @example 3
                             */
                            logs_today: number;
                            /**
                             * @description In the last seven days
                             * @example 3
                             */
                            logs_this_week: number;
                            /**
                             * @description Failed sign-ins since midnight UTC
                             * @example 3
                             */
                            failed_logins_today: number;
                            /**
                             * @description Suspicious entries of the last 30 days
                             * @example 3
                             */
                            suspicious_activity_count: number;
                            /**
                             * @description The ten most frequent actions of the last 30 days
                             * @example {
                             *       "user.login": 12
                             *     }
                             */
                            by_action: {
                                [key: string]: number;
                            };
                            /**
                             * @description Entries of the last 30 days by source
                             * @example {
                             *       "api": 40
                             *     }
                             */
                            by_source: {
                                [key: string]: number;
                            };
                            /**
                             * @description Entries of the last 30 days by level
                             * @example {
                             *       "info": 30
                             *     }
                             */
                            by_level: {
                                [key: string]: number;
                            };
                            /**
                             * @description The five busiest people of the last 30 days, by address
                             * @example {
                             *       "ada@example.com": 9
                             *     }
                             */
                            top_users: {
                                [key: string]: number;
                            };
                            /**
                             * @description Entries of the last 24 hours by hour of the day, UTC
                             * @example {
                             *       "09": 4
                             *     }
                             */
                            hourly_distribution: {
                                [key: string]: number;
                            };
                            /**
                             * @description Errors of the last seven days by day
                             * @example {
                             *       "2026-11-23": 1
                             *     }
                             */
                            error_trend: {
                                [key: string]: number;
                            };
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "audit_logs.security_summary": {
        parameters: {
            query?: {
                /**
                 * @description How far back, to now
                 * @example 1h
                 */
                time_range?: "1h" | "6h" | "24h" | "7d" | "30d" | "90d";
                /**
                 * @description Another account than your own
                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                 */
                account_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * @description Entries in the range
                             * @example 3
                             */
                            total_events: number;
                            /**
                             * @description Those about signing in, credentials and power over others
                             * @example 3
                             */
                            security_events: number;
                            /**
                             * @description Those that ended in an error
                             * @example 3
                             */
                            failed_events: number;
                            /**
                             * @description Those of high or critical risk
                             * @example 3
                             */
                            high_risk_events: number;
                            /**
                             * @description Those that may be part of an attack
                             * @example 3
                             */
                            suspicious_events: number;
                            /**
                             * @description People who did something
                             * @example 3
                             */
                            unique_users: number;
                            /**
                             * @description Addresses that requests came from
                             * @example 3
                             */
                            unique_ips: number;
                            /**
                             * @description Entries by severity
                             * @example {
                             *       "low": 40
                             *     }
                             */
                            by_severity: {
                                [key: string]: number;
                            };
                            /**
                             * @description Entries by risk
                             * @example {
                             *       "low": 40
                             *     }
                             */
                            by_risk_level: {
                                [key: string]: number;
                            };
                            /**
                             * @description Entries by hour of the day, UTC
                             * @example {
                             *       "09": 4
                             *     }
                             */
                            hourly_distribution: {
                                [key: string]: number;
                            };
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "audit_logs.compliance_summary": {
        parameters: {
            query?: {
                /**
                 * @description How far back, to now
                 * @example 1h
                 */
                time_range?: "1h" | "6h" | "24h" | "7d" | "30d" | "90d";
                /**
                 * @description Another account than your own
                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                 */
                account_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * @description Entries of any of these kinds in the range
                             * @example 3
                             */
                            total_events: number;
                            /**
                             * @description Entries by kind: gdpr, data_access, consent, retention
                             * @example {
                             *       "gdpr": 1
                             *     }
                             */
                            by_compliance_type: {
                                [key: string]: number;
                            };
                            /**
                             * @description Exports of data that were asked for
                             * @example 3
                             */
                            data_export_requests: number;
                            /**
                             * @description Deletions of data that were asked for
                             * @example 3
                             */
                            data_deletion_requests: number;
                            /**
                             * @description Entries by week, named by its Monday
                             * @example {
                             *       "2026-11-23": 2
                             *     }
                             */
                            weekly_trend: {
                                [key: string]: number;
                            };
                            /**
                             * @description People whom these entries are about
                             * @example 3
                             */
                            unique_data_subjects: number;
                            /**
                             * @description Exports of the audit log that are still being written
                             * @example 3
                             */
                            pending_exports: number;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "audit_logs.activity_timeline": {
        parameters: {
            query?: {
                /**
                 * @description How far back, to now
                 * @example 1h
                 */
                time_range?: "1h" | "6h" | "24h" | "7d" | "30d" | "90d";
                /**
                 * @description How long one step of the timeline is
                 * @example minute
                 */
                granularity?: "minute" | "hour" | "day";
                /**
                 * @description How many of the latest entries to add
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description Another account than your own
                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                 */
                account_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            timeline: {
                                /**
                                 * Format: date-time
                                 * @description When the step begins
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                time: string;
                                /**
                                 * @description Entries
                                 * @example 3
                                 */
                                count: number;
                                /**
                                 * @description Those that ended in a warning
                                 * @example 3
                                 */
                                warnings: number;
                                /**
                                 * @description Those that ended in an error
                                 * @example 3
                                 */
                                errors: number;
                            }[];
                            summary: {
                                /**
                                 * @description Entries in the range
                                 * @example 3
                                 */
                                total_events: number;
                                /**
                                 * @description Entries per hour
                                 * @example 2.5
                                 */
                                average_per_hour: number;
                                peak_activity: {
                                    /**
                                     * Format: date-time
                                     * @description When it began
                                     * @example 2026-11-23T09:30:00.000Z
                                     */
                                    time: string | null;
                                    /**
                                     * @description Entries
                                     * @example 3
                                     */
                                    count: number;
                                };
                                lowest_activity: {
                                    /**
                                     * Format: date-time
                                     * @description When it began
                                     * @example 2026-11-23T09:30:00.000Z
                                     */
                                    time: string | null;
                                    /**
                                     * @description Entries
                                     * @example 3
                                     */
                                    count: number;
                                };
                                /**
                                 * @description People who did something
                                 * @example 3
                                 */
                                unique_users: number;
                                /**
                                 * @description Different actions
                                 * @example 3
                                 */
                                unique_actions: number;
                            };
                            /**
                             * @description The ten most frequent actions
                             * @example {
                             *       "user.login": 12
                             *     }
                             */
                            top_actions: {
                                [key: string]: number;
                            };
                            /**
                             * @description The five busiest people, by address
                             * @example {
                             *       "ada@example.com": 9
                             *     }
                             */
                            top_users: {
                                [key: string]: number;
                            };
                            events: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /**
                                 * Format: date-time
                                 * @description When
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                timestamp: string;
                                /**
                                 * @description What was done, as noun and past verb
                                 * @example user.created
                                 */
                                action: string;
                                /** @description Address of who it was */
                                user: string | null;
                                /**
                                 * @description Kind of thing it was done to
                                 * @example user
                                 */
                                resource: string;
                                /**
                                 * @description How much it matters
                                 * @example low
                                 * @enum {string}
                                 */
                                severity: "low" | "medium" | "high" | "critical";
                                /** @description Where the request came from */
                                ip_address: string | null;
                                /** @description In words */
                                message: string;
                            }[];
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "audit_logs.risk_analysis": {
        parameters: {
            query?: {
                /**
                 * @description How far back, to now
                 * @example 1h
                 */
                time_range?: "1h" | "6h" | "24h" | "7d" | "30d" | "90d";
                /**
                 * @description Another account than your own
                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                 */
                account_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * @description All of it as one figure
                             * @example 17
                             */
                            overall_risk_score: number;
                            /**
                             * @description The score in words, in steps of twenty
                             * @example low
                             * @enum {string}
                             */
                            risk_level: "low" | "moderate" | "elevated" | "high" | "critical";
                            risk_distribution: {
                                /**
                                 * @description Locks, stolen tokens, refused keys and other alarms
                                 * @example 3
                                 */
                                high: number;
                                /**
                                 * @description Failed sign-ins, changed passwords, acting as somebody else
                                 * @example 3
                                 */
                                medium: number;
                                /**
                                 * @description Resets, changed settings, new keys and webhooks
                                 * @example 3
                                 */
                                low: number;
                                /**
                                 * @description Everything else
                                 * @example 3
                                 */
                                info: number;
                            };
                            threat_indicators: {
                                /**
                                 * @description Addresses with more than five failed sign-ins or refused keys
                                 * @example 3
                                 */
                                suspicious_ips: number;
                                /**
                                 * @description People with more than three entries of high or medium weight
                                 * @example 3
                                 */
                                high_risk_users: number;
                                /**
                                 * @description Percent of entries before 06:00 or after 22:59 UTC
                                 * @example 12.5
                                 */
                                off_hours_activity: number;
                                /**
                                 * @description People who came from more than five addresses
                                 * @example 3
                                 */
                                multi_ip_users: number;
                                /**
                                 * @description Failed sign-ins
                                 * @example 3
                                 */
                                failed_logins: number;
                                /**
                                 * @description Refused keys
                                 * @example 3
                                 */
                                unauthorized_access: number;
                            };
                            /**
                             * @description The five most frequent actions of high or medium weight
                             * @example {
                             *       "user.login_failed": 4
                             *     }
                             */
                            top_threats: {
                                [key: string]: number;
                            };
                            /**
                             * @description Failed sign-ins and refused keys of the ten worst addresses
                             * @example {
                             *       "203.0.113.7": 9
                             *     }
                             */
                            suspicious_ip_details: {
                                [key: string]: number;
                            };
                            /**
                             * @description Entries of high or medium weight by day
                             * @example {
                             *       "2026-11-23": 3
                             *     }
                             */
                            risk_trend: {
                                [key: string]: number;
                            };
                            recommendations: {
                                /**
                                 * @description How soon
                                 * @example low
                                 * @enum {string}
                                 */
                                priority: "low" | "medium" | "high";
                                /**
                                 * @description What it is about
                                 * @example access
                                 */
                                category: string;
                                /** @description What to do and why */
                                message: string;
                            }[];
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "audit_logs.integrity": {
        parameters: {
            query?: {
                /**
                 * @description Another account than your own
                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                 */
                account_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            checkpoint: {
                                /**
                                 * @description Place of the last sealed entry
                                 * @example 42
                                 */
                                sequence_number: number;
                                /** @description Its hash; kept elsewhere, it proves what the trail was until then */
                                integrity_hash: string;
                                /**
                                 * Format: date-time
                                 * @description When it was signed
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                signed_at: string;
                            } | null;
                            /**
                             * @description Where the trail begins; more than 1 after a clean-up
                             * @example 1
                             */
                            first_sequence_number: number;
                            /**
                             * @description Entries that have no place yet: those of the last second or so
                             * @example 0
                             */
                            unsealed: number;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "audit_logs.export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description A table for a spreadsheet, or one JSON array of entries
                     * @example csv
                     * @enum {string}
                     */
                    format?: "csv" | "json";
                    /** @description Those of the list */
                    filters?: {
                        /**
                         * @description Words, "phrases", OR and - as in a web search, in action, message, ids, address and values; the last word may be the beginning of one
                         * @example user login
                         */
                        search?: string;
                        /**
                         * @description What was done, as noun and past verb
                         * @example user.created
                         */
                        action?: string;
                        /**
                         * @description Kind of thing it was done to
                         * @example user
                         */
                        resource_type?: string;
                        /** @description Id of the thing it was done to */
                        resource_id?: string;
                        /**
                         * Format: uuid
                         * @description Who it was
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        user_id?: string;
                        /**
                         * Format: email
                         * @description Address of who it was
                         * @example ada@example.com
                         */
                        user_email?: string;
                        /**
                         * @description Where it came from
                         * @example web
                         * @enum {string}
                         */
                        source?: "web" | "api" | "system" | "worker" | "webhook" | "admin_panel" | "mobile_app" | "integration" | "automation" | "scheduler" | "security_system" | "compliance_system";
                        /**
                         * @description Where the request came from
                         * @example 203.0.113.7
                         */
                        ip_address?: string;
                        /**
                         * @description How it ended
                         * @example success
                         * @enum {string}
                         */
                        status?: "success" | "warning" | "error";
                        /**
                         * @description How much it matters
                         * @example low
                         * @enum {string}
                         */
                        severity?: "low" | "medium" | "high" | "critical";
                        /**
                         * @description How likely it is part of an attack
                         * @example low
                         * @enum {string}
                         */
                        risk_level?: "low" | "medium" | "high" | "critical";
                        /**
                         * Format: date
                         * @description A day, UTC, included
                         * @example 2026-11-23
                         */
                        date_from?: string;
                        /**
                         * Format: date
                         * @description A day, UTC, included
                         * @example 2026-11-23
                         */
                        date_to?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description A table for a spreadsheet, or one JSON array of entries
                             * @example csv
                             * @enum {string}
                             */
                            format: "csv" | "json";
                            /**
                             * @description What the export was narrowed by
                             * @example {}
                             */
                            filters: {
                                [key: string]: unknown;
                            };
                            /**
                             * @description How far it is
                             * @example pending
                             * @enum {string}
                             */
                            status: "pending" | "processing" | "completed" | "failed";
                            /**
                             * @description Percent done
                             * @example 40
                             */
                            progress: number;
                            /**
                             * @description Entries written so far
                             * @example 3
                             */
                            row_count: number;
                            /**
                             * @description Size of the file once unpacked
                             * @example 3
                             */
                            size_bytes: number;
                            /** @description Why it failed */
                            error: string | null;
                            requested_by: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            } | null;
                            /**
                             * Format: date-time
                             * @description When it was asked for; later entries are not in it
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it was done
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            completed_at: string | null;
                            /**
                             * Format: date-time
                             * @description When the file is deleted
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            expires_at: string;
                            /** @description Good without signing in, for whoever has it, until it expires */
                            download_url: string | null;
                        };
                        /** @example Export started */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "audit_logs.cleanup_delete": {
        parameters: {
            query?: {
                /**
                 * @description A day, UTC, included
                 * @example 2026-11-23
                 */
                cutoff_date?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * @description Entries that were deleted, in all accounts
                             * @example 3
                             */
                            deleted_count: number;
                            /**
                             * Format: date
                             * @description A day, UTC, included
                             * @example 2026-11-23
                             */
                            cutoff_date: string;
                        };
                        /** @example Audit log cleaned up */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "audit_logs.read": {
        parameters: {
            query?: {
                /**
                 * @description Another account than your own
                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                 */
                account_id?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description What was done, as noun and past verb
                             * @example user.created
                             */
                            action: string;
                            /**
                             * @description Kind of thing it was done to
                             * @example user
                             */
                            resource_type: string;
                            /** @description Which one */
                            resource_id: string | null;
                            /**
                             * @description Where it came from
                             * @example web
                             * @enum {string}
                             */
                            source: "web" | "api" | "system" | "worker" | "webhook" | "admin_panel" | "mobile_app" | "integration" | "automation" | "scheduler" | "security_system" | "compliance_system";
                            /**
                             * @description How it ended
                             * @example success
                             * @enum {string}
                             */
                            status: "success" | "warning" | "error";
                            /**
                             * @description As in a log: the outcome, or info where something was made, changed or somebody came and went
                             * @example debug
                             * @enum {string}
                             */
                            level: "debug" | "info" | "warning" | "error";
                            /**
                             * @description How much it matters
                             * @example low
                             * @enum {string}
                             */
                            severity: "low" | "medium" | "high" | "critical";
                            /**
                             * @description How likely it is part of an attack
                             * @example low
                             * @enum {string}
                             */
                            risk_level: "low" | "medium" | "high" | "critical";
                            /**
                             * @description In words
                             * @example User created
                             */
                            message: string;
                            /**
                             * @description Names of the fields that changed
                             * @example name, roles
                             */
                            changes_summary: string | null;
                            user: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            } | null;
                            impersonator: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            } | null;
                            account: {
                                /**
                                 * Format: uuid
                                 * @description Account it happened in
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Its name */
                                name: string;
                            } | null;
                            /** @description Where the request came from */
                            ip_address: string | null;
                            /** @description What program sent it */
                            user_agent: string | null;
                            /** @description Request it belongs to */
                            request_id: string | null;
                            /**
                             * @description Before
                             * @example {}
                             */
                            old_values: {
                                [key: string]: unknown;
                            };
                            /**
                             * @description After
                             * @example {}
                             */
                            new_values: {
                                [key: string]: unknown;
                            };
                            /**
                             * @description More about it
                             * @example {}
                             */
                            metadata: {
                                [key: string]: unknown;
                            };
                            /** @description Place in the chain; null for about a second */
                            sequence_number: number | null;
                            /**
                             * @description SHA-256 over the entry and the hash before it
                             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                             */
                            integrity_hash: string | null;
                            /**
                             * Format: date-time
                             * @description When
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            user_agent_parsed: {
                                /** @description Program and version */
                                browser: string | null;
                                /** @description System and version */
                                platform: string | null;
                                /** @description Kind of device */
                                device: string | null;
                            } | null;
                            related_logs: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /**
                                 * @description What was done, as noun and past verb
                                 * @example user.created
                                 */
                                action: string;
                                /**
                                 * @description Kind of thing it was done to
                                 * @example user
                                 */
                                resource_type: string;
                                /** @description Which one */
                                resource_id: string | null;
                                /**
                                 * @description Where it came from
                                 * @example web
                                 * @enum {string}
                                 */
                                source: "web" | "api" | "system" | "worker" | "webhook" | "admin_panel" | "mobile_app" | "integration" | "automation" | "scheduler" | "security_system" | "compliance_system";
                                /**
                                 * @description How it ended
                                 * @example success
                                 * @enum {string}
                                 */
                                status: "success" | "warning" | "error";
                                /**
                                 * @description As in a log: the outcome, or info where something was made, changed or somebody came and went
                                 * @example debug
                                 * @enum {string}
                                 */
                                level: "debug" | "info" | "warning" | "error";
                                /**
                                 * @description How much it matters
                                 * @example low
                                 * @enum {string}
                                 */
                                severity: "low" | "medium" | "high" | "critical";
                                /**
                                 * @description How likely it is part of an attack
                                 * @example low
                                 * @enum {string}
                                 */
                                risk_level: "low" | "medium" | "high" | "critical";
                                /**
                                 * @description In words
                                 * @example User created
                                 */
                                message: string;
                                /**
                                 * @description Names of the fields that changed
                                 * @example name, roles
                                 */
                                changes_summary: string | null;
                                user: {
                                    /**
                                     * Format: uuid
                                     * @description Identifier
                                     * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                     */
                                    id: string;
                                    /** @description Full name */
                                    name: string;
                                    /**
                                     * Format: email
                                     * @description E-mail address, case-insensitive
                                     * @example ada@example.com
                                     */
                                    email: string;
                                } | null;
                                impersonator: {
                                    /**
                                     * Format: uuid
                                     * @description Identifier
                                     * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                     */
                                    id: string;
                                    /** @description Full name */
                                    name: string;
                                    /**
                                     * Format: email
                                     * @description E-mail address, case-insensitive
                                     * @example ada@example.com
                                     */
                                    email: string;
                                } | null;
                                account: {
                                    /**
                                     * Format: uuid
                                     * @description Account it happened in
                                     * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                     */
                                    id: string;
                                    /** @description Its name */
                                    name: string;
                                } | null;
                                /** @description Where the request came from */
                                ip_address: string | null;
                                /** @description What program sent it */
                                user_agent: string | null;
                                /** @description Request it belongs to */
                                request_id: string | null;
                                /**
                                 * @description Before
                                 * @example {}
                                 */
                                old_values: {
                                    [key: string]: unknown;
                                };
                                /**
                                 * @description After
                                 * @example {}
                                 */
                                new_values: {
                                    [key: string]: unknown;
                                };
                                /**
                                 * @description More about it
                                 * @example {}
                                 */
                                metadata: {
                                    [key: string]: unknown;
                                };
                                /** @description Place in the chain; null for about a second */
                                sequence_number: number | null;
                                /**
                                 * @description SHA-256 over the entry and the hash before it
                                 * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                                 */
                                integrity_hash: string | null;
                                /**
                                 * Format: date-time
                                 * @description When
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                created_at: string;
                            }[];
                            /**
                             * @description Action, hour and how busy its address was, as one figure
                             * @example 3
                             */
                            risk_score: number;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "audit_logs.exports.list": {
        parameters: {
            query?: {
                /**
                 * @description Page, from 1; anything else means 1
                 * @example 1
                 */
                page?: number;
                /**
                 * @description Rows on a page, clamped to 1–100
                 * @example 20
                 */
                per_page?: number;
                /**
                 * @description Order; a leading minus sorts downwards. Default -created_at
                 * @example created_at
                 */
                sort?: "created_at" | "-created_at";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description A table for a spreadsheet, or one JSON array of entries
                             * @example csv
                             * @enum {string}
                             */
                            format: "csv" | "json";
                            /**
                             * @description What the export was narrowed by
                             * @example {}
                             */
                            filters: {
                                [key: string]: unknown;
                            };
                            /**
                             * @description How far it is
                             * @example pending
                             * @enum {string}
                             */
                            status: "pending" | "processing" | "completed" | "failed";
                            /**
                             * @description Percent done
                             * @example 40
                             */
                            progress: number;
                            /**
                             * @description Entries written so far
                             * @example 3
                             */
                            row_count: number;
                            /**
                             * @description Size of the file once unpacked
                             * @example 3
                             */
                            size_bytes: number;
                            /** @description Why it failed */
                            error: string | null;
                            requested_by: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            } | null;
                            /**
                             * Format: date-time
                             * @description When it was asked for; later entries are not in it
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it was done
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            completed_at: string | null;
                            /**
                             * Format: date-time
                             * @description When the file is deleted
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            expires_at: string;
                            /** @description Good without signing in, for whoever has it, until it expires */
                            download_url: string | null;
                        }[];
                        meta: {
                            current_page: number;
                            total_pages: number;
                            total_count: number;
                            per_page: number;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "audit_logs.exports.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description A table for a spreadsheet, or one JSON array of entries
                             * @example csv
                             * @enum {string}
                             */
                            format: "csv" | "json";
                            /**
                             * @description What the export was narrowed by
                             * @example {}
                             */
                            filters: {
                                [key: string]: unknown;
                            };
                            /**
                             * @description How far it is
                             * @example pending
                             * @enum {string}
                             */
                            status: "pending" | "processing" | "completed" | "failed";
                            /**
                             * @description Percent done
                             * @example 40
                             */
                            progress: number;
                            /**
                             * @description Entries written so far
                             * @example 3
                             */
                            row_count: number;
                            /**
                             * @description Size of the file once unpacked
                             * @example 3
                             */
                            size_bytes: number;
                            /** @description Why it failed */
                            error: string | null;
                            requested_by: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /**
                                 * Format: email
                                 * @description E-mail address, case-insensitive
                                 * @example ada@example.com
                                 */
                                email: string;
                            } | null;
                            /**
                             * Format: date-time
                             * @description When it was asked for; later entries are not in it
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it was done
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            completed_at: string | null;
                            /**
                             * Format: date-time
                             * @description When the file is deleted
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            expires_at: string;
                            /** @description Good without signing in, for whoever has it, until it expires */
                            download_url: string | null;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "audit_logs.exports.download": {
        parameters: {
            query?: {
                /** @description End of the link, in seconds */
                expires?: number;
                /** @description What makes the link worth something */
                signature?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_invalid, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "internal.audit_exports.parts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Which, from 1; in order */
                    part: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * @description How far it is
                             * @example pending
                             * @enum {string}
                             */
                            status: "pending" | "processing" | "completed" | "failed";
                            /**
                             * @description Percent done
                             * @example 40
                             */
                            progress: number;
                            /**
                             * @description Entries written so far
                             * @example 3
                             */
                            row_count: number;
                        };
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress, invalid_transition */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "internal.audit_exports.failure": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why it cannot be written */
                    error: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * @description How far it is
                             * @example pending
                             * @enum {string}
                             */
                            status: "pending" | "processing" | "completed" | "failed";
                            /**
                             * @description Percent done
                             * @example 40
                             */
                            progress: number;
                            /**
                             * @description Entries written so far
                             * @example 3
                             */
                            row_count: number;
                        };
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "admin.mails.list": {
        parameters: {
            query?: {
                /**
                 * @description Page, from 1; anything else means 1
                 * @example 1
                 */
                page?: number;
                /**
                 * @description Rows on a page, clamped to 1–100
                 * @example 20
                 */
                per_page?: number;
                /**
                 * @description Order; a leading minus sorts downwards. Default -created_at
                 * @example created_at
                 */
                sort?: "created_at" | "-created_at";
                /** @description Part of the address or subject */
                search?: string;
                /**
                 * @description Captured means that no SMTP server is set, so it can only be read here
                 * @example queued
                 */
                status?: "queued" | "sent" | "captured" | "failed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description What it is
                             * @example verify_email
                             * @enum {string}
                             */
                            template: "verify_email" | "set_password" | "reset_password" | "two_factor_changed" | "new_device" | "invitation" | "delegation" | "impersonated" | "password_changed" | "email_changed";
                            /**
                             * @description Who gets it
                             * @example ada@example.com
                             */
                            to_address: string;
                            /** @description Subject line */
                            subject: string;
                            /**
                             * @description Captured means that no SMTP server is set, so it can only be read here
                             * @example queued
                             * @enum {string}
                             */
                            status: "queued" | "sent" | "captured" | "failed";
                            /** @description Why the last try failed */
                            error: string | null;
                            /**
                             * Format: date-time
                             * @description When it was queued
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it was handed over
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            sent_at: string | null;
                        }[];
                        meta: {
                            current_page: number;
                            total_pages: number;
                            total_count: number;
                            per_page: number;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "admin.mails.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /**
                             * @description What it is
                             * @example verify_email
                             * @enum {string}
                             */
                            template: "verify_email" | "set_password" | "reset_password" | "two_factor_changed" | "new_device" | "invitation" | "delegation" | "impersonated" | "password_changed" | "email_changed";
                            /**
                             * @description Who gets it
                             * @example ada@example.com
                             */
                            to_address: string;
                            /** @description Subject line */
                            subject: string;
                            /**
                             * @description Captured means that no SMTP server is set, so it can only be read here
                             * @example queued
                             * @enum {string}
                             */
                            status: "queued" | "sent" | "captured" | "failed";
                            /** @description Why the last try failed */
                            error: string | null;
                            /**
                             * Format: date-time
                             * @description When it was queued
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it was handed over
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            sent_at: string | null;
                            /** @description HTML body */
                            html: string;
                            /** @description Plain text body */
                            text: string;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "internal.mails.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            id: string;
                            /** @description Sender */
                            from: string;
                            /** @description Recipient */
                            to: string;
                            /** @description Subject line */
                            subject: string;
                            /** @description HTML body */
                            html: string;
                            /** @description Plain text body */
                            text: string;
                            /** @description Already handed over: do not send again */
                            delivered: boolean;
                            /** @description Server to hand it to; null means capture it */
                            smtp_url: string | null;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "internal.mails.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description How it ended
                     * @example sent
                     * @enum {string}
                     */
                    status: "sent" | "captured" | "failed";
                    /** @description Why it failed */
                    error?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: null;
                        /** @example Delivery recorded */
                        message: string;
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "worker.leases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description How many jobs to take; 0 only reports */
                    slots: number;
                    /**
                     * @description How long to wait for work
                     * @default 0
                     */
                    wait_seconds?: number;
                    /** @description Attempts that ended */
                    finished?: {
                        /**
                         * Format: uuid
                         * @description Identifier
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                        /**
                         * @description Which job of the catalogue
                         * @example deliver_mail
                         * @enum {string}
                         */
                        name: "deliver_mail" | "export_audit_logs" | "clean_up_expired" | "test_worker";
                        /**
                         * @description Which try this is; an older one has lost its lease
                         * @example 1
                         */
                        attempt: number;
                        /** @description Why it failed; absent means that it succeeded */
                        error?: string;
                        /** @description Do not try again */
                        final?: boolean;
                    }[];
                    /** @description Attempts to keep; silence gives them up */
                    running?: {
                        /**
                         * Format: uuid
                         * @description Identifier
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                        /**
                         * @description Which job of the catalogue
                         * @example deliver_mail
                         * @enum {string}
                         */
                        name: "deliver_mail" | "export_audit_logs" | "clean_up_expired" | "test_worker";
                        /**
                         * @description Which try this is; an older one has lost its lease
                         * @example 1
                         */
                        attempt: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            jobs: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /**
                                 * @description Which job of the catalogue
                                 * @example deliver_mail
                                 * @enum {string}
                                 */
                                name: "deliver_mail" | "export_audit_logs" | "clean_up_expired" | "test_worker";
                                /**
                                 * @description Which try this is; an older one has lost its lease
                                 * @example 1
                                 */
                                attempt: number;
                                /**
                                 * @description What the job is to do
                                 * @example {}
                                 */
                                input: {
                                    [key: string]: unknown;
                                };
                            }[];
                            /** @description Running attempts that are no longer yours: stop them */
                            lost: string[];
                        };
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "internal.jobs.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            job_id: string;
                            /**
                             * @description Which job of the catalogue
                             * @example deliver_mail
                             * @enum {string}
                             */
                            job_type: "deliver_mail" | "export_audit_logs" | "clean_up_expired" | "test_worker";
                            /**
                             * @description Where it stands
                             * @example pending
                             * @enum {string}
                             */
                            status: "pending" | "processing" | "completed" | "failed" | "cancelled";
                            /**
                             * @description Percent done
                             * @example 50
                             */
                            progress: number;
                            /**
                             * @description What the job is to do
                             * @example {}
                             */
                            parameters: {
                                [key: string]: unknown;
                            };
                            /**
                             * @description What came of it
                             * @example {}
                             */
                            result: {
                                [key: string]: unknown;
                            } | null;
                            /**
                             * @description Tries so far
                             * @example 3
                             */
                            attempt: number;
                            /**
                             * Format: date-time
                             * @description When it was queued
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When the last try began
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            started_at: string | null;
                            /**
                             * Format: date-time
                             * @description When it ended
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            completed_at: string | null;
                        };
                    };
                };
            };
            /** @description bad_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "internal.jobs.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Which try this is; an older one has lost its lease
                     * @example 1
                     */
                    attempt: number;
                    /**
                     * @description Where it stands now
                     * @example processing
                     * @enum {string}
                     */
                    status?: "processing" | "completed" | "failed";
                    /**
                     * @description Percent done
                     * @example 50
                     */
                    progress?: number;
                    /** @description Why it failed */
                    error?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * Format: uuid
                             * @description Identifier
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            job_id: string;
                            /**
                             * @description Which job of the catalogue
                             * @example deliver_mail
                             * @enum {string}
                             */
                            job_type: "deliver_mail" | "export_audit_logs" | "clean_up_expired" | "test_worker";
                            /**
                             * @description Where it stands
                             * @example pending
                             * @enum {string}
                             */
                            status: "pending" | "processing" | "completed" | "failed" | "cancelled";
                            /**
                             * @description Percent done
                             * @example 50
                             */
                            progress: number;
                            /**
                             * @description What the job is to do
                             * @example {}
                             */
                            parameters: {
                                [key: string]: unknown;
                            };
                            /**
                             * @description What came of it
                             * @example {}
                             */
                            result: {
                                [key: string]: unknown;
                            } | null;
                            /**
                             * @description Tries so far
                             * @example 3
                             */
                            attempt: number;
                            /**
                             * Format: date-time
                             * @description When it was queued
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When the last try began
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            started_at: string | null;
                            /**
                             * Format: date-time
                             * @description When it ended
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            completed_at: string | null;
                        };
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description invalid_transition */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "internal.maintenance.clean_up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: {
                            /**
                             * @description Invitations that ran out
                             * @example 3
                             */
                            invitations: number;
                            /**
                             * @description Mailed links that ran out
                             * @example 3
                             */
                            one_time_tokens: number;
                            /**
                             * @description Sessions that ended over 30 days ago, with their tokens
                             * @example 3
                             */
                            sessions: number;
                            /**
                             * @description Refresh tokens that ran out
                             * @example 3
                             */
                            refresh_tokens: number;
                            /**
                             * @description Replies past their 24 hours
                             * @example 3
                             */
                            idempotency_keys: number;
                            /**
                             * @description Counters whose window passed
                             * @example 3
                             */
                            auth_throttles: number;
                            /**
                             * @description Challenges nobody answered
                             * @example 3
                             */
                            passkey_challenges: number;
                            /**
                             * @description Broadcasts long delivered
                             * @example 3
                             */
                            cable_payloads: number;
                            /**
                             * @description Files past their 24 hours
                             * @example 3
                             */
                            audit_exports: number;
                        };
                    };
                };
            };
            /** @description bad_request, malformed_json */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description token_expired, token_revoked, unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description payload_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description idempotency_key_reused, validation_error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description service_unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
}
