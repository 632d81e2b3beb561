//! Files such as people hand in, and such as they should not.

use std::io::{Cursor, Write as _};

/// A page with a word on it.
pub fn pdf(word: &str) -> Vec<u8> {
    let drawn = format!("BT /F1 24 Tf 72 720 Td ({word}) Tj ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
         /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{drawn}\nendstream", drawn.len()),
    ];
    let (mut file, mut places) = (String::from("%PDF-1.4\n"), String::new());
    for (number, object) in (1..).zip(&objects) {
        places += &format!("{:010} 00000 n \n", file.len());
        file += &format!("{number} 0 obj\n{object}\nendobj\n");
    }
    let start = file.len();
    file +=
        &format!("xref\n0 5\n0000000000 65535 f \n{places}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n{start}\n");
    file += "%%EOF\n";
    file.into_bytes()
}

/// One grey point.
pub const PNG: &[u8] =
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU\
    \x00\x00\x00\nIDATx\xdach\x00\x00\x00\x82\x00\x81\xdaE\x08;\x00\x00\x00\x00IEND\xaeB`\x82";

/// A picture that says it has this many points each way.
pub fn png_of(width: u32, height: u32) -> Vec<u8> {
    let mut png = PNG.to_vec();
    png[16..20].copy_from_slice(&width.to_be_bytes());
    png[20..24].copy_from_slice(&height.to_be_bytes());
    png
}

/// The beginning of a photograph, and no more of it.
pub const JPEG: &[u8] = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\
    \xff\xc0\x00\x0b\x08\x00\x10\x00\x10\x01\x01\x11\x00\xff\xd9";

pub const GIF: &[u8] = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x01\x00\x01\x00\
    \x00\x02\x02D\x01\x00;";

pub const WEBP: &[u8] = b"RIFF\x1e\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00\x0f\x00\x00\x0f\x00\x00";

/// A telephone's picture, as far as its size.
pub fn heic() -> Vec<u8> {
    let part = |name: &[u8; 4], inside: &[u8]| {
        let length = u32::try_from(inside.len() + 8).expect("small");
        [&length.to_be_bytes()[..], name, inside].concat()
    };
    let size = part(b"ispe", &[[0; 4], 16_u32.to_be_bytes(), 16_u32.to_be_bytes()].concat());
    let described = [vec![0; 4], part(b"iprp", &part(b"ipco", &size))].concat();
    [part(b"ftyp", b"heic\0\0\0\0mif1heic"), part(b"meta", &described)].concat()
}

/// A zipped file with these files in it.
pub fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("in memory");
        zip.write_all(content).expect("in memory");
    }
    zip.finish().expect("in memory").into_inner()
}

/// What a Word or Excel file says that its main part is.
pub fn types(part: &str, media_type: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/{part}\" ContentType=\"application/vnd.{media_type}.main+xml\"/></Types>"
    )
}

const WORD: &str = "openxmlformats-officedocument.wordprocessingml.document";
const EXCEL: &str = "openxmlformats-officedocument.spreadsheetml.sheet";

/// A Word document with a text in it, and what is in `more`.
pub fn docx_with(text: &[u8], more: &[(&str, &[u8])]) -> Vec<u8> {
    let types = types("word/document.xml", WORD);
    let files = [("[Content_Types].xml", types.as_bytes()), ("word/document.xml", text)];
    zipped(&[&files[..], more].concat())
}

pub fn docx() -> Vec<u8> {
    docx_with(b"<w:document/>", &[])
}

pub fn xlsx() -> Vec<u8> {
    let types = types("xl/workbook.xml", EXCEL);
    zipped(&[("[Content_Types].xml", types.as_bytes()), ("xl/workbook.xml", b"<workbook/>")])
}

/// An OpenDocument file: `text` or `spreadsheet`.
pub fn open_document(kind: &str) -> Vec<u8> {
    let kind = format!("application/vnd.oasis.opendocument.{kind}");
    zipped(&[("mimetype", kind.as_bytes()), ("content.xml", b"<office:document-content/>")])
}
