package dev.emplace.platform.auth;

/** Why a token is not accepted. */
enum TokenFault {
    MALFORMED("it is no signed JSON Web Token; send 'Authorization: Bearer ' and the token as it was issued"),
    UNKNOWN_ISSUER("its issuer is none of those that this service trusts (emplace.auth.issuers)"),
    UNKNOWN_KEY("its issuer has no such key; where it has just changed its keys, retry in some seconds"),
    ALGORITHM("its algorithm is not accepted; sign with RS, PS or ES and 256, 384 or 512, or with EdDSA"),
    SIGNATURE("its signature is not that of its issuer"),
    AUDIENCE("it was issued for another audience; ask for one for this service's (emplace.auth.issuers.*.audience)"),
    EXPIRED("it has expired; ask the issuer for a new one"),
    NOT_YET_VALID("it is not valid yet; are the clocks right?"),
    CLAIMS("it lacks a subject or an expiry, or one of its claims is not as it should be");

    private final String explanation;

    TokenFault(String explanation) {
        this.explanation = explanation;
    }

    String explanation() {
        return explanation;
    }
}
