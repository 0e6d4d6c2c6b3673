//! The signature itself: CMS `SignedData` (RFC 5652) without its content, with what PAdES B-B asks for.

use cms::cert::{CertificateChoices, IssuerAndSerialNumber};
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{
    CertificateSet, EncapsulatedContentInfo, SignedData, SignerIdentifier, SignerInfo, SignerInfos,
};
use const_oid::ObjectIdentifier;
use const_oid::db::rfc5911::{ID_CONTENT_TYPE, ID_DATA, ID_MESSAGE_DIGEST, ID_SIGNED_DATA};
use const_oid::db::rfc5912::{ECDSA_WITH_SHA_256, ID_SHA_256, SHA_256_WITH_RSA_ENCRYPTION};
use der::asn1::{Null, OctetString, SetOfVec};
use der::{Any, Encode, Sequence};
use sha2::{Digest, Sha256};
use x509_cert::Certificate;
use x509_cert::attr::Attribute;
use x509_cert::spki::AlgorithmIdentifierOwned;

use super::SigningError;
use super::key::{Secret, SigningKey};

/// `id-aa-signingCertificateV2` (RFC 5035).
const SIGNING_CERTIFICATE_V2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");

/// Names the one certificate that the signature is to be checked with, by its SHA-256.
#[derive(Sequence)]
struct SigningCertificateV2 {
    certificates: Vec<EssCertIdV2>,
}

/// The algorithm is left out because SHA-256 is what is meant then.
#[derive(Sequence)]
struct EssCertIdV2 {
    hash: OctetString,
}

/// The encoded signature over what has this SHA-256.
pub(super) fn signed(key: &SigningKey, digest: &[u8; 32]) -> Result<Vec<u8>, SigningError> {
    let data = SignedData {
        version: CmsVersion::V1,
        digest_algorithms: SetOfVec::try_from(vec![sha_256()])?,
        encap_content_info: EncapsulatedContentInfo { econtent_type: ID_DATA, econtent: None },
        certificates: Some(certificates(key)?),
        crls: None,
        signer_infos: SignerInfos::try_from(vec![signer(key, digest)?])?,
    };
    let content = Any::encode_from(&data)?;
    Ok(ContentInfo { content_type: ID_SIGNED_DATA, content }.to_der()?)
}

fn signer(key: &SigningKey, digest: &[u8; 32]) -> Result<SignerInfo, SigningError> {
    let attributes = attributes(key.certificate(), digest)?;
    let signature = key.secret().sign(&attributes.to_der()?)?;
    let tbs = key.certificate().tbs_certificate();
    let sid =
        IssuerAndSerialNumber { issuer: tbs.issuer().clone(), serial_number: tbs.serial_number().clone() };
    Ok(SignerInfo {
        version: CmsVersion::V1,
        sid: SignerIdentifier::IssuerAndSerialNumber(sid),
        digest_alg: sha_256(),
        signed_attrs: Some(attributes),
        signature_algorithm: algorithm(key.secret()),
        signature: OctetString::new(signature)?,
        unsigned_attrs: None,
    })
}

/// No `signing-time`: PAdES wants it in the PDF's own words only.
fn attributes(certificate: &Certificate, digest: &[u8; 32]) -> Result<SetOfVec<Attribute>, SigningError> {
    let hash = OctetString::new(Sha256::digest(certificate.to_der()?).to_vec())?;
    let named = SigningCertificateV2 { certificates: vec![EssCertIdV2 { hash }] };
    let attributes = vec![
        attribute(ID_CONTENT_TYPE, Any::encode_from(&ID_DATA)?)?,
        attribute(ID_MESSAGE_DIGEST, Any::encode_from(&OctetString::new(digest.as_slice())?)?)?,
        attribute(SIGNING_CERTIFICATE_V2, Any::encode_from(&named)?)?,
    ];
    Ok(SetOfVec::try_from(attributes)?)
}

fn attribute(oid: ObjectIdentifier, value: Any) -> Result<Attribute, SigningError> {
    Ok(Attribute { oid, values: SetOfVec::try_from(vec![value])? })
}

fn certificates(key: &SigningKey) -> Result<CertificateSet, SigningError> {
    let all = key.certificates().cloned().map(CertificateChoices::Certificate);
    Ok(CertificateSet::try_from(all.collect::<Vec<_>>())?)
}

fn sha_256() -> AlgorithmIdentifierOwned {
    AlgorithmIdentifierOwned { oid: ID_SHA_256, parameters: None }
}

fn algorithm(secret: &Secret) -> AlgorithmIdentifierOwned {
    match secret {
        Secret::Rsa(_) => {
            AlgorithmIdentifierOwned { oid: SHA_256_WITH_RSA_ENCRYPTION, parameters: Some(Null.into()) }
        }
        Secret::P256(_) => AlgorithmIdentifierOwned { oid: ECDSA_WITH_SHA_256, parameters: None },
    }
}
