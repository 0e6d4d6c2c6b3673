//! How calls over HTTPS are secured.

use std::sync::Arc;
use ureq::tls::{Certificate, RootCerts, TlsConfig};

/// Trusts the certificates that the system trusts; `ring` encrypts.
pub fn as_the_system_trusts() -> TlsConfig {
    let trusted = rustls_native_certs::load_native_certs().certs;
    let trusted: Vec<_> =
        trusted.iter().map(|certificate| Certificate::from_der(certificate).to_owned()).collect();
    TlsConfig::builder()
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .root_certs(RootCerts::Specific(Arc::new(trusted)))
        .build()
}
