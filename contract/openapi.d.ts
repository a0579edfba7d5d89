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
        post?: never;
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
            code: "bad_request" | "malformed_json" | "unauthorized" | "token_expired" | "token_revoked" | "user_inactive" | "account_inactive" | "account_locked" | "invalid_credentials" | "invalid_refresh_token" | "invalid_reset_token" | "forbidden" | "registration_disabled" | "role_not_assignable" | "insufficient_rank" | "not_found" | "method_not_allowed" | "conflict" | "invalid_transition" | "idempotency_in_progress" | "payload_too_large" | "uri_too_long" | "unsupported_media_type" | "validation_error" | "last_owner" | "token_invalid" | "idempotency_key_reused" | "headers_too_large" | "rate_limited" | "internal_error" | "service_unavailable";
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
                     * @description Needed to change your own password
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
                     * @description Needed to change your own password
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
                 * @description Who did it
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
                                 * @description Who did it
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /** @description E-mail address */
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
                                 * @description Who did it
                                 * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
                                 */
                                id: string;
                                /** @description Full name */
                                name: string;
                                /** @description E-mail address */
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
                            template: "verify_email" | "set_password" | "reset_password" | "password_changed" | "email_changed";
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
                            template: "verify_email" | "set_password" | "reset_password" | "password_changed" | "email_changed";
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
                        name: "deliver_mail" | "clean_up_expired" | "test_worker";
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
                        name: "deliver_mail" | "clean_up_expired" | "test_worker";
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
                                name: "deliver_mail" | "clean_up_expired" | "test_worker";
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
                            job_type: "deliver_mail" | "clean_up_expired" | "test_worker";
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
                            job_type: "deliver_mail" | "clean_up_expired" | "test_worker";
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
                             * @description Broadcasts long delivered
                             * @example 3
                             */
                            cable_payloads: number;
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
