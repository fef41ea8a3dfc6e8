package dev.kontor.customers.crm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.customers.CrmReason;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a CRM means by an answer that is no success. Its own code in the body decides: Salesforce answers 403 to a call above
 * the day's limit and to an account that may not be written, and neither says anything of the credentials. The status counts
 * where there is no code that is known here.
 */
final class CrmAnswer {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;

    /** What a CRM answers about this account, and not about itself. */
    private static final Set<Integer> OF_ONE_ACCOUNT = Set.of(400, 404, 405, 409, 410, 413, 414, 415, 422);

    /** Salesforce's error codes (REST API Developer Guide, "Status Codes and Error Responses") and RFC 6749, section 5.2. */
    private static final Map<CrmReason, Set<String>> CODES = Map.of(
            CrmReason.RATE_LIMITED,
            Set.of(
                    "REQUEST_LIMIT_EXCEEDED",
                    "CONCURRENT_REQUESTS_LIMIT_EXCEEDED",
                    "EXCEEDED_MAX_REQUESTS",
                    "LOGIN_RATE_EXCEEDED",
                    "RATE_LIMIT_EXCEEDED",
                    "SLOW_DOWN",
                    "TOO_MANY_REQUESTS",
                    "TXN_SECURITY_METERING_ERROR"),
            CrmReason.CREDENTIALS_REFUSED,
            Set.of(
                    "INVALID_SESSION_ID",
                    "INVALID_AUTH_HEADER",
                    "INVALID_LOGIN",
                    "INVALID_CLIENT",
                    "INVALID_CLIENT_ID",
                    "INVALID_CLIENT_CREDENTIALS",
                    "INVALID_GRANT",
                    "UNAUTHORIZED_CLIENT",
                    "UNSUPPORTED_GRANT_TYPE",
                    "INVALID_SCOPE",
                    "APP_NOT_ENABLED",
                    "INACTIVE_ORG",
                    "INACTIVE_USER",
                    "API_DISABLED_FOR_ORG",
                    "API_CURRENTLY_DISABLED",
                    "CLIENT_NOT_ACCESSIBLE_FOR_USER",
                    "LOGIN_MUST_USE_SECURITY_TOKEN",
                    "PASSWORD_LOCKOUT",
                    "ORG_LOCKED"),
            CrmReason.ACCOUNT_REFUSED,
            Set.of(
                    "NOT_FOUND",
                    "ENTITY_IS_DELETED",
                    "ENTITY_IS_LOCKED",
                    "ENTITY_IS_ARCHIVED",
                    "MALFORMED_ID",
                    "INVALID_ID_FIELD",
                    "INVALID_CROSS_REFERENCE_KEY",
                    "INSUFFICIENT_ACCESS",
                    "INSUFFICIENT_ACCESS_OR_READONLY",
                    "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
                    "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
                    "CANNOT_EXECUTE_FLOW_TRIGGER",
                    "DUPLICATE_VALUE",
                    "DUPLICATES_DETECTED",
                    "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                    "FIELD_INTEGRITY_EXCEPTION",
                    "INVALID_FIELD",
                    "INVALID_FIELD_FOR_INSERT_UPDATE",
                    "REQUIRED_FIELD_MISSING",
                    "STRING_TOO_LONG",
                    "TRANSFER_REQUIRES_READ",
                    "UNABLE_TO_LOCK_ROW"),
            CrmReason.CRM_FAILED,
            Set.of(
                    "SERVER_UNAVAILABLE",
                    "SERVER_ERROR",
                    "TEMPORARILY_UNAVAILABLE",
                    "UNKNOWN_EXCEPTION",
                    "QUERY_TIMEOUT",
                    "STORAGE_LIMIT_EXCEEDED"));

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_]{1,80}");

    private final CrmHttp.Answer answer;
    private final String code;

    private CrmAnswer(CrmHttp.Answer answer, String code) {
        this.answer = answer;
        this.code = code;
    }

    static CrmAnswer of(CrmHttp.Answer answer, ObjectMapper mapper) {
        return new CrmAnswer(answer, code(answer.body(), mapper));
    }

    /** Whether a new token may help. */
    boolean isOfToken() {
        return known().map(CrmReason.CREDENTIALS_REFUSED::equals).orElse(answer.status() == UNAUTHORIZED);
    }

    /** Why an account was not renamed. */
    CrmFailure ofAccount() {
        return failure(known().orElseGet(this::byStatus));
    }

    /** Why there was no token: whatever is refused there is refused of the credentials. */
    CrmFailure ofCredentials() {
        var reason = known().orElseGet(this::byStatus);
        return failure(reason == CrmReason.ACCOUNT_REFUSED ? CrmReason.CREDENTIALS_REFUSED : reason);
    }

    private CrmFailure failure(CrmReason reason) {
        return CrmFailure.of(reason, CrmAccounts.retryAfter(answer.retryAfter()), code);
    }

    private Optional<CrmReason> known() {
        return CODES.entrySet().stream()
                .filter(reason -> code != null && reason.getValue().contains(code))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private CrmReason byStatus() {
        if (answer.status() == TOO_MANY) {
            return CrmReason.RATE_LIMITED;
        }
        if (answer.status() == UNAUTHORIZED || answer.status() == FORBIDDEN) {
            return CrmReason.CREDENTIALS_REFUSED;
        }
        return OF_ONE_ACCOUNT.contains(answer.status()) ? CrmReason.ACCOUNT_REFUSED : CrmReason.CRM_FAILED;
    }

    /** {@code [{"errorCode": …}]} or {@code {"error": …}}; null where there is none. */
    private static String code(String body, ObjectMapper mapper) {
        try {
            var json = mapper.readTree(body);
            var error = json.isArray() ? json.path(0) : json;
            for (JsonNode code : new JsonNode[] {error.path("errorCode"), error.path("error")}) {
                if (code.isTextual() && CODE.matcher(code.textValue()).matches()) {
                    return code.textValue().toUpperCase(Locale.ROOT);
                }
            }
            return null;
        } catch (JsonProcessingException noJson) {
            return null;
        }
    }
}
