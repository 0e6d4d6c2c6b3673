//! The incremental update of a PDF that holds a signature: field, widget, and the room for the signature.

use lopdf::{
    Dictionary, Document, IncrementalDocument, Object, ObjectId, StringFormat, dictionary, text_string,
};
use time::OffsetDateTime;

use super::{Signing, SigningError};

/// Stands for a place in the file until it is known; as many digits as ten gigabytes need.
const UNKNOWN: i64 = 9_999_999_999;

/// Shown nowhere, but printed and locked (PDF/A wants the one, signatures the other).
const PRINT_AND_LOCKED: i64 = 4 + 128;
/// Signatures exist, and nothing but more may be appended.
const SIGNED_APPEND_ONLY: i64 = 1 + 2;

/// A PDF with room for a signature, which covers all but that room.
pub(super) struct Prepared {
    bytes: Vec<u8>,
    /// Where the room begins and ends, with its angle brackets.
    room: std::ops::Range<usize>,
}

/// Appends a signature field to `pdf`, with room for so many bytes of signature.
pub(super) fn prepare(pdf: &[u8], signing: &Signing, room: usize) -> Result<Prepared, SigningError> {
    let document = Document::load_mem(pdf)?;
    let page = document.page_iter().next().ok_or_else(|| unfit("it has no page"))?;
    let catalog = document.trailer.get(b"Root").and_then(Object::as_reference)?;
    let mut update = IncrementalDocument::create_from(pdf.to_vec(), document);
    let signature = update.new_document.add_object(signature(signing, room));
    let field = update.new_document.add_object(field(page, signature));
    add_to_page(&mut update, page, field)?;
    add_to_catalog(&mut update, catalog, field)?;
    let mut bytes = Vec::new();
    update.save_to(&mut bytes).map_err(|why| unfit(&why.to_string()))?;
    Prepared::find(bytes, pdf.len(), room)
}

impl Prepared {
    fn find(mut bytes: Vec<u8>, old: usize, room: usize) -> Result<Self, SigningError> {
        let blank = format!("<{}>", "0".repeat(2 * room));
        let start = old + position(&bytes[old..], blank.as_bytes())?;
        let end = start + blank.len();
        let unknown = format!("[0 {UNKNOWN} {UNKNOWN} {UNKNOWN}]");
        let range = old + position(&bytes[old..], unknown.as_bytes())?;
        let known = format!("[0 {start} {end} {}]", bytes.len() - end);
        let known = format!("{known:<width$}", width = unknown.len());
        bytes[range..range + known.len()].copy_from_slice(known.as_bytes());
        Ok(Self { bytes, room: start..end })
    }

    /// What the signature covers.
    pub(super) fn covered(&self) -> [&[u8]; 2] {
        [&self.bytes[..self.room.start], &self.bytes[self.room.end..]]
    }

    /// The PDF with the signature in its place; zeros fill what it leaves of the room.
    pub(super) fn filled(&mut self, signature: &[u8]) -> Vec<u8> {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let digits = signature.iter().flat_map(|byte| [byte >> 4, byte & 15]);
        let places = self.bytes[self.room.start + 1..self.room.end - 1].iter_mut();
        for (place, digit) in places.zip(digits) {
            *place = DIGITS[usize::from(digit)];
        }
        std::mem::take(&mut self.bytes)
    }
}

fn signature(signing: &Signing, room: usize) -> Dictionary {
    let unknown = || Object::Integer(UNKNOWN);
    dictionary! {
        "Type" => "Sig",
        "Filter" => "Adobe.PPKLite",
        "SubFilter" => "ETSI.CAdES.detached",
        "ByteRange" => vec![Object::Integer(0), unknown(), unknown(), unknown()],
        "Contents" => Object::String(vec![0; room], StringFormat::Hexadecimal),
        "M" => Object::string_literal(moment(signing.at)),
        "Name" => text_string(&signing.name),
        "Reason" => text_string(&signing.reason),
        "Location" => text_string(&signing.place),
    }
}

fn field(page: ObjectId, signature: ObjectId) -> Dictionary {
    dictionary! {
        "Type" => "Annot",
        "Subtype" => "Widget",
        "FT" => "Sig",
        "T" => Object::string_literal("Signature1"),
        "F" => PRINT_AND_LOCKED,
        "Rect" => vec![0.into(), 0.into(), 0.into(), 0.into()],
        "P" => page,
        "V" => signature,
    }
}

/// The page's annotations, wherever they stand, with one more.
fn add_to_page(
    update: &mut IncrementalDocument,
    page: ObjectId,
    field: ObjectId,
) -> Result<(), SigningError> {
    let document = update.get_prev_documents();
    let annotations = match document.get_dictionary(page)?.get(b"Annots") {
        Ok(annotations) => document.dereference(annotations)?.1.as_array()?.clone(),
        Err(_) => Vec::new(),
    };
    let annotations: Vec<Object> = annotations.into_iter().chain([field.into()]).collect();
    set(update, page, "Annots", annotations.into())
}

fn add_to_catalog(
    update: &mut IncrementalDocument,
    catalog: ObjectId,
    field: ObjectId,
) -> Result<(), SigningError> {
    let has_form = update.get_prev_documents().get_dictionary(catalog)?.has(b"AcroForm");
    if has_form {
        return Err(unfit("it has a form already, or a signature"));
    }
    let form = dictionary! { "Fields" => vec![field.into()], "SigFlags" => SIGNED_APPEND_ONLY };
    set(update, catalog, "AcroForm", form.into())
}

fn set(update: &mut IncrementalDocument, id: ObjectId, key: &str, value: Object) -> Result<(), SigningError> {
    update.opt_clone_object_to_new_document(id)?;
    update.new_document.get_object_mut(id)?.as_dict_mut()?.set(key, value);
    Ok(())
}

/// The moment as PDF writes it, in universal time.
fn moment(at: OffsetDateTime) -> String {
    let at = at.to_offset(time::UtcOffset::UTC);
    let (year, month, day) = at.to_calendar_date();
    let (hour, minute, second) = at.to_hms();
    format!("D:{year:04}{:02}{day:02}{hour:02}{minute:02}{second:02}Z", u8::from(month))
}

fn position(bytes: &[u8], wanted: &[u8]) -> Result<usize, SigningError> {
    let found = bytes.windows(wanted.len()).position(|window| window == wanted);
    found.ok_or_else(|| unfit("the room for the signature isn't where it was put"))
}

fn unfit(why: &str) -> SigningError {
    SigningError::Pdf(why.to_owned())
}
