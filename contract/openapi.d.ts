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
        post?: never;
        delete?: never;
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
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The webhooks of the account
         * @description Needs the permission `webhooks.read`.
         */
        get: operations["webhooks.list"];
        put?: never;
        /**
         * Make a webhook; its secret is shown this once
         * @description Needs the permission `webhooks.create`.
         */
        post: operations["webhooks.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/available_events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every event there is, with its schema and an example
         * @description Needs the permission `webhooks.read`.
         */
        get: operations["webhooks.available_events_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How deliveries went in the last 7 days
         * @description Needs the permission `webhooks.read`.
         */
        get: operations["webhooks.stats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/retry_failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send again what failed
         * @description Needs the permission `webhooks.update`.
         */
        post: operations["webhooks.retry_failed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One webhook
         * @description Needs the permission `webhooks.read`.
         */
        get: operations["webhooks.read"];
        /**
         * Change a webhook
         * @description Needs the permission `webhooks.update`.
         */
        put: operations["webhooks.replace"];
        post?: never;
        /**
         * Delete a webhook and its deliveries
         * @description Needs the permission `webhooks.delete`.
         */
        delete: operations["webhooks.delete"];
        options?: never;
        head?: never;
        /**
         * Change a webhook
         * @description Needs the permission `webhooks.update`.
         */
        patch: operations["webhooks.update"];
        trace?: never;
    };
    "/api/v1/webhooks/{id}/toggle_status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch a webhook on or off
         * @description Needs the permission `webhooks.update`.
         */
        post: operations["webhooks.toggle_status"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/rotate_secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the secret; the one before signs as well for a while
         * @description Needs the permission `webhooks.update`.
         */
        post: operations["webhooks.rotate_secret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an example of an event now, and see the answer
         * @description Needs the permission `webhooks.update`.
         */
        post: operations["webhooks.test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send again everything of a range of time
         * @description Needs the permission `webhooks.update`.
         */
        post: operations["webhooks.replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was delivered, and how it went
         * @description Needs the permission `webhooks.read`.
         */
        get: operations["webhooks.deliveries.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One delivery with its body and every try
         * @description Needs the permission `webhooks.read`.
         */
        get: operations["webhooks.deliveries.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/deliveries/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send it again
         * @description Needs the permission `webhooks.update`.
         */
        post: operations["webhooks.deliveries.replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin_settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures, the newest people and accounts, and the settings
         * @description Needs the permission `admin.settings.read`.
         */
        get: operations["admin_settings.read"];
        /**
         * Change settings; every process follows within a second
         * @description Needs the permission `admin.settings.update`.
         */
        put: operations["admin_settings.replace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change settings; every process follows within a second
         * @description Needs the permission `admin.settings.update`.
         */
        patch: operations["admin_settings.update"];
        trace?: never;
    };
    "/api/v1/admin_settings/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed which setting, from what to what
         * @description Needs the permission `admin.settings.read`.
         */
        get: operations["admin_settings.changes_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin_settings/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The installation in figures
         * @description Needs the permission `admin.settings.read`.
         */
        get: operations["admin_settings.metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin_settings/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the parts of this installation are; always 200
         * @description Needs the permission `admin.settings.read`.
         */
        get: operations["admin_settings.health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin_settings/security": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How this server guards sign-in
         * @description Needs the permission `admin.security.read`.
         */
        get: operations["admin_settings.security"];
        /**
         * Change how this server guards sign-in; lifetimes hold for what is issued from then on
         * @description Needs the permission `admin.security.update`.
         */
        put: operations["admin_settings.security_replace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change how this server guards sign-in; lifetimes hold for what is issued from then on
         * @description Needs the permission `admin.security.update`.
         */
        patch: operations["admin_settings.security_update"];
        trace?: never;
    };
    "/api/v1/admin_settings/security/regenerate_jwt_secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign tokens with a new key; the one before is good for another day
         * @description Needs the permission `admin.signing_keys.rotate`.
         */
        post: operations["admin_settings.regenerate_jwt_secret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin_settings/system_logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the processes of this installation logged in the last seven days
         * @description Needs the permission `admin.system_logs.read`.
         */
        get: operations["admin_settings.system_logs_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin_settings/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The people of every account
         * @description Needs the permission `admin.users.read`.
         */
        get: operations["admin_settings.users_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin_settings/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every account
         * @description Needs the permission `admin.accounts.read`.
         */
        get: operations["admin_settings.accounts_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin_settings/suspend_account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close an account at once, for everybody in it
         * @description Needs the permission `admin.accounts.suspend`.
         */
        post: operations["admin_settings.suspend_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin_settings/activate_account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a suspended account again
         * @description Needs the permission `admin.accounts.suspend`.
         */
        post: operations["admin_settings.activate_account"];
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
    "/api/v1/internal/webhook_deliveries/prepare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What to send for each of these deliveries
         * @description Needs the permission `system.webhooks.deliver`.
         */
        post: operations["internal.webhook_deliveries.prepare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/internal/webhook_deliveries/outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report how tries ended
         * @description Needs the permission `system.webhooks.deliver`.
         */
        post: operations["internal.webhook_deliveries.outcomes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/internal/system_logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand over log lines
         * @description Needs the permission `system.system_logs.create`.
         */
        post: operations["internal.system_logs.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "account.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An account was founded
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.account.created"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "account.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The account’s name or settings changed
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.account.updated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "account.suspended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Whoever runs the server closed the account
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.account.suspended"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "account.activated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Whoever runs the server opened the account again
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.account.activated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "user.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A person was added, invited or registered
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.user.created"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "user.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A person’s details, roles or status changed
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.user.updated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "user.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A person was removed
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.user.deleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "user.joined": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A person chose a password and can sign in
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.user.joined"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "user.email_verified": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A person confirmed their address
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.user.email_verified"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "user.login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A person signed in
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.user.login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "user.logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A person signed out
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.user.logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "user.locked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign-in was locked after too many wrong tries
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.user.locked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "user.password_changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A person has a new password
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.user.password_changed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "user.two_factor_enabled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A person turned two-factor sign-in on
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.user.two_factor_enabled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "user.two_factor_disabled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A person turned two-factor sign-in off
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.user.two_factor_disabled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "session.ended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A session was ended before its time
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.session.ended"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "role.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A role was made
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.role.created"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "role.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A role changed
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.role.updated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "role.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A role was deleted
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.role.deleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "invitation.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Somebody was invited
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.invitation.created"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "invitation.accepted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An invitation was accepted
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.invitation.accepted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "invitation.cancelled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An invitation was cancelled
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.invitation.cancelled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "invitation.expired": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An invitation ran out
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.invitation.expired"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "delegation.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Somebody of another account was given rights here
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.delegation.created"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "delegation.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Such rights changed
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.delegation.updated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "delegation.activated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Such rights were given back
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.delegation.activated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "delegation.deactivated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Such rights were paused
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.delegation.deactivated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "delegation.revoked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Such rights were taken back for good
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.delegation.revoked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "impersonation.started": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Somebody began to act as another person
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.impersonation.started"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "impersonation.ended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Somebody stopped acting as another person
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.impersonation.ended"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "webhook.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A webhook was made
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.webhook.created"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "webhook.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A webhook changed
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.webhook.updated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "webhook.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A webhook was deleted
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.webhook.deleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "webhook.disabled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A webhook was switched off because it cannot be reached
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.webhook.disabled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "test.webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Somebody tried out a webhook
         * @description Signed as Standard Webhooks 1.0 says.
         */
        post: operations["webhook.test.webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
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
            code: "bad_request" | "malformed_json" | "unauthorized" | "token_expired" | "token_revoked" | "user_inactive" | "account_inactive" | "account_locked" | "invalid_credentials" | "invalid_refresh_token" | "invalid_reset_token" | "forbidden" | "registration_disabled" | "role_not_assignable" | "invalid_2fa" | "invalid_passkey" | "impersonation_restricted" | "two_factor_required" | "system_role" | "permission_not_grantable" | "insufficient_rank" | "not_found" | "method_not_allowed" | "conflict" | "two_factor_already_enabled" | "two_factor_not_enabled" | "role_in_use" | "impersonation_active" | "invalid_transition" | "idempotency_in_progress" | "payload_too_large" | "uri_too_long" | "unsupported_media_type" | "validation_error" | "last_owner" | "token_invalid" | "idempotency_key_reused" | "headers_too_large" | "rate_limited" | "internal_error" | "service_unavailable" | "maintenance";
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
                     * @description 12 (unless set otherwise) to 128 characters with upper and lower case, digit and special character
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
                             * @description Bearer of the API, for 15 minutes unless set otherwise
                             * @example eyJhbGciOi…
                             */
                            access_token: string;
                            /**
                             * @description Good once, for 7 days unless set otherwise; also set as a cookie
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
                             * @description Bearer of the API, for 15 minutes unless set otherwise
                             * @example eyJhbGciOi…
                             */
                            access_token: string;
                            /**
                             * @description Good once, for 7 days unless set otherwise; also set as a cookie
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
                             * @description Bearer of the API, for 15 minutes unless set otherwise
                             * @example eyJhbGciOi…
                             */
                            access_token: string;
                            /**
                             * @description Good once, for 7 days unless set otherwise; also set as a cookie
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
                             * @description Bearer of the API, for 15 minutes unless set otherwise
                             * @example eyJhbGciOi…
                             */
                            access_token: string;
                            /**
                             * @description Good once, for 7 days unless set otherwise; also set as a cookie
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
                     * @description 12 (unless set otherwise) to 128 characters with upper and lower case, digit and special character
                     * @example Correct-Horse-7-Battery
                     */
                    password: string;
                    /**
                     * @description 12 (unless set otherwise) to 128 characters with upper and lower case, digit and special character
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
                             * @description Bearer of the API, for 15 minutes unless set otherwise
                             * @example eyJhbGciOi…
                             */
                            access_token: string;
                            /**
                             * @description Good once, for 7 days unless set otherwise; also set as a cookie
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
                             * @description Bearer of the API, for 15 minutes unless set otherwise
                             * @example eyJhbGciOi…
                             */
                            access_token: string;
                            /**
                             * @description Good once, for 7 days unless set otherwise; also set as a cookie
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
                     * @description 12 (unless set otherwise) to 128 characters with upper and lower case, digit and special character
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
                     * @description 12 (unless set otherwise) to 128 characters with upper and lower case, digit and special character
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
                     * @description 12 (unless set otherwise) to 128 characters with upper and lower case, digit and special character
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
                     * @description 12 (unless set otherwise) to 128 characters with upper and lower case, digit and special character
                     * @example Correct-Horse-7-Battery
                     */
                    password: string;
                    /**
                     * @description 12 (unless set otherwise) to 128 characters with upper and lower case, digit and special character
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
                /** @description Part of the action or message */
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
                 * @description A day, UTC, included
                 * @example 2026-11-23
                 */
                date_from?: string;
                /**
                 * @description A day, UTC, included
                 * @example 2026-11-23
                 */
                date_to?: string;
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
                            source: "web" | "api" | "system" | "worker" | "webhook" | "admin_panel";
                            /**
                             * @description How it ended
                             * @example success
                             * @enum {string}
                             */
                            status: "success" | "warning" | "error";
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
    "audit_logs.read": {
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
                            source: "web" | "api" | "system" | "worker" | "webhook" | "admin_panel";
                            /**
                             * @description How it ended
                             * @example success
                             * @enum {string}
                             */
                            status: "success" | "warning" | "error";
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
    "webhooks.list": {
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
                sort?: "created_at" | "-created_at" | "url" | "-url" | "last_delivery_at" | "-last_delivery_at";
                /**
                 * @description Whether it is delivered to
                 * @example active
                 */
                status?: "active" | "inactive";
                /** @description Part of the URL or description */
                search?: string;
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
                             * @description Where to deliver: an https URL on the public internet
                             * @example https://example.com/hooks
                             */
                            url: string;
                            /**
                             * @description What it is for
                             * @example Orders
                             */
                            description: string | null;
                            /**
                             * @description Whether it is delivered to
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "inactive";
                            /**
                             * @description Events it wants; none means every event
                             * @example [
                             *       "user.created"
                             *     ]
                             */
                            event_types: ("account.created" | "account.updated" | "account.suspended" | "account.activated" | "user.created" | "user.updated" | "user.deleted" | "user.joined" | "user.email_verified" | "user.login" | "user.logout" | "user.locked" | "user.password_changed" | "user.two_factor_enabled" | "user.two_factor_disabled" | "session.ended" | "role.created" | "role.updated" | "role.deleted" | "invitation.created" | "invitation.accepted" | "invitation.cancelled" | "invitation.expired" | "delegation.created" | "delegation.updated" | "delegation.activated" | "delegation.deactivated" | "delegation.revoked" | "impersonation.started" | "impersonation.ended" | "webhook.created" | "webhook.updated" | "webhook.deleted" | "webhook.disabled" | "test.webhook")[];
                            /**
                             * @description How long the receiver may take to answer
                             * @example 30
                             */
                            timeout_seconds: number;
                            /**
                             * @description Tries after the first one fails, over about three days
                             * @example 9
                             */
                            retry_limit: number;
                            /** @description Enough of the secret to tell it from another */
                            secret_preview: string;
                            /**
                             * Format: date-time
                             * @description Until when the secret before signs as well
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            previous_secret_expires_at: string | null;
                            /**
                             * @description Open: deliveries wait, because the receiver failed repeatedly or asked to wait
                             * @example closed
                             * @enum {string}
                             */
                            circuit_status: "closed" | "open" | "half_open";
                            /**
                             * Format: date-time
                             * @description When an open circuit tries again
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            circuit_until: string | null;
                            /**
                             * @description Failed tries since the last success
                             * @example 3
                             */
                            consecutive_failures: number;
                            /**
                             * Format: date-time
                             * @description Since when every try has failed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            failing_since: string | null;
                            /**
                             * @description Why it was switched off: it answered 410, or failed for five days
                             * @example gone
                             * @enum {string|null}
                             */
                            disabled_reason: "gone" | "failing" | null;
                            /**
                             * Format: date-time
                             * @description When it was switched off
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            disabled_at: string | null;
                            /**
                             * @description Tries that succeeded
                             * @example 3
                             */
                            success_count: number;
                            /**
                             * @description Tries that failed
                             * @example 3
                             */
                            failure_count: number;
                            /**
                             * Format: date-time
                             * @description When it was last tried
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            last_delivery_at: string | null;
                            created_by: {
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
                             * @description When it was made
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it was last changed
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
    "webhooks.create": {
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
                     * @description Where to deliver: an https URL on the public internet
                     * @example https://example.com/hooks
                     */
                    url: string;
                    /**
                     * @description What it is for
                     * @example Orders
                     */
                    description?: string | null;
                    /**
                     * @description Events it wants; none means every event
                     * @example [
                     *       "user.created"
                     *     ]
                     */
                    event_types?: ("account.created" | "account.updated" | "account.suspended" | "account.activated" | "user.created" | "user.updated" | "user.deleted" | "user.joined" | "user.email_verified" | "user.login" | "user.logout" | "user.locked" | "user.password_changed" | "user.two_factor_enabled" | "user.two_factor_disabled" | "session.ended" | "role.created" | "role.updated" | "role.deleted" | "invitation.created" | "invitation.accepted" | "invitation.cancelled" | "invitation.expired" | "delegation.created" | "delegation.updated" | "delegation.activated" | "delegation.deactivated" | "delegation.revoked" | "impersonation.started" | "impersonation.ended" | "webhook.created" | "webhook.updated" | "webhook.deleted" | "webhook.disabled" | "test.webhook")[];
                    /**
                     * @description Whether it is delivered to
                     * @example active
                     * @enum {string}
                     */
                    status?: "active" | "inactive";
                    /**
                     * @description How long the receiver may take to answer
                     * @example 30
                     */
                    timeout_seconds?: number;
                    /**
                     * @description Tries after the first one fails, over about three days
                     * @example 9
                     */
                    retry_limit?: number;
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
                             * @description Where to deliver: an https URL on the public internet
                             * @example https://example.com/hooks
                             */
                            url: string;
                            /**
                             * @description What it is for
                             * @example Orders
                             */
                            description: string | null;
                            /**
                             * @description Whether it is delivered to
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "inactive";
                            /**
                             * @description Events it wants; none means every event
                             * @example [
                             *       "user.created"
                             *     ]
                             */
                            event_types: ("account.created" | "account.updated" | "account.suspended" | "account.activated" | "user.created" | "user.updated" | "user.deleted" | "user.joined" | "user.email_verified" | "user.login" | "user.logout" | "user.locked" | "user.password_changed" | "user.two_factor_enabled" | "user.two_factor_disabled" | "session.ended" | "role.created" | "role.updated" | "role.deleted" | "invitation.created" | "invitation.accepted" | "invitation.cancelled" | "invitation.expired" | "delegation.created" | "delegation.updated" | "delegation.activated" | "delegation.deactivated" | "delegation.revoked" | "impersonation.started" | "impersonation.ended" | "webhook.created" | "webhook.updated" | "webhook.deleted" | "webhook.disabled" | "test.webhook")[];
                            /**
                             * @description How long the receiver may take to answer
                             * @example 30
                             */
                            timeout_seconds: number;
                            /**
                             * @description Tries after the first one fails, over about three days
                             * @example 9
                             */
                            retry_limit: number;
                            /** @description Enough of the secret to tell it from another */
                            secret_preview: string;
                            /**
                             * Format: date-time
                             * @description Until when the secret before signs as well
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            previous_secret_expires_at: string | null;
                            /**
                             * @description Open: deliveries wait, because the receiver failed repeatedly or asked to wait
                             * @example closed
                             * @enum {string}
                             */
                            circuit_status: "closed" | "open" | "half_open";
                            /**
                             * Format: date-time
                             * @description When an open circuit tries again
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            circuit_until: string | null;
                            /**
                             * @description Failed tries since the last success
                             * @example 3
                             */
                            consecutive_failures: number;
                            /**
                             * Format: date-time
                             * @description Since when every try has failed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            failing_since: string | null;
                            /**
                             * @description Why it was switched off: it answered 410, or failed for five days
                             * @example gone
                             * @enum {string|null}
                             */
                            disabled_reason: "gone" | "failing" | null;
                            /**
                             * Format: date-time
                             * @description When it was switched off
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            disabled_at: string | null;
                            /**
                             * @description Tries that succeeded
                             * @example 3
                             */
                            success_count: number;
                            /**
                             * @description Tries that failed
                             * @example 3
                             */
                            failure_count: number;
                            /**
                             * Format: date-time
                             * @description When it was last tried
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            last_delivery_at: string | null;
                            created_by: {
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
                             * @description When it was made
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it was last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                            /**
                             * @description Signing secret of Standard Webhooks. It is not shown again
                             * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=
                             */
                            secret: string;
                        };
                        /** @example Webhook created */
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
    "webhooks.available_events_list": {
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
                 * @description Order; a leading minus sorts downwards. Default type
                 * @example type
                 */
                sort?: "type" | "-type";
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
                             * @description Name of the event
                             * @example account.created
                             * @enum {string}
                             */
                            type: "account.created" | "account.updated" | "account.suspended" | "account.activated" | "user.created" | "user.updated" | "user.deleted" | "user.joined" | "user.email_verified" | "user.login" | "user.logout" | "user.locked" | "user.password_changed" | "user.two_factor_enabled" | "user.two_factor_disabled" | "session.ended" | "role.created" | "role.updated" | "role.deleted" | "invitation.created" | "invitation.accepted" | "invitation.cancelled" | "invitation.expired" | "delegation.created" | "delegation.updated" | "delegation.activated" | "delegation.deactivated" | "delegation.revoked" | "impersonation.started" | "impersonation.ended" | "webhook.created" | "webhook.updated" | "webhook.deleted" | "webhook.disabled" | "test.webhook";
                            /**
                             * @description What it is about: the word before the dot
                             * @example user
                             */
                            category: string;
                            /** @description When it happens */
                            description: string;
                            /**
                             * @description JSON schema of `data` in the body
                             * @example {}
                             */
                            data_schema: {
                                [key: string]: unknown;
                            };
                            /**
                             * @description What `data` looks like
                             * @example {}
                             */
                            example: {
                                [key: string]: unknown;
                            };
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
    "webhooks.stats": {
        parameters: {
            query?: {
                /**
                 * @description Figures of this webhook alone
                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                 */
                webhook_id?: string;
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
                             * @description All webhooks
                             * @example 3
                             */
                            total_webhooks: number;
                            /**
                             * @description Those that are delivered to
                             * @example 3
                             */
                            active_webhooks: number;
                            /**
                             * @description Those that are switched off
                             * @example 3
                             */
                            inactive_webhooks: number;
                            /**
                             * @description Deliveries of today (UTC)
                             * @example 3
                             */
                            deliveries_today: number;
                            /**
                             * @description Those of today that arrived
                             * @example 3
                             */
                            successful_today: number;
                            /**
                             * @description Those of today that did not, so far or for good
                             * @example 3
                             */
                            failed_today: number;
                            /**
                             * @description Percent of ended deliveries that arrived
                             * @example 99.5
                             */
                            success_rate: number | null;
                            /**
                             * @description Milliseconds until the answer, on average
                             * @example 84.2
                             */
                            average_response_time_ms: number | null;
                            /**
                             * @description Deliveries on their way or to be tried again
                             * @example 3
                             */
                            waiting: number;
                            /**
                             * @description Deliveries of 7 days that were given up
                             * @example 3
                             */
                            given_up: number;
                            /**
                             * @description Tries of 7 days after a first one
                             * @example 3
                             */
                            retries: number;
                            /** @description The last 7 days, oldest first */
                            by_day: {
                                /**
                                 * Format: date
                                 * @description Day in UTC
                                 */
                                date: string;
                                /**
                                 * @description Arrived
                                 * @example 3
                                 */
                                successful: number;
                                /**
                                 * @description Did not arrive
                                 * @example 3
                                 */
                                failed: number;
                                /**
                                 * @description Not tried yet
                                 * @example 3
                                 */
                                pending: number;
                            }[];
                            /**
                             * @description Deliveries of 7 days by event
                             * @example {}
                             */
                            by_event_type: {
                                [key: string]: unknown;
                            };
                            /** @description The five with the most deliveries */
                            most_active: {
                                /**
                                 * Format: uuid
                                 * @description The webhook
                                 */
                                webhook_id: string;
                                /** @description Where it delivers to */
                                url: string;
                                /**
                                 * @description Its deliveries of 7 days
                                 * @example 3
                                 */
                                deliveries: number;
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
    "webhooks.retry_failed": {
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
                     * Format: uuid
                     * @description Only this webhook’s
                     * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                     */
                    webhook_id?: string;
                    /**
                     * Format: date-time
                     * @description From when, at most 7 days ago; 24 hours ago when left out
                     * @example 2026-11-23T09:30:00.000Z
                     */
                    since?: string;
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
                             * @description Deliveries that were queued again
                             * @example 3
                             */
                            queued_count: number;
                            /**
                             * @description Deliveries that matched; at most 1000 are queued by one call
                             * @example 3
                             */
                            matching_count: number;
                        };
                        /** @example Failed deliveries are queued again */
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
    "webhooks.read": {
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
                             * @description Where to deliver: an https URL on the public internet
                             * @example https://example.com/hooks
                             */
                            url: string;
                            /**
                             * @description What it is for
                             * @example Orders
                             */
                            description: string | null;
                            /**
                             * @description Whether it is delivered to
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "inactive";
                            /**
                             * @description Events it wants; none means every event
                             * @example [
                             *       "user.created"
                             *     ]
                             */
                            event_types: ("account.created" | "account.updated" | "account.suspended" | "account.activated" | "user.created" | "user.updated" | "user.deleted" | "user.joined" | "user.email_verified" | "user.login" | "user.logout" | "user.locked" | "user.password_changed" | "user.two_factor_enabled" | "user.two_factor_disabled" | "session.ended" | "role.created" | "role.updated" | "role.deleted" | "invitation.created" | "invitation.accepted" | "invitation.cancelled" | "invitation.expired" | "delegation.created" | "delegation.updated" | "delegation.activated" | "delegation.deactivated" | "delegation.revoked" | "impersonation.started" | "impersonation.ended" | "webhook.created" | "webhook.updated" | "webhook.deleted" | "webhook.disabled" | "test.webhook")[];
                            /**
                             * @description How long the receiver may take to answer
                             * @example 30
                             */
                            timeout_seconds: number;
                            /**
                             * @description Tries after the first one fails, over about three days
                             * @example 9
                             */
                            retry_limit: number;
                            /** @description Enough of the secret to tell it from another */
                            secret_preview: string;
                            /**
                             * Format: date-time
                             * @description Until when the secret before signs as well
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            previous_secret_expires_at: string | null;
                            /**
                             * @description Open: deliveries wait, because the receiver failed repeatedly or asked to wait
                             * @example closed
                             * @enum {string}
                             */
                            circuit_status: "closed" | "open" | "half_open";
                            /**
                             * Format: date-time
                             * @description When an open circuit tries again
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            circuit_until: string | null;
                            /**
                             * @description Failed tries since the last success
                             * @example 3
                             */
                            consecutive_failures: number;
                            /**
                             * Format: date-time
                             * @description Since when every try has failed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            failing_since: string | null;
                            /**
                             * @description Why it was switched off: it answered 410, or failed for five days
                             * @example gone
                             * @enum {string|null}
                             */
                            disabled_reason: "gone" | "failing" | null;
                            /**
                             * Format: date-time
                             * @description When it was switched off
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            disabled_at: string | null;
                            /**
                             * @description Tries that succeeded
                             * @example 3
                             */
                            success_count: number;
                            /**
                             * @description Tries that failed
                             * @example 3
                             */
                            failure_count: number;
                            /**
                             * Format: date-time
                             * @description When it was last tried
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            last_delivery_at: string | null;
                            created_by: {
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
                             * @description When it was made
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it was last changed
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
    "webhooks.replace": {
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
                     * @description Where to deliver: an https URL on the public internet
                     * @example https://example.com/hooks
                     */
                    url?: string;
                    /**
                     * @description What it is for
                     * @example Orders
                     */
                    description?: string | null;
                    /**
                     * @description Events it wants; none means every event
                     * @example [
                     *       "user.created"
                     *     ]
                     */
                    event_types?: ("account.created" | "account.updated" | "account.suspended" | "account.activated" | "user.created" | "user.updated" | "user.deleted" | "user.joined" | "user.email_verified" | "user.login" | "user.logout" | "user.locked" | "user.password_changed" | "user.two_factor_enabled" | "user.two_factor_disabled" | "session.ended" | "role.created" | "role.updated" | "role.deleted" | "invitation.created" | "invitation.accepted" | "invitation.cancelled" | "invitation.expired" | "delegation.created" | "delegation.updated" | "delegation.activated" | "delegation.deactivated" | "delegation.revoked" | "impersonation.started" | "impersonation.ended" | "webhook.created" | "webhook.updated" | "webhook.deleted" | "webhook.disabled" | "test.webhook")[];
                    /**
                     * @description Whether it is delivered to
                     * @example active
                     * @enum {string}
                     */
                    status?: "active" | "inactive";
                    /**
                     * @description How long the receiver may take to answer
                     * @example 30
                     */
                    timeout_seconds?: number;
                    /**
                     * @description Tries after the first one fails, over about three days
                     * @example 9
                     */
                    retry_limit?: number;
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
                             * @description Where to deliver: an https URL on the public internet
                             * @example https://example.com/hooks
                             */
                            url: string;
                            /**
                             * @description What it is for
                             * @example Orders
                             */
                            description: string | null;
                            /**
                             * @description Whether it is delivered to
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "inactive";
                            /**
                             * @description Events it wants; none means every event
                             * @example [
                             *       "user.created"
                             *     ]
                             */
                            event_types: ("account.created" | "account.updated" | "account.suspended" | "account.activated" | "user.created" | "user.updated" | "user.deleted" | "user.joined" | "user.email_verified" | "user.login" | "user.logout" | "user.locked" | "user.password_changed" | "user.two_factor_enabled" | "user.two_factor_disabled" | "session.ended" | "role.created" | "role.updated" | "role.deleted" | "invitation.created" | "invitation.accepted" | "invitation.cancelled" | "invitation.expired" | "delegation.created" | "delegation.updated" | "delegation.activated" | "delegation.deactivated" | "delegation.revoked" | "impersonation.started" | "impersonation.ended" | "webhook.created" | "webhook.updated" | "webhook.deleted" | "webhook.disabled" | "test.webhook")[];
                            /**
                             * @description How long the receiver may take to answer
                             * @example 30
                             */
                            timeout_seconds: number;
                            /**
                             * @description Tries after the first one fails, over about three days
                             * @example 9
                             */
                            retry_limit: number;
                            /** @description Enough of the secret to tell it from another */
                            secret_preview: string;
                            /**
                             * Format: date-time
                             * @description Until when the secret before signs as well
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            previous_secret_expires_at: string | null;
                            /**
                             * @description Open: deliveries wait, because the receiver failed repeatedly or asked to wait
                             * @example closed
                             * @enum {string}
                             */
                            circuit_status: "closed" | "open" | "half_open";
                            /**
                             * Format: date-time
                             * @description When an open circuit tries again
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            circuit_until: string | null;
                            /**
                             * @description Failed tries since the last success
                             * @example 3
                             */
                            consecutive_failures: number;
                            /**
                             * Format: date-time
                             * @description Since when every try has failed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            failing_since: string | null;
                            /**
                             * @description Why it was switched off: it answered 410, or failed for five days
                             * @example gone
                             * @enum {string|null}
                             */
                            disabled_reason: "gone" | "failing" | null;
                            /**
                             * Format: date-time
                             * @description When it was switched off
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            disabled_at: string | null;
                            /**
                             * @description Tries that succeeded
                             * @example 3
                             */
                            success_count: number;
                            /**
                             * @description Tries that failed
                             * @example 3
                             */
                            failure_count: number;
                            /**
                             * Format: date-time
                             * @description When it was last tried
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            last_delivery_at: string | null;
                            created_by: {
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
                             * @description When it was made
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it was last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                        };
                        /** @example Webhook updated */
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
    "webhooks.delete": {
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
                        /** @example Webhook deleted */
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
    "webhooks.update": {
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
                     * @description Where to deliver: an https URL on the public internet
                     * @example https://example.com/hooks
                     */
                    url?: string;
                    /**
                     * @description What it is for
                     * @example Orders
                     */
                    description?: string | null;
                    /**
                     * @description Events it wants; none means every event
                     * @example [
                     *       "user.created"
                     *     ]
                     */
                    event_types?: ("account.created" | "account.updated" | "account.suspended" | "account.activated" | "user.created" | "user.updated" | "user.deleted" | "user.joined" | "user.email_verified" | "user.login" | "user.logout" | "user.locked" | "user.password_changed" | "user.two_factor_enabled" | "user.two_factor_disabled" | "session.ended" | "role.created" | "role.updated" | "role.deleted" | "invitation.created" | "invitation.accepted" | "invitation.cancelled" | "invitation.expired" | "delegation.created" | "delegation.updated" | "delegation.activated" | "delegation.deactivated" | "delegation.revoked" | "impersonation.started" | "impersonation.ended" | "webhook.created" | "webhook.updated" | "webhook.deleted" | "webhook.disabled" | "test.webhook")[];
                    /**
                     * @description Whether it is delivered to
                     * @example active
                     * @enum {string}
                     */
                    status?: "active" | "inactive";
                    /**
                     * @description How long the receiver may take to answer
                     * @example 30
                     */
                    timeout_seconds?: number;
                    /**
                     * @description Tries after the first one fails, over about three days
                     * @example 9
                     */
                    retry_limit?: number;
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
                             * @description Where to deliver: an https URL on the public internet
                             * @example https://example.com/hooks
                             */
                            url: string;
                            /**
                             * @description What it is for
                             * @example Orders
                             */
                            description: string | null;
                            /**
                             * @description Whether it is delivered to
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "inactive";
                            /**
                             * @description Events it wants; none means every event
                             * @example [
                             *       "user.created"
                             *     ]
                             */
                            event_types: ("account.created" | "account.updated" | "account.suspended" | "account.activated" | "user.created" | "user.updated" | "user.deleted" | "user.joined" | "user.email_verified" | "user.login" | "user.logout" | "user.locked" | "user.password_changed" | "user.two_factor_enabled" | "user.two_factor_disabled" | "session.ended" | "role.created" | "role.updated" | "role.deleted" | "invitation.created" | "invitation.accepted" | "invitation.cancelled" | "invitation.expired" | "delegation.created" | "delegation.updated" | "delegation.activated" | "delegation.deactivated" | "delegation.revoked" | "impersonation.started" | "impersonation.ended" | "webhook.created" | "webhook.updated" | "webhook.deleted" | "webhook.disabled" | "test.webhook")[];
                            /**
                             * @description How long the receiver may take to answer
                             * @example 30
                             */
                            timeout_seconds: number;
                            /**
                             * @description Tries after the first one fails, over about three days
                             * @example 9
                             */
                            retry_limit: number;
                            /** @description Enough of the secret to tell it from another */
                            secret_preview: string;
                            /**
                             * Format: date-time
                             * @description Until when the secret before signs as well
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            previous_secret_expires_at: string | null;
                            /**
                             * @description Open: deliveries wait, because the receiver failed repeatedly or asked to wait
                             * @example closed
                             * @enum {string}
                             */
                            circuit_status: "closed" | "open" | "half_open";
                            /**
                             * Format: date-time
                             * @description When an open circuit tries again
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            circuit_until: string | null;
                            /**
                             * @description Failed tries since the last success
                             * @example 3
                             */
                            consecutive_failures: number;
                            /**
                             * Format: date-time
                             * @description Since when every try has failed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            failing_since: string | null;
                            /**
                             * @description Why it was switched off: it answered 410, or failed for five days
                             * @example gone
                             * @enum {string|null}
                             */
                            disabled_reason: "gone" | "failing" | null;
                            /**
                             * Format: date-time
                             * @description When it was switched off
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            disabled_at: string | null;
                            /**
                             * @description Tries that succeeded
                             * @example 3
                             */
                            success_count: number;
                            /**
                             * @description Tries that failed
                             * @example 3
                             */
                            failure_count: number;
                            /**
                             * Format: date-time
                             * @description When it was last tried
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            last_delivery_at: string | null;
                            created_by: {
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
                             * @description When it was made
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it was last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                        };
                        /** @example Webhook updated */
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
    "webhooks.toggle_status": {
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
                             * @description Where to deliver: an https URL on the public internet
                             * @example https://example.com/hooks
                             */
                            url: string;
                            /**
                             * @description What it is for
                             * @example Orders
                             */
                            description: string | null;
                            /**
                             * @description Whether it is delivered to
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "inactive";
                            /**
                             * @description Events it wants; none means every event
                             * @example [
                             *       "user.created"
                             *     ]
                             */
                            event_types: ("account.created" | "account.updated" | "account.suspended" | "account.activated" | "user.created" | "user.updated" | "user.deleted" | "user.joined" | "user.email_verified" | "user.login" | "user.logout" | "user.locked" | "user.password_changed" | "user.two_factor_enabled" | "user.two_factor_disabled" | "session.ended" | "role.created" | "role.updated" | "role.deleted" | "invitation.created" | "invitation.accepted" | "invitation.cancelled" | "invitation.expired" | "delegation.created" | "delegation.updated" | "delegation.activated" | "delegation.deactivated" | "delegation.revoked" | "impersonation.started" | "impersonation.ended" | "webhook.created" | "webhook.updated" | "webhook.deleted" | "webhook.disabled" | "test.webhook")[];
                            /**
                             * @description How long the receiver may take to answer
                             * @example 30
                             */
                            timeout_seconds: number;
                            /**
                             * @description Tries after the first one fails, over about three days
                             * @example 9
                             */
                            retry_limit: number;
                            /** @description Enough of the secret to tell it from another */
                            secret_preview: string;
                            /**
                             * Format: date-time
                             * @description Until when the secret before signs as well
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            previous_secret_expires_at: string | null;
                            /**
                             * @description Open: deliveries wait, because the receiver failed repeatedly or asked to wait
                             * @example closed
                             * @enum {string}
                             */
                            circuit_status: "closed" | "open" | "half_open";
                            /**
                             * Format: date-time
                             * @description When an open circuit tries again
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            circuit_until: string | null;
                            /**
                             * @description Failed tries since the last success
                             * @example 3
                             */
                            consecutive_failures: number;
                            /**
                             * Format: date-time
                             * @description Since when every try has failed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            failing_since: string | null;
                            /**
                             * @description Why it was switched off: it answered 410, or failed for five days
                             * @example gone
                             * @enum {string|null}
                             */
                            disabled_reason: "gone" | "failing" | null;
                            /**
                             * Format: date-time
                             * @description When it was switched off
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            disabled_at: string | null;
                            /**
                             * @description Tries that succeeded
                             * @example 3
                             */
                            success_count: number;
                            /**
                             * @description Tries that failed
                             * @example 3
                             */
                            failure_count: number;
                            /**
                             * Format: date-time
                             * @description When it was last tried
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            last_delivery_at: string | null;
                            created_by: {
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
                             * @description When it was made
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it was last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                        };
                        /** @example Webhook switched */
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
    "webhooks.rotate_secret": {
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
                     * @description How long the secret before signs as well; a day when left out
                     * @example 86400
                     */
                    grace_period_seconds?: number;
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
                             * @description Where to deliver: an https URL on the public internet
                             * @example https://example.com/hooks
                             */
                            url: string;
                            /**
                             * @description What it is for
                             * @example Orders
                             */
                            description: string | null;
                            /**
                             * @description Whether it is delivered to
                             * @example active
                             * @enum {string}
                             */
                            status: "active" | "inactive";
                            /**
                             * @description Events it wants; none means every event
                             * @example [
                             *       "user.created"
                             *     ]
                             */
                            event_types: ("account.created" | "account.updated" | "account.suspended" | "account.activated" | "user.created" | "user.updated" | "user.deleted" | "user.joined" | "user.email_verified" | "user.login" | "user.logout" | "user.locked" | "user.password_changed" | "user.two_factor_enabled" | "user.two_factor_disabled" | "session.ended" | "role.created" | "role.updated" | "role.deleted" | "invitation.created" | "invitation.accepted" | "invitation.cancelled" | "invitation.expired" | "delegation.created" | "delegation.updated" | "delegation.activated" | "delegation.deactivated" | "delegation.revoked" | "impersonation.started" | "impersonation.ended" | "webhook.created" | "webhook.updated" | "webhook.deleted" | "webhook.disabled" | "test.webhook")[];
                            /**
                             * @description How long the receiver may take to answer
                             * @example 30
                             */
                            timeout_seconds: number;
                            /**
                             * @description Tries after the first one fails, over about three days
                             * @example 9
                             */
                            retry_limit: number;
                            /** @description Enough of the secret to tell it from another */
                            secret_preview: string;
                            /**
                             * Format: date-time
                             * @description Until when the secret before signs as well
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            previous_secret_expires_at: string | null;
                            /**
                             * @description Open: deliveries wait, because the receiver failed repeatedly or asked to wait
                             * @example closed
                             * @enum {string}
                             */
                            circuit_status: "closed" | "open" | "half_open";
                            /**
                             * Format: date-time
                             * @description When an open circuit tries again
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            circuit_until: string | null;
                            /**
                             * @description Failed tries since the last success
                             * @example 3
                             */
                            consecutive_failures: number;
                            /**
                             * Format: date-time
                             * @description Since when every try has failed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            failing_since: string | null;
                            /**
                             * @description Why it was switched off: it answered 410, or failed for five days
                             * @example gone
                             * @enum {string|null}
                             */
                            disabled_reason: "gone" | "failing" | null;
                            /**
                             * Format: date-time
                             * @description When it was switched off
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            disabled_at: string | null;
                            /**
                             * @description Tries that succeeded
                             * @example 3
                             */
                            success_count: number;
                            /**
                             * @description Tries that failed
                             * @example 3
                             */
                            failure_count: number;
                            /**
                             * Format: date-time
                             * @description When it was last tried
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            last_delivery_at: string | null;
                            created_by: {
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
                             * @description When it was made
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it was last changed
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            updated_at: string;
                            /**
                             * @description Signing secret of Standard Webhooks. It is not shown again
                             * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=
                             */
                            secret: string;
                        };
                        /** @example Secret rotated */
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
    "webhooks.test": {
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
                     * @description Which event to send an example of; `test.webhook` when left out
                     * @example account.created
                     * @enum {string}
                     */
                    event_type?: "account.created" | "account.updated" | "account.suspended" | "account.activated" | "user.created" | "user.updated" | "user.deleted" | "user.joined" | "user.email_verified" | "user.login" | "user.logout" | "user.locked" | "user.password_changed" | "user.two_factor_enabled" | "user.two_factor_disabled" | "session.ended" | "role.created" | "role.updated" | "role.deleted" | "invitation.created" | "invitation.accepted" | "invitation.cancelled" | "invitation.expired" | "delegation.created" | "delegation.updated" | "delegation.activated" | "delegation.deactivated" | "delegation.revoked" | "impersonation.started" | "impersonation.ended" | "webhook.created" | "webhook.updated" | "webhook.deleted" | "webhook.disabled" | "test.webhook";
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
                            webhook: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Where it goes */
                                url: string;
                            };
                            /**
                             * @description The event, as `webhook-id` names it: the same on every try
                             * @example evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            event_id: string;
                            /**
                             * @description Which event of the catalogue
                             * @example account.created
                             * @enum {string}
                             */
                            event_type: "account.created" | "account.updated" | "account.suspended" | "account.activated" | "user.created" | "user.updated" | "user.deleted" | "user.joined" | "user.email_verified" | "user.login" | "user.logout" | "user.locked" | "user.password_changed" | "user.two_factor_enabled" | "user.two_factor_disabled" | "session.ended" | "role.created" | "role.updated" | "role.deleted" | "invitation.created" | "invitation.accepted" | "invitation.cancelled" | "invitation.expired" | "delegation.created" | "delegation.updated" | "delegation.activated" | "delegation.deactivated" | "delegation.revoked" | "impersonation.started" | "impersonation.ended" | "webhook.created" | "webhook.updated" | "webhook.deleted" | "webhook.disabled" | "test.webhook";
                            /** @description Sent by hand to try the webhook out */
                            test: boolean;
                            /**
                             * @description Pending waits for its first try, failed for the next one
                             * @example pending
                             * @enum {string}
                             */
                            status: "pending" | "successful" | "failed" | "max_retries_reached";
                            /**
                             * @description Tries so far
                             * @example 1
                             */
                            attempt_count: number;
                            /**
                             * @description Tries it may have
                             * @example 10
                             */
                            max_attempts: number;
                            /**
                             * Format: date-time
                             * @description When it is tried again
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            next_retry_at: string | null;
                            /**
                             * @description What the receiver answered; null without an answer
                             * @example 200
                             */
                            http_status: number | null;
                            /**
                             * @description Milliseconds until the answer
                             * @example 84
                             */
                            response_time_ms: number | null;
                            /**
                             * @description Why there was no good answer
                             * @example Answered 500
                             */
                            error_message: string | null;
                            /**
                             * Format: date-time
                             * @description When the event happened
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it was last tried
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            attempted_at: string | null;
                            /**
                             * Format: date-time
                             * @description When it succeeded or was given up
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            completed_at: string | null;
                            /**
                             * @description The body as it is sent
                             * @example {}
                             */
                            payload: {
                                [key: string]: unknown;
                            };
                            /** @description Every try, newest first */
                            attempts: {
                                /**
                                 * @description What the receiver answered; null without an answer
                                 * @example 200
                                 */
                                http_status: number | null;
                                /**
                                 * @description Milliseconds until the answer
                                 * @example 84
                                 */
                                response_time_ms: number;
                                /**
                                 * @description Why there was no good answer
                                 * @example Answered 500
                                 */
                                error_message: string | null;
                                /** @description The first 1000 characters of the answer */
                                response_body: string | null;
                                /**
                                 * Format: date-time
                                 * @description When
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                attempted_at: string;
                            }[];
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
    "webhooks.replay": {
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
                     * Format: date-time
                     * @description From when, at most 30 days ago
                     * @example 2026-11-23T09:30:00.000Z
                     */
                    since: string;
                    /**
                     * Format: date-time
                     * @description Until when; now when left out
                     * @example 2026-11-23T09:30:00.000Z
                     */
                    until?: string;
                    /** @description Only these events; all when left out */
                    event_types?: ("account.created" | "account.updated" | "account.suspended" | "account.activated" | "user.created" | "user.updated" | "user.deleted" | "user.joined" | "user.email_verified" | "user.login" | "user.logout" | "user.locked" | "user.password_changed" | "user.two_factor_enabled" | "user.two_factor_disabled" | "session.ended" | "role.created" | "role.updated" | "role.deleted" | "invitation.created" | "invitation.accepted" | "invitation.cancelled" | "invitation.expired" | "delegation.created" | "delegation.updated" | "delegation.activated" | "delegation.deactivated" | "delegation.revoked" | "impersonation.started" | "impersonation.ended" | "webhook.created" | "webhook.updated" | "webhook.deleted" | "webhook.disabled" | "test.webhook")[];
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
                             * @description Deliveries that were queued again
                             * @example 3
                             */
                            queued_count: number;
                            /**
                             * @description Deliveries that matched; at most 1000 are queued by one call
                             * @example 3
                             */
                            matching_count: number;
                        };
                        /** @example Deliveries are queued again */
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
    "webhooks.deliveries.list": {
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
                 * @description Deliveries of this webhook
                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                 */
                webhook_id?: string;
                /**
                 * @description Pending waits for its first try, failed for the next one
                 * @example pending
                 */
                status?: "pending" | "successful" | "failed" | "max_retries_reached";
                /**
                 * @description Which event of the catalogue
                 * @example account.created
                 */
                event_type?: "account.created" | "account.updated" | "account.suspended" | "account.activated" | "user.created" | "user.updated" | "user.deleted" | "user.joined" | "user.email_verified" | "user.login" | "user.logout" | "user.locked" | "user.password_changed" | "user.two_factor_enabled" | "user.two_factor_disabled" | "session.ended" | "role.created" | "role.updated" | "role.deleted" | "invitation.created" | "invitation.accepted" | "invitation.cancelled" | "invitation.expired" | "delegation.created" | "delegation.updated" | "delegation.activated" | "delegation.deactivated" | "delegation.revoked" | "impersonation.started" | "impersonation.ended" | "webhook.created" | "webhook.updated" | "webhook.deleted" | "webhook.disabled" | "test.webhook";
                /**
                 * @description The event, as `webhook-id` names it: the same on every try
                 * @example evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                 */
                event_id?: string;
                /**
                 * @description Day in UTC, the whole of it
                 * @example 2026-11-23
                 */
                date_from?: string;
                /**
                 * @description Day in UTC, the whole of it
                 * @example 2026-11-23
                 */
                date_to?: string;
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
                            webhook: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Where it goes */
                                url: string;
                            };
                            /**
                             * @description The event, as `webhook-id` names it: the same on every try
                             * @example evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            event_id: string;
                            /**
                             * @description Which event of the catalogue
                             * @example account.created
                             * @enum {string}
                             */
                            event_type: "account.created" | "account.updated" | "account.suspended" | "account.activated" | "user.created" | "user.updated" | "user.deleted" | "user.joined" | "user.email_verified" | "user.login" | "user.logout" | "user.locked" | "user.password_changed" | "user.two_factor_enabled" | "user.two_factor_disabled" | "session.ended" | "role.created" | "role.updated" | "role.deleted" | "invitation.created" | "invitation.accepted" | "invitation.cancelled" | "invitation.expired" | "delegation.created" | "delegation.updated" | "delegation.activated" | "delegation.deactivated" | "delegation.revoked" | "impersonation.started" | "impersonation.ended" | "webhook.created" | "webhook.updated" | "webhook.deleted" | "webhook.disabled" | "test.webhook";
                            /** @description Sent by hand to try the webhook out */
                            test: boolean;
                            /**
                             * @description Pending waits for its first try, failed for the next one
                             * @example pending
                             * @enum {string}
                             */
                            status: "pending" | "successful" | "failed" | "max_retries_reached";
                            /**
                             * @description Tries so far
                             * @example 1
                             */
                            attempt_count: number;
                            /**
                             * @description Tries it may have
                             * @example 10
                             */
                            max_attempts: number;
                            /**
                             * Format: date-time
                             * @description When it is tried again
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            next_retry_at: string | null;
                            /**
                             * @description What the receiver answered; null without an answer
                             * @example 200
                             */
                            http_status: number | null;
                            /**
                             * @description Milliseconds until the answer
                             * @example 84
                             */
                            response_time_ms: number | null;
                            /**
                             * @description Why there was no good answer
                             * @example Answered 500
                             */
                            error_message: string | null;
                            /**
                             * Format: date-time
                             * @description When the event happened
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it was last tried
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            attempted_at: string | null;
                            /**
                             * Format: date-time
                             * @description When it succeeded or was given up
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            completed_at: string | null;
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
    "webhooks.deliveries.read": {
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
                            webhook: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Where it goes */
                                url: string;
                            };
                            /**
                             * @description The event, as `webhook-id` names it: the same on every try
                             * @example evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            event_id: string;
                            /**
                             * @description Which event of the catalogue
                             * @example account.created
                             * @enum {string}
                             */
                            event_type: "account.created" | "account.updated" | "account.suspended" | "account.activated" | "user.created" | "user.updated" | "user.deleted" | "user.joined" | "user.email_verified" | "user.login" | "user.logout" | "user.locked" | "user.password_changed" | "user.two_factor_enabled" | "user.two_factor_disabled" | "session.ended" | "role.created" | "role.updated" | "role.deleted" | "invitation.created" | "invitation.accepted" | "invitation.cancelled" | "invitation.expired" | "delegation.created" | "delegation.updated" | "delegation.activated" | "delegation.deactivated" | "delegation.revoked" | "impersonation.started" | "impersonation.ended" | "webhook.created" | "webhook.updated" | "webhook.deleted" | "webhook.disabled" | "test.webhook";
                            /** @description Sent by hand to try the webhook out */
                            test: boolean;
                            /**
                             * @description Pending waits for its first try, failed for the next one
                             * @example pending
                             * @enum {string}
                             */
                            status: "pending" | "successful" | "failed" | "max_retries_reached";
                            /**
                             * @description Tries so far
                             * @example 1
                             */
                            attempt_count: number;
                            /**
                             * @description Tries it may have
                             * @example 10
                             */
                            max_attempts: number;
                            /**
                             * Format: date-time
                             * @description When it is tried again
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            next_retry_at: string | null;
                            /**
                             * @description What the receiver answered; null without an answer
                             * @example 200
                             */
                            http_status: number | null;
                            /**
                             * @description Milliseconds until the answer
                             * @example 84
                             */
                            response_time_ms: number | null;
                            /**
                             * @description Why there was no good answer
                             * @example Answered 500
                             */
                            error_message: string | null;
                            /**
                             * Format: date-time
                             * @description When the event happened
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it was last tried
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            attempted_at: string | null;
                            /**
                             * Format: date-time
                             * @description When it succeeded or was given up
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            completed_at: string | null;
                            /**
                             * @description The body as it is sent
                             * @example {}
                             */
                            payload: {
                                [key: string]: unknown;
                            };
                            /** @description Every try, newest first */
                            attempts: {
                                /**
                                 * @description What the receiver answered; null without an answer
                                 * @example 200
                                 */
                                http_status: number | null;
                                /**
                                 * @description Milliseconds until the answer
                                 * @example 84
                                 */
                                response_time_ms: number;
                                /**
                                 * @description Why there was no good answer
                                 * @example Answered 500
                                 */
                                error_message: string | null;
                                /** @description The first 1000 characters of the answer */
                                response_body: string | null;
                                /**
                                 * Format: date-time
                                 * @description When
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                attempted_at: string;
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
    "webhooks.deliveries.replay": {
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
                            webhook: {
                                /**
                                 * Format: uuid
                                 * @description Identifier
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Where it goes */
                                url: string;
                            };
                            /**
                             * @description The event, as `webhook-id` names it: the same on every try
                             * @example evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            event_id: string;
                            /**
                             * @description Which event of the catalogue
                             * @example account.created
                             * @enum {string}
                             */
                            event_type: "account.created" | "account.updated" | "account.suspended" | "account.activated" | "user.created" | "user.updated" | "user.deleted" | "user.joined" | "user.email_verified" | "user.login" | "user.logout" | "user.locked" | "user.password_changed" | "user.two_factor_enabled" | "user.two_factor_disabled" | "session.ended" | "role.created" | "role.updated" | "role.deleted" | "invitation.created" | "invitation.accepted" | "invitation.cancelled" | "invitation.expired" | "delegation.created" | "delegation.updated" | "delegation.activated" | "delegation.deactivated" | "delegation.revoked" | "impersonation.started" | "impersonation.ended" | "webhook.created" | "webhook.updated" | "webhook.deleted" | "webhook.disabled" | "test.webhook";
                            /** @description Sent by hand to try the webhook out */
                            test: boolean;
                            /**
                             * @description Pending waits for its first try, failed for the next one
                             * @example pending
                             * @enum {string}
                             */
                            status: "pending" | "successful" | "failed" | "max_retries_reached";
                            /**
                             * @description Tries so far
                             * @example 1
                             */
                            attempt_count: number;
                            /**
                             * @description Tries it may have
                             * @example 10
                             */
                            max_attempts: number;
                            /**
                             * Format: date-time
                             * @description When it is tried again
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            next_retry_at: string | null;
                            /**
                             * @description What the receiver answered; null without an answer
                             * @example 200
                             */
                            http_status: number | null;
                            /**
                             * @description Milliseconds until the answer
                             * @example 84
                             */
                            response_time_ms: number | null;
                            /**
                             * @description Why there was no good answer
                             * @example Answered 500
                             */
                            error_message: string | null;
                            /**
                             * Format: date-time
                             * @description When the event happened
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            created_at: string;
                            /**
                             * Format: date-time
                             * @description When it was last tried
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            attempted_at: string | null;
                            /**
                             * Format: date-time
                             * @description When it succeeded or was given up
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            completed_at: string | null;
                            /**
                             * @description The body as it is sent
                             * @example {}
                             */
                            payload: {
                                [key: string]: unknown;
                            };
                            /** @description Every try, newest first */
                            attempts: {
                                /**
                                 * @description What the receiver answered; null without an answer
                                 * @example 200
                                 */
                                http_status: number | null;
                                /**
                                 * @description Milliseconds until the answer
                                 * @example 84
                                 */
                                response_time_ms: number;
                                /**
                                 * @description Why there was no good answer
                                 * @example Answered 500
                                 */
                                error_message: string | null;
                                /** @description The first 1000 characters of the answer */
                                response_body: string | null;
                                /**
                                 * Format: date-time
                                 * @description When
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                attempted_at: string;
                            }[];
                        };
                        /** @example Delivery is queued again */
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
    "admin_settings.read": {
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
                            metrics: {
                                /**
                                 * @description Everybody with an account
                                 * @example 3
                                 */
                                total_users: number;
                                /**
                                 * @description Those who can sign in
                                 * @example 3
                                 */
                                active_users: number;
                                /**
                                 * @description All accounts
                                 * @example 3
                                 */
                                total_accounts: number;
                                /**
                                 * @description Accounts in use
                                 * @example 3
                                 */
                                active_accounts: number;
                                /**
                                 * @description Accounts closed for now
                                 * @example 3
                                 */
                                suspended_accounts: number;
                                /**
                                 * @description Accounts closed for good
                                 * @example 3
                                 */
                                cancelled_accounts: number;
                                /**
                                 * @description What happened since midnight UTC, as webhooks hear of it
                                 * @example 3
                                 */
                                events_today: number;
                                /**
                                 * @description Errors in the system log of the last 24 hours
                                 * @example 3
                                 */
                                system_errors: number;
                                /**
                                 * @description Error with more than 10 such errors, warning with more than 5
                                 * @example healthy
                                 * @enum {string}
                                 */
                                system_health: "healthy" | "warning" | "error";
                                /**
                                 * @description Jobs that wait for a worker
                                 * @example 3
                                 */
                                jobs_waiting: number;
                                /**
                                 * @description Jobs that workers hold
                                 * @example 3
                                 */
                                jobs_running: number;
                                /**
                                 * @description Jobs that were given up
                                 * @example 3
                                 */
                                jobs_dead: number;
                                /**
                                 * @description Open WebSocket connections of the process that answers
                                 * @example 3
                                 */
                                live_connections: number;
                                /**
                                 * @description Seconds since the process that answers was started
                                 * @example 3
                                 */
                                uptime_seconds: number;
                            };
                            /** @description The newest people, at most ten */
                            recent_users: {
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
                                };
                            }[];
                            /** @description The newest accounts, at most ten */
                            recent_accounts: {
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
                                 * @description People in the account
                                 * @example 3
                                 */
                                users_count: number;
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
                            }[];
                            settings: {
                                /**
                                 * @description What this installation is called
                                 * @example Powernode
                                 */
                                system_name: string;
                                /**
                                 * Format: email
                                 * @description Where people turn to for help; in mails and on the sign-in page
                                 * @example ada@example.com
                                 */
                                support_email: string | null;
                                /** @description Strangers may make accounts */
                                registration_enabled: boolean;
                                /** @description Only administrators are let in; everybody else is asked to come back later */
                                maintenance_mode: boolean;
                                /**
                                 * @description How long somebody may act as somebody else, in minutes
                                 * @example 60
                                 */
                                impersonation_minutes: number;
                                /** @description Whoever is acted as is told by mail */
                                impersonation_notice: boolean;
                                /**
                                 * @description How long a receiver may take where a new webhook does not say, in seconds
                                 * @example 30
                                 */
                                webhook_timeout_seconds: number;
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
    "admin_settings.replace": {
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
                     * @description What this installation is called
                     * @example Powernode
                     */
                    system_name?: string;
                    /**
                     * Format: email
                     * @description Where people turn to for help; in mails and on the sign-in page
                     * @example ada@example.com
                     */
                    support_email?: string | null;
                    /** @description Strangers may make accounts */
                    registration_enabled?: boolean;
                    /** @description Only administrators are let in; everybody else is asked to come back later */
                    maintenance_mode?: boolean;
                    /**
                     * @description How long somebody may act as somebody else, in minutes
                     * @example 60
                     */
                    impersonation_minutes?: number;
                    /** @description Whoever is acted as is told by mail */
                    impersonation_notice?: boolean;
                    /**
                     * @description How long a receiver may take where a new webhook does not say, in seconds
                     * @example 30
                     */
                    webhook_timeout_seconds?: number;
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
                             * @description What this installation is called
                             * @example Powernode
                             */
                            system_name: string;
                            /**
                             * Format: email
                             * @description Where people turn to for help; in mails and on the sign-in page
                             * @example ada@example.com
                             */
                            support_email: string | null;
                            /** @description Strangers may make accounts */
                            registration_enabled: boolean;
                            /** @description Only administrators are let in; everybody else is asked to come back later */
                            maintenance_mode: boolean;
                            /**
                             * @description How long somebody may act as somebody else, in minutes
                             * @example 60
                             */
                            impersonation_minutes: number;
                            /** @description Whoever is acted as is told by mail */
                            impersonation_notice: boolean;
                            /**
                             * @description How long a receiver may take where a new webhook does not say, in seconds
                             * @example 30
                             */
                            webhook_timeout_seconds: number;
                        };
                        /** @example Settings updated */
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
    "admin_settings.update": {
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
                     * @description What this installation is called
                     * @example Powernode
                     */
                    system_name?: string;
                    /**
                     * Format: email
                     * @description Where people turn to for help; in mails and on the sign-in page
                     * @example ada@example.com
                     */
                    support_email?: string | null;
                    /** @description Strangers may make accounts */
                    registration_enabled?: boolean;
                    /** @description Only administrators are let in; everybody else is asked to come back later */
                    maintenance_mode?: boolean;
                    /**
                     * @description How long somebody may act as somebody else, in minutes
                     * @example 60
                     */
                    impersonation_minutes?: number;
                    /** @description Whoever is acted as is told by mail */
                    impersonation_notice?: boolean;
                    /**
                     * @description How long a receiver may take where a new webhook does not say, in seconds
                     * @example 30
                     */
                    webhook_timeout_seconds?: number;
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
                             * @description What this installation is called
                             * @example Powernode
                             */
                            system_name: string;
                            /**
                             * Format: email
                             * @description Where people turn to for help; in mails and on the sign-in page
                             * @example ada@example.com
                             */
                            support_email: string | null;
                            /** @description Strangers may make accounts */
                            registration_enabled: boolean;
                            /** @description Only administrators are let in; everybody else is asked to come back later */
                            maintenance_mode: boolean;
                            /**
                             * @description How long somebody may act as somebody else, in minutes
                             * @example 60
                             */
                            impersonation_minutes: number;
                            /** @description Whoever is acted as is told by mail */
                            impersonation_notice: boolean;
                            /**
                             * @description How long a receiver may take where a new webhook does not say, in seconds
                             * @example 30
                             */
                            webhook_timeout_seconds: number;
                        };
                        /** @example Settings updated */
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
    "admin_settings.changes_list": {
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
                 * @description Which setting
                 * @example system_name
                 */
                name?: "system_name" | "support_email" | "registration_enabled" | "maintenance_mode" | "impersonation_minutes" | "impersonation_notice" | "webhook_timeout_seconds" | "access_token_minutes" | "refresh_token_hours" | "session_days" | "max_failed_login_attempts" | "account_lockout_minutes" | "password_min_length" | "require_two_factor_for_admins";
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
                             * @description Which setting
                             * @example system_name
                             * @enum {string}
                             */
                            name: "system_name" | "support_email" | "registration_enabled" | "maintenance_mode" | "impersonation_minutes" | "impersonation_notice" | "webhook_timeout_seconds" | "access_token_minutes" | "refresh_token_hours" | "session_days" | "max_failed_login_attempts" | "account_lockout_minutes" | "password_min_length" | "require_two_factor_for_admins";
                            /** @description What held before */
                            old_value: string | number | boolean | null;
                            /** @description What has held since */
                            new_value: string | number | boolean | null;
                            changed_by: {
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
                             * @description When it was changed
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
    "admin_settings.metrics": {
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
                             * @description Everybody with an account
                             * @example 3
                             */
                            total_users: number;
                            /**
                             * @description Those who can sign in
                             * @example 3
                             */
                            active_users: number;
                            /**
                             * @description All accounts
                             * @example 3
                             */
                            total_accounts: number;
                            /**
                             * @description Accounts in use
                             * @example 3
                             */
                            active_accounts: number;
                            /**
                             * @description Accounts closed for now
                             * @example 3
                             */
                            suspended_accounts: number;
                            /**
                             * @description Accounts closed for good
                             * @example 3
                             */
                            cancelled_accounts: number;
                            /**
                             * @description What happened since midnight UTC, as webhooks hear of it
                             * @example 3
                             */
                            events_today: number;
                            /**
                             * @description Errors in the system log of the last 24 hours
                             * @example 3
                             */
                            system_errors: number;
                            /**
                             * @description Error with more than 10 such errors, warning with more than 5
                             * @example healthy
                             * @enum {string}
                             */
                            system_health: "healthy" | "warning" | "error";
                            /**
                             * @description Jobs that wait for a worker
                             * @example 3
                             */
                            jobs_waiting: number;
                            /**
                             * @description Jobs that workers hold
                             * @example 3
                             */
                            jobs_running: number;
                            /**
                             * @description Jobs that were given up
                             * @example 3
                             */
                            jobs_dead: number;
                            /**
                             * @description Open WebSocket connections of the process that answers
                             * @example 3
                             */
                            live_connections: number;
                            /**
                             * @description Seconds since the process that answers was started
                             * @example 3
                             */
                            uptime_seconds: number;
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
    "admin_settings.health": {
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
                             * @description That of the worst part
                             * @example healthy
                             * @enum {string}
                             */
                            status: "healthy" | "warning" | "error";
                            /**
                             * Format: date-time
                             * @description When this was found out
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            checked_at: string;
                            database: {
                                /**
                                 * @description How it is
                                 * @example healthy
                                 * @enum {string}
                                 */
                                status: "healthy" | "warning" | "error";
                                /**
                                 * @description How long it took to find out
                                 * @example 2
                                 */
                                latency_ms: number;
                                /** @description What is wrong, and what to do about it */
                                reason: string | null;
                            };
                            queue: {
                                /**
                                 * @description How it is
                                 * @example healthy
                                 * @enum {string}
                                 */
                                status: "healthy" | "warning" | "error";
                                /**
                                 * @description How long it took to find out
                                 * @example 2
                                 */
                                latency_ms: number;
                                /** @description What is wrong, and what to do about it */
                                reason: string | null;
                            };
                            worker: {
                                /**
                                 * @description How it is
                                 * @example healthy
                                 * @enum {string}
                                 */
                                status: "healthy" | "warning" | "error";
                                /**
                                 * @description How long it took to find out
                                 * @example 2
                                 */
                                latency_ms: number;
                                /** @description What is wrong, and what to do about it */
                                reason: string | null;
                            };
                            mail: {
                                /**
                                 * @description How it is
                                 * @example healthy
                                 * @enum {string}
                                 */
                                status: "healthy" | "warning" | "error";
                                /**
                                 * @description How long it took to find out
                                 * @example 2
                                 */
                                latency_ms: number;
                                /** @description What is wrong, and what to do about it */
                                reason: string | null;
                            };
                            disk: {
                                /**
                                 * @description How it is
                                 * @example healthy
                                 * @enum {string}
                                 */
                                status: "healthy" | "warning" | "error";
                                /**
                                 * @description How long it took to find out
                                 * @example 2
                                 */
                                latency_ms: number;
                                /** @description What is wrong, and what to do about it */
                                reason: string | null;
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
    "admin_settings.security": {
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
                             * @description How long an access token lasts, in minutes
                             * @example 15
                             */
                            access_token_minutes: number;
                            /**
                             * @description How long somebody may be away before they sign in again, in hours
                             * @example 168
                             */
                            refresh_token_hours: number;
                            /**
                             * @description When a session ends however often it is used, in days
                             * @example 30
                             */
                            session_days: number;
                            /**
                             * @description Wrong passwords in a row that lock sign-in
                             * @example 5
                             */
                            max_failed_login_attempts: number;
                            /**
                             * @description How long the first lock lasts, in minutes; each further one twice as long
                             * @example 30
                             */
                            account_lockout_minutes: number;
                            /**
                             * @description Characters that a new password needs at least
                             * @example 12
                             */
                            password_min_length: number;
                            /** @description Administration is open only to people with two-factor sign-in */
                            require_two_factor_for_admins: boolean;
                            /**
                             * @description How tokens are signed
                             * @example HS256
                             */
                            algorithm: string;
                            signing_key: {
                                /**
                                 * Format: uuid
                                 * @description The key that signs now
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /**
                                 * Format: date-time
                                 * @description When it was made
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                created_at: string;
                                /**
                                 * Format: uuid
                                 * @description The key before it, while tokens signed with it still work
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                previous_id: string | null;
                                /**
                                 * Format: date-time
                                 * @description Until when they do
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                previous_until: string | null;
                            };
                            /** @description PUBLIC_URL: where people reach this server */
                            public_url: string;
                            /** @description CORS_ORIGINS: other web origins that may call the API */
                            allowed_origins: string[];
                            /** @description Whether callers are rate limited; DISABLE_RATE_LIMITING turns it off */
                            rate_limiting_enabled: boolean;
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
    "admin_settings.security_replace": {
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
                     * @description How long an access token lasts, in minutes
                     * @example 15
                     */
                    access_token_minutes?: number;
                    /**
                     * @description How long somebody may be away before they sign in again, in hours
                     * @example 168
                     */
                    refresh_token_hours?: number;
                    /**
                     * @description When a session ends however often it is used, in days
                     * @example 30
                     */
                    session_days?: number;
                    /**
                     * @description Wrong passwords in a row that lock sign-in
                     * @example 5
                     */
                    max_failed_login_attempts?: number;
                    /**
                     * @description How long the first lock lasts, in minutes; each further one twice as long
                     * @example 30
                     */
                    account_lockout_minutes?: number;
                    /**
                     * @description Characters that a new password needs at least
                     * @example 12
                     */
                    password_min_length?: number;
                    /** @description Administration is open only to people with two-factor sign-in */
                    require_two_factor_for_admins?: boolean;
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
                             * @description How long an access token lasts, in minutes
                             * @example 15
                             */
                            access_token_minutes: number;
                            /**
                             * @description How long somebody may be away before they sign in again, in hours
                             * @example 168
                             */
                            refresh_token_hours: number;
                            /**
                             * @description When a session ends however often it is used, in days
                             * @example 30
                             */
                            session_days: number;
                            /**
                             * @description Wrong passwords in a row that lock sign-in
                             * @example 5
                             */
                            max_failed_login_attempts: number;
                            /**
                             * @description How long the first lock lasts, in minutes; each further one twice as long
                             * @example 30
                             */
                            account_lockout_minutes: number;
                            /**
                             * @description Characters that a new password needs at least
                             * @example 12
                             */
                            password_min_length: number;
                            /** @description Administration is open only to people with two-factor sign-in */
                            require_two_factor_for_admins: boolean;
                            /**
                             * @description How tokens are signed
                             * @example HS256
                             */
                            algorithm: string;
                            signing_key: {
                                /**
                                 * Format: uuid
                                 * @description The key that signs now
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /**
                                 * Format: date-time
                                 * @description When it was made
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                created_at: string;
                                /**
                                 * Format: uuid
                                 * @description The key before it, while tokens signed with it still work
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                previous_id: string | null;
                                /**
                                 * Format: date-time
                                 * @description Until when they do
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                previous_until: string | null;
                            };
                            /** @description PUBLIC_URL: where people reach this server */
                            public_url: string;
                            /** @description CORS_ORIGINS: other web origins that may call the API */
                            allowed_origins: string[];
                            /** @description Whether callers are rate limited; DISABLE_RATE_LIMITING turns it off */
                            rate_limiting_enabled: boolean;
                        };
                        /** @example Security settings updated */
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
    "admin_settings.security_update": {
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
                     * @description How long an access token lasts, in minutes
                     * @example 15
                     */
                    access_token_minutes?: number;
                    /**
                     * @description How long somebody may be away before they sign in again, in hours
                     * @example 168
                     */
                    refresh_token_hours?: number;
                    /**
                     * @description When a session ends however often it is used, in days
                     * @example 30
                     */
                    session_days?: number;
                    /**
                     * @description Wrong passwords in a row that lock sign-in
                     * @example 5
                     */
                    max_failed_login_attempts?: number;
                    /**
                     * @description How long the first lock lasts, in minutes; each further one twice as long
                     * @example 30
                     */
                    account_lockout_minutes?: number;
                    /**
                     * @description Characters that a new password needs at least
                     * @example 12
                     */
                    password_min_length?: number;
                    /** @description Administration is open only to people with two-factor sign-in */
                    require_two_factor_for_admins?: boolean;
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
                             * @description How long an access token lasts, in minutes
                             * @example 15
                             */
                            access_token_minutes: number;
                            /**
                             * @description How long somebody may be away before they sign in again, in hours
                             * @example 168
                             */
                            refresh_token_hours: number;
                            /**
                             * @description When a session ends however often it is used, in days
                             * @example 30
                             */
                            session_days: number;
                            /**
                             * @description Wrong passwords in a row that lock sign-in
                             * @example 5
                             */
                            max_failed_login_attempts: number;
                            /**
                             * @description How long the first lock lasts, in minutes; each further one twice as long
                             * @example 30
                             */
                            account_lockout_minutes: number;
                            /**
                             * @description Characters that a new password needs at least
                             * @example 12
                             */
                            password_min_length: number;
                            /** @description Administration is open only to people with two-factor sign-in */
                            require_two_factor_for_admins: boolean;
                            /**
                             * @description How tokens are signed
                             * @example HS256
                             */
                            algorithm: string;
                            signing_key: {
                                /**
                                 * Format: uuid
                                 * @description The key that signs now
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /**
                                 * Format: date-time
                                 * @description When it was made
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                created_at: string;
                                /**
                                 * Format: uuid
                                 * @description The key before it, while tokens signed with it still work
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                previous_id: string | null;
                                /**
                                 * Format: date-time
                                 * @description Until when they do
                                 * @example 2026-11-23T09:30:00.000Z
                                 */
                                previous_until: string | null;
                            };
                            /** @description PUBLIC_URL: where people reach this server */
                            public_url: string;
                            /** @description CORS_ORIGINS: other web origins that may call the API */
                            allowed_origins: string[];
                            /** @description Whether callers are rate limited; DISABLE_RATE_LIMITING turns it off */
                            rate_limiting_enabled: boolean;
                        };
                        /** @example Security settings updated */
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
    "admin_settings.regenerate_jwt_secret": {
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
                     * @description Why; kept in the audit log
                     * @example Yearly rotation
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
                             * @description The key that signs from now on; the key itself never leaves the server
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            key_id: string;
                            /**
                             * Format: uuid
                             * @description The key before it
                             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                             */
                            previous_key_id: string | null;
                            /**
                             * @description How long tokens of the key before still work
                             * @example 24
                             */
                            grace_period_hours: number;
                            /**
                             * Format: date-time
                             * @description Until when they do
                             * @example 2026-11-23T09:30:00.000Z
                             */
                            grace_period_ends_at: string;
                        };
                        /** @example Tokens are signed with a new key */
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
    "admin_settings.system_logs_list": {
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
                 * @description This bad or worse
                 * @example info
                 */
                level?: "info" | "warn" | "error" | "fatal";
                /**
                 * @description Which kind of process wrote it
                 * @example server
                 */
                source?: "server" | "worker";
                /** @description Part of the message or of what else the line says */
                search?: string;
                /**
                 * @description Only lines written from then on
                 * @example 2026-11-23T09:30:00.000Z
                 */
                since?: string;
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
                             * @description How bad it is
                             * @example info
                             * @enum {string}
                             */
                            level: "info" | "warn" | "error" | "fatal";
                            /**
                             * @description Which kind of process wrote it
                             * @example server
                             * @enum {string}
                             */
                            source: "server" | "worker";
                            /** @description What happened */
                            message: string;
                            /**
                             * @description What else the line says
                             * @example {
                             *       "ms": 12
                             *     }
                             */
                            metadata: {
                                [key: string]: unknown;
                            };
                            /**
                             * Format: date-time
                             * @description When it was written
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
    "admin_settings.users_list": {
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
                sort?: "created_at" | "-created_at" | "name" | "-name" | "email" | "-email";
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
                /**
                 * @description Only the people of this account
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
                            };
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
    "admin_settings.accounts_list": {
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
                sort?: "created_at" | "-created_at" | "name" | "-name";
                /** @description Part of a name or subdomain */
                search?: string;
                /**
                 * @description Only an active account can be used
                 * @example active
                 */
                status?: "active" | "suspended" | "cancelled";
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
                             * @description People in the account
                             * @example 3
                             */
                            users_count: number;
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
    "admin_settings.suspend_account": {
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
                     * @description Which account
                     * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                     */
                    account_id: string;
                    /**
                     * @description Why; its owners are told
                     * @example Unpaid invoices
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
                        /** @example Account suspended */
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
            /** @description conflict, idempotency_in_progress, invalid_transition */
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
    "admin_settings.activate_account": {
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
                     * @description Which account
                     * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                     */
                    account_id: string;
                    /**
                     * @description Why; its owners are told
                     * @example Unpaid invoices
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
                        /** @example Account activated */
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
                            template: "verify_email" | "set_password" | "reset_password" | "two_factor_changed" | "new_device" | "invitation" | "delegation" | "impersonated" | "webhook_disabled" | "account_suspended" | "account_activated" | "password_changed" | "email_changed";
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
                            template: "verify_email" | "set_password" | "reset_password" | "two_factor_changed" | "new_device" | "invitation" | "delegation" | "impersonated" | "webhook_disabled" | "account_suspended" | "account_activated" | "password_changed" | "email_changed";
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
                        name: "deliver_mail" | "deliver_webhook" | "clean_up_expired" | "test_worker";
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
                        name: "deliver_mail" | "deliver_webhook" | "clean_up_expired" | "test_worker";
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
                                name: "deliver_mail" | "deliver_webhook" | "clean_up_expired" | "test_worker";
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
                            job_type: "deliver_mail" | "deliver_webhook" | "clean_up_expired" | "test_worker";
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
                            job_type: "deliver_mail" | "deliver_webhook" | "clean_up_expired" | "test_worker";
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
                             * @description Deliveries older than 30 days
                             * @example 3
                             */
                            webhook_deliveries: number;
                            /**
                             * @description Events older than 90 days
                             * @example 3
                             */
                            events: number;
                            /**
                             * @description Log lines older than seven days
                             * @example 3
                             */
                            system_logs: number;
                            /**
                             * @description Signing keys whose grace is over
                             * @example 3
                             */
                            signing_keys: number;
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
    "internal.webhook_deliveries.prepare": {
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
                     * @description What is about to be sent
                     * @example [
                     *       {
                     *         "delivery_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                     *         "turn": 1
                     *       }
                     *     ]
                     */
                    deliveries: {
                        /**
                         * Format: uuid
                         * @description Identifier
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        delivery_id: string;
                        /**
                         * @description Which of its turns
                         * @example 1
                         */
                        turn: number;
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
                            /** @description One for each delivery, in order; null where there is nothing to send now */
                            requests: ({
                                /** @description Where to */
                                url: string;
                                /**
                                 * @description Headers to send, signatures included
                                 * @example {}
                                 */
                                headers: {
                                    [key: string]: unknown;
                                };
                                /** @description The signed bytes */
                                body: string;
                                /**
                                 * @description How long the receiver may take
                                 * @example 30
                                 */
                                timeout_seconds: number;
                                /** @description Private addresses are allowed, for tests */
                                allow_private: boolean;
                            } | null)[];
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
    "internal.webhook_deliveries.outcomes": {
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
                     * @description Tries that ended
                     * @example [
                     *       {
                     *         "delivery_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                     *         "turn": 1,
                     *         "http_status": 200,
                     *         "response_time_ms": 84
                     *       }
                     *     ]
                     */
                    outcomes: {
                        /**
                         * Format: uuid
                         * @description Identifier
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        delivery_id: string;
                        /**
                         * @description Which of its turns
                         * @example 1
                         */
                        turn: number;
                        /** @description What the receiver answered */
                        http_status?: number;
                        /**
                         * @description Milliseconds until the answer
                         * @example 84
                         */
                        response_time_ms: number;
                        /** @description Why there was no answer */
                        error?: string;
                        /** @description The beginning of the answer */
                        response_body?: string;
                        /**
                         * @description How long the receiver asks to wait
                         * @example 60
                         */
                        retry_after_seconds?: number;
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
                            /**
                             * @description Those whose turn it still was
                             * @example 3
                             */
                            recorded_count: number;
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
    "internal.system_logs.create": {
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
                     * @description In the order written
                     * @example [
                     *       {
                     *         "level": "warn",
                     *         "message": "job failed",
                     *         "metadata": {},
                     *         "logged_at": "2026-11-23T09:30:00.000Z"
                     *       }
                     *     ]
                     */
                    lines: {
                        /**
                         * @description How bad it is
                         * @example warn
                         * @enum {string}
                         */
                        level: "info" | "warn" | "error" | "fatal";
                        /**
                         * @description What happened
                         * @example job failed
                         */
                        message: string;
                        /**
                         * @description What else the line says
                         * @example {
                         *       "ms": 12
                         *     }
                         */
                        metadata: {
                            [key: string]: unknown;
                        };
                        /**
                         * Format: date-time
                         * @description When
                         * @example 2026-11-23T09:30:00.000Z
                         */
                        logged_at: string;
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
                        data: null;
                        /** @example Kept */
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
    "webhook.account.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "account.created",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *         "name": "Analytical Engines",
                 *         "subdomain": "analytical-engines"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "account.created";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description The account
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                        /**
                         * @description Its name
                         * @example Analytical Engines
                         */
                        name: string;
                        /**
                         * @description Its subdomain
                         * @example analytical-engines
                         */
                        subdomain: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhook.account.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "account.updated",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *         "changes": [
                 *           "name"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "account.updated";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description The account
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                        /**
                         * @description Names of the fields that changed
                         * @example [
                         *       "name"
                         *     ]
                         */
                        changes: string[];
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhook.account.suspended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "account.suspended",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *         "reason": "Unpaid invoices"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "account.suspended";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description The account
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                        /**
                         * @description Why, where a reason was given
                         * @example Unpaid invoices
                         */
                        reason: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhook.account.activated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "account.activated",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *         "reason": "Unpaid invoices"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "account.activated";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description The account
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                        /**
                         * @description Why, where a reason was given
                         * @example Unpaid invoices
                         */
                        reason: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhook.user.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "user.created",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *         "name": "Ada Lovelace",
                 *         "email": "ada@example.com",
                 *         "roles": [
                 *           "member"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "user.created";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description The person
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                        /**
                         * @description Full name
                         * @example Ada Lovelace
                         */
                        name: string;
                        /**
                         * @description E-mail address
                         * @example ada@example.com
                         */
                        email: string;
                        /**
                         * @description Names of their roles
                         * @example [
                         *       "member"
                         *     ]
                         */
                        roles: string[];
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhook.user.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "user.updated",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *         "changes": [
                 *           "name"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "user.updated";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description The person
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                        /**
                         * @description Names of the fields that changed
                         * @example [
                         *       "name"
                         *     ]
                         */
                        changes: string[];
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhook.user.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "user.deleted",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *         "name": "Ada Lovelace",
                 *         "email": "ada@example.com"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "user.deleted";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description The person
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                        /**
                         * @description Full name
                         * @example Ada Lovelace
                         */
                        name: string;
                        /**
                         * @description E-mail address
                         * @example ada@example.com
                         */
                        email: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhook.user.joined": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "user.joined",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *         "name": "Ada Lovelace"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "user.joined";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description The person
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                        /**
                         * @description Full name
                         * @example Ada Lovelace
                         */
                        name: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhook.user.email_verified": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "user.email_verified",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *         "email": "ada@example.com"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "user.email_verified";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description The person
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                        /**
                         * @description E-mail address
                         * @example ada@example.com
                         */
                        email: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhook.user.login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "user.login",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "user.login";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description The person
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhook.user.logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "user.logout",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "user.logout";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description The person
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhook.user.locked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "user.locked",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *         "minutes": 30
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "user.locked";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description The person
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                        /**
                         * @description For how long
                         * @example 30
                         */
                        minutes: number;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhook.user.password_changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "user.password_changed",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "user.password_changed";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description The person
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhook.user.two_factor_enabled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "user.two_factor_enabled",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "user.two_factor_enabled";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description The person
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhook.user.two_factor_disabled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "user.two_factor_disabled",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "user.two_factor_disabled";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description The person
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhook.session.ended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "session.ended",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *         "user_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "session.ended";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description The session
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                        /**
                         * Format: uuid
                         * @description The person
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        user_id: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhook.role.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "role.created",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *         "name": "support"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "role.created";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description The role
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                        /**
                         * @description Name of the role
                         * @example support
                         */
                        name: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhook.role.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "role.updated",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *         "changes": [
                 *           "name"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "role.updated";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description The role
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                        /**
                         * @description Names of the fields that changed
                         * @example [
                         *       "name"
                         *     ]
                         */
                        changes: string[];
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhook.role.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "role.deleted",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *         "name": "support"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "role.deleted";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description The role
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                        /**
                         * @description Name of the role
                         * @example support
                         */
                        name: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhook.invitation.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "invitation.created",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *         "email": "ada@example.com",
                 *         "roles": [
                 *           "member"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "invitation.created";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description The invitation
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                        /**
                         * @description E-mail address
                         * @example ada@example.com
                         */
                        email: string;
                        /**
                         * @description Names of the roles they will have
                         * @example [
                         *       "member"
                         *     ]
                         */
                        roles: string[];
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhook.invitation.accepted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "invitation.accepted",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *         "email": "ada@example.com"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "invitation.accepted";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description The invitation
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                        /**
                         * @description E-mail address
                         * @example ada@example.com
                         */
                        email: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhook.invitation.cancelled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "invitation.cancelled",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *         "email": "ada@example.com"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "invitation.cancelled";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description The invitation
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                        /**
                         * @description E-mail address
                         * @example ada@example.com
                         */
                        email: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhook.invitation.expired": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "invitation.expired",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *         "email": "ada@example.com"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "invitation.expired";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description The invitation
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                        /**
                         * @description E-mail address
                         * @example ada@example.com
                         */
                        email: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhook.delegation.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "delegation.created",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *         "user_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "delegation.created";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description The delegation
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                        /**
                         * Format: uuid
                         * @description The person
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        user_id: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhook.delegation.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "delegation.updated",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "delegation.updated";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description The delegation
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhook.delegation.activated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "delegation.activated",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "delegation.activated";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description The delegation
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhook.delegation.deactivated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "delegation.deactivated",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "delegation.deactivated";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description The delegation
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhook.delegation.revoked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "delegation.revoked",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "delegation.revoked";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description The delegation
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhook.impersonation.started": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "impersonation.started",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *         "user_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *         "impersonator_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "impersonation.started";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description The impersonation
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                        /**
                         * Format: uuid
                         * @description The person acted as
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        user_id: string;
                        /**
                         * Format: uuid
                         * @description Who acts
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        impersonator_id: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhook.impersonation.ended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "impersonation.ended",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *         "seconds": 600
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "impersonation.ended";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description The impersonation
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                        /**
                         * @description How long it lasted
                         * @example 600
                         */
                        seconds: number;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhook.webhook.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "webhook.created",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *         "url": "https://example.com/hooks"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "webhook.created";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description The webhook
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                        /**
                         * @description Where it delivers to
                         * @example https://example.com/hooks
                         */
                        url: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhook.webhook.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "webhook.updated",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *         "changes": [
                 *           "name"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "webhook.updated";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description The webhook
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                        /**
                         * @description Names of the fields that changed
                         * @example [
                         *       "name"
                         *     ]
                         */
                        changes: string[];
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhook.webhook.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "webhook.deleted",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *         "url": "https://example.com/hooks"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "webhook.deleted";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description The webhook
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                        /**
                         * @description Where it delivers to
                         * @example https://example.com/hooks
                         */
                        url: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhook.webhook.disabled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "webhook.disabled",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *         "url": "https://example.com/hooks",
                 *         "reason": "failing"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "webhook.disabled";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * Format: uuid
                         * @description The webhook
                         * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                         */
                        id: string;
                        /**
                         * @description Where it delivers to
                         * @example https://example.com/hooks
                         */
                        url: string;
                        /**
                         * @description `gone` or `failing`
                         * @example failing
                         */
                        reason: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhook.test.webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90",
                 *       "type": "test.webhook",
                 *       "timestamp": "2026-11-23T09:30:00.000Z",
                 *       "account_id": "019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91",
                 *       "data": {
                 *         "message": "This is a test from Powernode"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description As in `webhook-id`: the same on every try */
                    id: string;
                    /**
                     * @description Name of the event
                     * @constant
                     */
                    type: "test.webhook";
                    /**
                     * Format: date-time
                     * @description When it happened
                     */
                    timestamp: string;
                    /**
                     * Format: uuid
                     * @description Account in which it happened
                     */
                    account_id: string;
                    data: {
                        /**
                         * @description A greeting
                         * @example This is a test from Powernode
                         */
                        message: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; anything else is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
