//! The files of an office that does not exist.

use housing::identity::IdentityNumber;
use jiff::civil::date;

/// A synthetic identity number; another for each number below.
pub fn identity(number: u16) -> String {
    let born = date(1950, 1, 1).checked_add(jiff::Span::new().days(i64::from(number))).expect("a day");
    let found = (0..999).find_map(|individual| IdentityNumber::synthetic(born, individual));
    found.expect("most individual numbers give an identity number").reveal().to_owned()
}

const HOME_HEADINGS: &str = "Adresse;Bolignr;Postnr/sted;Område;Type;BRA;Rullestol;Husleie pr. mnd;Status;Leietaker;\
    Fødselsnr;Kontrakt fra;Kontrakt til;Merknad\n";

/// Six homes, two of which cannot be trusted: a negative rent and half a dwelling number.
pub fn homes() -> String {
    let rows = [
        format!(
            "Granlia 7;H0101;9951 Lyngvåg;Sentrum;2-roms;54,5 m2;Nei;7 850,-;Utleid;Heggelund, Gunhild;{};01.05.2023;30.04.2026;",
            identity(1)
        ),
        "Granlia 7;H0102;9951 Lyngvåg;Sentrum;3 rom;70;Ja;kr 9100;Ledig;;;;;".to_owned(),
        format!(
            "Granlia 7;H0201;9951 Lyngvåg;Sentrum;hybel;28;;4.850,00;Utleid;Oppigard, Njål;{};1.3.24;tidsubestemt;kode 6",
            identity(2)
        ),
        format!(
            "Tunvegen 2;;9952 Lyngvåg;Øra;Omsorgsbolig 2r;48;Ja;8120;Utleid;Haile, Halvard;{};15.01.2020;;",
            identity(3)
        ),
        "Sjøgata 4;H0101;9951 Lyngvåg;Sentrum;2-roms;50;Nei;-100;Utleid;Berg, Ada;;;;".to_owned(),
        "Sjøgata 4;H01;9951 Lyngvåg;Sentrum;2-roms;50;Nei;7000;Ledig;;;;;".to_owned(),
    ];
    format!("{HOME_HEADINGS}{}\n", rows.join("\n"))
}

/// The same office a month later: one rent has gone up, the vacant home is let, one home is gone.
pub fn homes_a_month_later() -> String {
    homes()
        .replace("7 850,-", "8 050,-")
        .replace("kr 9100;Ledig;;;;;", &format!("9100;Utleid;Moen, Signe;{};01.02.2026;;", identity(4)))
        .lines()
        .filter(|line| !line.starts_with("Tunvegen"))
        .map(|line| format!("{line}\n"))
        .collect()
}

/// Applicants, one of them also a tenant.
pub fn applications() -> String {
    format!(
        "Mottatt;Søker;Fødselsnr;Husstand;Bosituasjon;Målgruppe;Status\n\
         12.01.2026;Gunhild Heggelund;{};2+3;bor hos familie;Flyktning;Ny\n\
         20.02.2026;Ada Berg;{};1v;uten bolig;rus;Venteliste\n",
        identity(1),
        identity(5)
    )
}

/// Unpaid invoices, one of them a credit.
pub fn arrears() -> String {
    format!(
        "Fakturanr;Kunde;Fødselsnr;Adresse;Forfall;Beløp;Rest;Purret\n\
         1001;Heggelund, Gunhild;{0};Granlia 7 H0101;20.01.2026;7850;7 850,00;Ja\n\
         1002;Heggelund, Gunhild;{0};Granlia 7 H0101;20.02.2026;7850;1.070,00-;Nei\n",
        identity(1)
    )
}

/// Many homes with a tenant each.
pub fn many_homes(count: u16) -> String {
    let row = |number: u16| {
        let (street, unit) = (number / 24 + 1, number % 24);
        format!(
            "Lyngvegen {street};H{:02}{:02};9951 Lyngvåg;Sentrum;2-roms;50;Nei;7000;Utleid;Lyngmo{number}, Kari;{};01.01.2024;;\n",
            unit / 6 + 1,
            unit % 6 + 1,
            identity(100 + number)
        )
    };
    format!("{HOME_HEADINGS}{}", (0..count).map(row).collect::<String>())
}

/// The first sheet of a spreadsheet, as texts.
pub fn rows_of(xlsx: &[u8]) -> Vec<Vec<String>> {
    use calamine::Reader as _;
    let mut workbook: calamine::Xlsx<_> = calamine::Xlsx::new(std::io::Cursor::new(xlsx)).expect("a spreadsheet");
    let range = workbook.worksheet_range_at(0).expect("a sheet").expect("that can be read");
    range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

/// A spreadsheet with these texts.
pub fn xlsx(rows: &[Vec<String>]) -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    for (at, row) in (0_u32..).zip(rows) {
        for (column, text) in (0_u16..).zip(row) {
            sheet.write_string(at, column, text).expect("inside the sheet");
        }
    }
    workbook.save_to_buffer().expect("in memory")
}
