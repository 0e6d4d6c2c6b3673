//! A small file of each kind, for trials and tests.

use crate::kind::Kind;

/// A file of this kind, the same each time.
pub fn of(kind: Kind) -> Vec<u8> {
    match kind {
        Kind::Pdf => PDF.as_bytes().to_vec(),
        Kind::Jpeg => b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xd9".to_vec(),
        Kind::Png => b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55\0\0\0\0IEND\xae\x42\x60\x82".to_vec(),
        Kind::Tiff => b"II*\0\x08\0\0\0\0\0\0\0\0\0".to_vec(),
        Kind::Docx => packed(&["[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "word/document.xml"]),
        Kind::Xlsx => packed(&["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"]),
        Kind::Odt => {
            let mimetype = format!("mimetype={}", Kind::Odt.media_type());
            packed(&[&mimetype, "content.xml", "META-INF/manifest.xml"])
        }
    }
}

/// A PDF of one empty page.
const PDF: &str = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n\
    2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n\
    3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n\
    trailer\n<< /Root 1 0 R /Size 4 >>\n%%EOF\n";

/// A ZIP with these entries, not packed; `name=content` has content.
pub fn packed(entries: &[&str]) -> Vec<u8> {
    let (mut zip, mut directory) = (Vec::new(), Vec::new());
    for entry in entries {
        let (name, content) = entry.split_once('=').unwrap_or((entry, ""));
        directory.extend(header(b"PK\x01\x02", 28, 46, name));
        zip.extend(header(b"PK\x03\x04", 26, 30, name));
        zip.extend(content.as_bytes());
    }
    let mut end = b"PK\x05\x06".to_vec();
    end.resize(22, 0);
    end[10..12].copy_from_slice(&(entries.len() as u16).to_le_bytes());
    end[16..20].copy_from_slice(&(zip.len() as u32).to_le_bytes());
    [zip, directory, end].concat()
}

fn header(begin: &[u8], length_at: usize, size: usize, name: &str) -> Vec<u8> {
    let mut header = begin.to_vec();
    header.resize(size, 0);
    header[length_at..length_at + 2].copy_from_slice(&(name.len() as u16).to_le_bytes());
    header.extend(name.as_bytes());
    header
}
