// Generated from the OpenAPI document by contract/client_types.ts; not committed.

export interface paths {
    "/api/v1/internal/boats/{id}/paint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Paint a boat
         * @description Needs the permission `system.boats.paint`.
         */
        post: operations["internal.boats.paint"];
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
    };
    responses: {
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
        /** @description forbidden */
        forbidden: {
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
        /** @description rate_limited */
        rate_limited: {
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
        /** @description token_expired, token_revoked, unauthorized */
        "token_expired.token_revoked.unauthorized": {
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
export type Error = components['schemas']['Error'];
export type ResponseBadRequestMalformedJson = components['responses']['bad_request.malformed_json'];
export type ResponseConflictIdempotencyCompletedIdempotencyInProgress = components['responses']['conflict.idempotency_completed.idempotency_in_progress'];
export type ResponseForbidden = components['responses']['forbidden'];
export type ResponseIdempotencyKeyReusedValidationError = components['responses']['idempotency_key_reused.validation_error'];
export type ResponseInternalError = components['responses']['internal_error'];
export type ResponseNotFound = components['responses']['not_found'];
export type ResponsePayloadTooLarge = components['responses']['payload_too_large'];
export type ResponseRateLimited = components['responses']['rate_limited'];
export type ResponseServiceUnavailableStorageUnavailable = components['responses']['service_unavailable.storage_unavailable'];
export type ResponseTokenExpiredTokenRevokedUnauthorized = components['responses']['token_expired.token_revoked.unauthorized'];
export type ResponseUnsupportedMediaType = components['responses']['unsupported_media_type'];
export type ParameterIdempotencyKey = components['parameters']['IdempotencyKey'];
export type ParameterRequestId = components['parameters']['RequestId'];
export type HeaderAccessControlAllowOrigin = components['headers']['Access-Control-Allow-Origin'];
export type HeaderRateLimit = components['headers']['RateLimit'];
export type HeaderRateLimitPolicy = components['headers']['RateLimit-Policy'];
export type HeaderRetryAfter = components['headers']['Retry-After'];
export type HeaderXRequestId = components['headers']['X-Request-Id'];
export type $defs = Record<string, never>;
export interface operations {
    "internal.boats.paint": {
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
                        data: null;
                    };
                };
            };
            400: components["responses"]["bad_request.malformed_json"];
            401: components["responses"]["token_expired.token_revoked.unauthorized"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict.idempotency_completed.idempotency_in_progress"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["idempotency_key_reused.validation_error"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable.storage_unavailable"];
        };
    };
}

type OwnPaths = paths

declare module '@powernode/contract/generated/internal.d.ts' {
  interface paths extends OwnPaths {}
}
