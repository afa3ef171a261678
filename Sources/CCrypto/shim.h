#pragma once
// Engines are the only way to hardware modules that Debian 12 has, and only the plain SHA-256 can go on from a state that
// was kept; OpenSSL calls both deprecated.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/bio.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/engine.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/sha.h>
#include <openssl/ts.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

// What OpenSSL has as macros or variadic functions only.

static inline EVP_PKEY *akmal_generate_p256(void) { return EVP_EC_gen("P-256"); }

static inline EVP_PKEY *akmal_generate_ed25519(void) { return EVP_PKEY_Q_keygen(NULL, NULL, "ED25519"); }

static inline long akmal_bio_data(BIO *bio, char **data) { return BIO_get_mem_data(bio, data); }

// Of a timestamp: its signature, with the signer's chain, and its version.
static const int akmal_timestamp_checks = TS_VFY_SIGNATURE | TS_VFY_VERSION;

static inline void akmal_set_context(X509V3_CTX *context, X509 *issuer, X509 *subject) {
    X509V3_set_ctx_nodb(context);
    X509V3_set_ctx(context, issuer, subject, NULL, NULL, 0);
}

// The engine of libp11 with a module's library behind it; NULL when either cannot be loaded.
static inline ENGINE *akmal_open_module(const char *library) {
    ENGINE_load_dynamic();
    ENGINE *engine = ENGINE_by_id("pkcs11");
    if (!engine) return NULL;
    if (!ENGINE_ctrl_cmd_string(engine, "MODULE_PATH", library, 0) || !ENGINE_init(engine)) {
        ENGINE_free(engine);
        return NULL;
    }
    return engine;
}
