// Generated from the OpenAPI document by contract/client_types.ts; not committed.

export interface paths {
    "/api/v1/boats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List boats
         * @description Needs the permission `boats.read`.
         */
        get: operations["boats.list"];
        put?: never;
        /**
         * Add a boat
         * @description Needs the permission `boats.create`.
         */
        post: operations["boats.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/boats/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a boat
         * @description Needs the permission `boats.read`.
         */
        get: operations["boats.get"];
        /**
         * Rename or retire a boat
         * @description Needs the permission `boats.update`. The same as PATCH: omitted fields keep their values.
         */
        put: operations["boats.updateByPut"];
        post?: never;
        /**
         * Delete a boat
         * @description Needs the permission `boats.delete`.
         */
        delete: operations["boats.delete"];
        options?: never;
        head?: never;
        /**
         * Rename or retire a boat
         * @description Needs the permission `boats.update`.
         */
        patch: operations["boats.update"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Boat: {
            /**
             * Format: uuid
             * @description Identifier
             * @example 019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
             */
            id: string;
            /**
             * @description Name, unique in the account
             * @example Aurora
             */
            name: string;
            /**
             * @description Retired boats are deleted after 400 days
             * @example active
             * @enum {string}
             */
            status: "active" | "retired";
            /**
             * Format: date-time
             * @description When it was painted
             * @example 2026-11-23T09:30:00.000Z
             */
            painted_at: string | null;
            /**
             * Format: date-time
             * @description When it was added
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
        BoatChanges: {
            /**
             * Format: name
             * @description Name, unique in the account
             * @example Aurora
             */
            name?: string;
            /**
             * @description Retired boats are deleted after 400 days
             * @example active
             * @enum {string}
             */
            status?: "active" | "retired";
        };
        /** @description Every error has this shape */
        Error: {
            /** @constant */
            success: false;
            /**
             * @description Error message for people
             * @example User not found
             */
            error: string;
            /**
             * @description Error code for programs
             * @enum {string}
             */
            code: "bad_request" | "malformed_json" | "unauthorized" | "token_expired" | "token_revoked" | "user_inactive" | "account_inactive" | "forbidden" | "scope_insufficient" | "impersonation_restricted" | "not_found" | "method_not_allowed" | "request_timeout" | "conflict" | "invalid_transition" | "idempotency_in_progress" | "idempotency_completed" | "payload_too_large" | "uri_too_long" | "unsupported_media_type" | "expectation_failed" | "validation_error" | "idempotency_key_reused" | "headers_too_large" | "rate_limited" | "internal_error" | "service_unavailable" | "storage_unavailable" | "maintenance" | "account_locked" | "insufficient_rank" | "last_owner" | "token_invalid" | "invalid_credentials" | "invalid_refresh_token" | "invalid_reset_token" | "registration_disabled" | "proof_required" | "invalid_2fa" | "two_factor_required" | "two_factor_already_enabled" | "two_factor_not_enabled" | "invalid_passkey" | "role_not_assignable" | "system_role" | "permission_not_grantable" | "role_in_use" | "invitation_void" | "impersonation_active" | "invalid_api_key" | "api_key_revoked" | "api_key_expired" | "ip_not_allowed" | "quota_exceeded" | "plan_in_use" | "plan_limit_reached" | "payment_required" | "payment_method_in_use";
            /** @description On 422: errors of each field; `base` for errors of the whole request */
            errors?: {
                [key: string]: string[];
            };
            /** @description More about this error */
            details?: {
                [key: string]: unknown;
            };
            /** @description Quote it when you ask for help */
            request_id: string;
        };
        NewBoat: {
            /**
             * Format: name
             * @description Name, unique in the account
             * @example Aurora
             */
            name: string;
        };
        PageMeta: {
            /** Format: int64 */
            current_page: number;
            /** Format: int64 */
            total_pages: number;
            /** Format: int64 */
            total_count: number;
            total_count_exact: boolean;
            next_cursor: string | null;
            /** Format: int64 */
            per_page: number;
        };
    };
    responses: {
        /** @description api_key_expired, api_key_revoked, invalid_api_key, token_expired, token_revoked, unauthorized */
        "api_key_expired.api_key_revoked.invalid_api_key.token_expired.token_revoked.unauthorized": {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description bad_request */
        bad_request: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description bad_request, malformed_json */
        "bad_request.malformed_json": {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description conflict */
        conflict: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description conflict, idempotency_completed, idempotency_in_progress */
        "conflict.idempotency_completed.idempotency_in_progress": {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description forbidden, ip_not_allowed, scope_insufficient */
        "forbidden.ip_not_allowed.scope_insufficient": {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description idempotency_key_reused, validation_error */
        "idempotency_key_reused.validation_error": {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description internal_error */
        internal_error: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description not_found */
        not_found: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description payload_too_large */
        payload_too_large: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description quota_exceeded, rate_limited */
        "quota_exceeded.rate_limited": {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description service_unavailable, storage_unavailable */
        "service_unavailable.storage_unavailable": {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description unsupported_media_type */
        unsupported_media_type: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description validation_error */
        validation_error: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: {
        /**
         * @description Makes retries safe: for 24 hours, a request with the same key gets the same response
         * @example 0b7e0f4a-3f43-4a0f-9a51-7a7b0f0c9a11
         */
        IdempotencyKey: string;
        /**
         * @description Your own id of the request, used in the logs: 8 to 64 letters, digits and hyphens. Other values are replaced.
         * @example 0b7e0f4a-3f43-4a0f-9a51-7a7b0f0c9a11
         */
        RequestId: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Your origin, if this installation allows it (CORS_ORIGINS)
         * @example https://app.example.com
         */
        "Access-Control-Allow-Origin": string;
        /**
         * @description Path of the new record
         * @example /api/v1/users/019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90
         */
        Location: string;
        /**
         * @description Remaining requests, and seconds until the limit resets. Not sent to workers.
         * @example "user_minute";r=1199;t=60
         */
        RateLimit: string;
        /**
         * @description The limit (q) and its window in seconds (w)
         * @example "user_minute";q=1200;w=60
         */
        "RateLimit-Policy": string;
        /**
         * @description Seconds to wait before you retry
         * @example 60
         */
        "Retry-After": string;
        /**
         * @description The id of this request: your own, if you sent one
         * @example 0b7e0f4a-3f43-4a0f-9a51-7a7b0f0c9a11
         */
        "X-Request-Id": string;
    };
    pathItems: never;
}
export type Boat = components['schemas']['Boat'];
export type BoatChanges = components['schemas']['BoatChanges'];
export type Error = components['schemas']['Error'];
export type NewBoat = components['schemas']['NewBoat'];
export type PageMeta = components['schemas']['PageMeta'];
export type ResponseApiKeyExpiredApiKeyRevokedInvalidApiKeyTokenExpiredTokenRevokedUnauthorized = components['responses']['api_key_expired.api_key_revoked.invalid_api_key.token_expired.token_revoked.unauthorized'];
export type ResponseBadRequest = components['responses']['bad_request'];
export type ResponseBadRequestMalformedJson = components['responses']['bad_request.malformed_json'];
export type ResponseConflict = components['responses']['conflict'];
export type ResponseConflictIdempotencyCompletedIdempotencyInProgress = components['responses']['conflict.idempotency_completed.idempotency_in_progress'];
export type ResponseForbiddenIpNotAllowedScopeInsufficient = components['responses']['forbidden.ip_not_allowed.scope_insufficient'];
export type ResponseIdempotencyKeyReusedValidationError = components['responses']['idempotency_key_reused.validation_error'];
export type ResponseInternalError = components['responses']['internal_error'];
export type ResponseNotFound = components['responses']['not_found'];
export type ResponsePayloadTooLarge = components['responses']['payload_too_large'];
export type ResponseQuotaExceededRateLimited = components['responses']['quota_exceeded.rate_limited'];
export type ResponseServiceUnavailableStorageUnavailable = components['responses']['service_unavailable.storage_unavailable'];
export type ResponseUnsupportedMediaType = components['responses']['unsupported_media_type'];
export type ResponseValidationError = components['responses']['validation_error'];
export type ParameterIdempotencyKey = components['parameters']['IdempotencyKey'];
export type ParameterRequestId = components['parameters']['RequestId'];
export type HeaderAccessControlAllowOrigin = components['headers']['Access-Control-Allow-Origin'];
export type HeaderLocation = components['headers']['Location'];
export type HeaderRateLimit = components['headers']['RateLimit'];
export type HeaderRateLimitPolicy = components['headers']['RateLimit-Policy'];
export type HeaderRetryAfter = components['headers']['Retry-After'];
export type HeaderXRequestId = components['headers']['X-Request-Id'];
export type $defs = Record<string, never>;
export interface operations {
    "boats.list": {
        parameters: {
            query?: {
                /**
                 * @description Page number, from 1. Invalid values mean 1
                 * @example 1
                 */
                page?: number;
                /**
                 * @description Rows per page, 1 to 100. Values outside are adjusted
                 * @example 20
                 */
                per_page?: number;
                /**
                 * @description Sort order; a leading minus means descending. Default -created_at
                 * @example created_at
                 */
                sort?: "created_at" | "-created_at" | "name" | "-name";
                /** @description Cursor: `meta.next_cursor` of the previous page. Use it instead of `page` so that rows added meanwhile are neither repeated nor skipped */
                after?: string;
                /**
                 * @description Retired boats are deleted after 400 days
                 * @example active
                 */
                status?: "active" | "retired";
                /** @description Part of the name */
                search?: string;
            };
            header?: {
                /**
                 * @description Your own id of the request, used in the logs: 8 to 64 letters, digits and hyphens. Other values are replaced.
                 * @example 0b7e0f4a-3f43-4a0f-9a51-7a7b0f0c9a11
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Boat"][];
                        meta: components["schemas"]["PageMeta"];
                    };
                };
            };
            400: components["responses"]["bad_request"];
            401: components["responses"]["api_key_expired.api_key_revoked.invalid_api_key.token_expired.token_revoked.unauthorized"];
            403: components["responses"]["forbidden.ip_not_allowed.scope_insufficient"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["quota_exceeded.rate_limited"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable.storage_unavailable"];
        };
    };
    "boats.create": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of the request, used in the logs: 8 to 64 letters, digits and hyphens. Other values are replaced.
                 * @example 0b7e0f4a-3f43-4a0f-9a51-7a7b0f0c9a11
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
                /**
                 * @description Makes retries safe: for 24 hours, a request with the same key gets the same response
                 * @example 0b7e0f4a-3f43-4a0f-9a51-7a7b0f0c9a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBoat"];
            };
        };
        responses: {
            /** @description Boat added */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Boat"];
                        /** @example Boat added */
                        message: string;
                    };
                };
            };
            400: components["responses"]["bad_request.malformed_json"];
            401: components["responses"]["api_key_expired.api_key_revoked.invalid_api_key.token_expired.token_revoked.unauthorized"];
            403: components["responses"]["forbidden.ip_not_allowed.scope_insufficient"];
            409: components["responses"]["conflict.idempotency_completed.idempotency_in_progress"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["idempotency_key_reused.validation_error"];
            429: components["responses"]["quota_exceeded.rate_limited"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable.storage_unavailable"];
        };
    };
    "boats.get": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of the request, used in the logs: 8 to 64 letters, digits and hyphens. Other values are replaced.
                 * @example 0b7e0f4a-3f43-4a0f-9a51-7a7b0f0c9a11
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description The id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Boat"];
                    };
                };
            };
            400: components["responses"]["bad_request"];
            401: components["responses"]["api_key_expired.api_key_revoked.invalid_api_key.token_expired.token_revoked.unauthorized"];
            403: components["responses"]["forbidden.ip_not_allowed.scope_insufficient"];
            404: components["responses"]["not_found"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["quota_exceeded.rate_limited"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable.storage_unavailable"];
        };
    };
    "boats.updateByPut": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of the request, used in the logs: 8 to 64 letters, digits and hyphens. Other values are replaced.
                 * @example 0b7e0f4a-3f43-4a0f-9a51-7a7b0f0c9a11
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description The id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["BoatChanges"];
            };
        };
        responses: {
            /** @description Boat updated */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Boat"];
                        /** @example Boat updated */
                        message: string;
                    };
                };
            };
            400: components["responses"]["bad_request.malformed_json"];
            401: components["responses"]["api_key_expired.api_key_revoked.invalid_api_key.token_expired.token_revoked.unauthorized"];
            403: components["responses"]["forbidden.ip_not_allowed.scope_insufficient"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["quota_exceeded.rate_limited"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable.storage_unavailable"];
        };
    };
    "boats.delete": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of the request, used in the logs: 8 to 64 letters, digits and hyphens. Other values are replaced.
                 * @example 0b7e0f4a-3f43-4a0f-9a51-7a7b0f0c9a11
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description The id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Boat deleted */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: null;
                        /** @example Boat deleted */
                        message: string;
                    };
                };
            };
            400: components["responses"]["bad_request.malformed_json"];
            401: components["responses"]["api_key_expired.api_key_revoked.invalid_api_key.token_expired.token_revoked.unauthorized"];
            403: components["responses"]["forbidden.ip_not_allowed.scope_insufficient"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["quota_exceeded.rate_limited"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable.storage_unavailable"];
        };
    };
    "boats.update": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own id of the request, used in the logs: 8 to 64 letters, digits and hyphens. Other values are replaced.
                 * @example 0b7e0f4a-3f43-4a0f-9a51-7a7b0f0c9a11
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description The id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["BoatChanges"];
            };
        };
        responses: {
            /** @description Boat updated */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["Boat"];
                        /** @example Boat updated */
                        message: string;
                    };
                };
            };
            400: components["responses"]["bad_request.malformed_json"];
            401: components["responses"]["api_key_expired.api_key_revoked.invalid_api_key.token_expired.token_revoked.unauthorized"];
            403: components["responses"]["forbidden.ip_not_allowed.scope_insufficient"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_error"];
            429: components["responses"]["quota_exceeded.rate_limited"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable.storage_unavailable"];
        };
    };
}

type OwnPaths = paths

declare module '@powernode/contract/generated/public.d.ts' {
  interface paths extends OwnPaths {}
}
