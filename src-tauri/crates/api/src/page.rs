//! The pages of a report as pictures: who signs sees what is signed, drawn from the very bytes.

use crate::contract::{PagePicture, ReportPage};
use crate::error::Error;
use crate::session::Session;
use assay_domain::history::hex;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::page::Page;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use sha2::{Digest, Sha256};

/// Dots for each point: an A4 page becomes 1190 dots wide, which is sharp when it is enlarged.
const SCALE: f32 = 2.0;

/// How wide or high a page may be, in points: two of Letter side by side have 1,224. A picture so needs 25 MB at
/// most while it is drawn.
const LARGEST: f32 = 1_250.0;

/// Draws one page of a report as it is now, with every signature so far.
pub(crate) fn report_page(
    session: &mut Session,
    request: ReportPage,
) -> Result<PagePicture, Error> {
    let bytes = session
        .opened()?
        .store
        .read(|read| Ok::<_, Error>(read.reports().pdf(request.report)?))?;
    let pdf_sha256 = hex(&Sha256::digest(&bytes));
    let missing = || Error::new("page-missing").with("page", request.page);
    let pdf = Pdf::new(bytes).map_err(|_| missing())?;
    let pages = pdf.pages();
    let place = usize::try_from(request.page).unwrap_or(usize::MAX);
    let page = place.checked_sub(1).and_then(|place| pages.get(place));
    Ok(PagePicture {
        page: request.page,
        pages: u32::try_from(pages.len()).unwrap_or(u32::MAX),
        pdf_sha256,
        base64: STANDARD.encode(picture(page.ok_or_else(missing)?)?),
    })
}

fn picture(page: &Page<'_>) -> Result<Vec<u8>, Error> {
    let (width, height) = page.render_dimensions();
    if width.max(height) > LARGEST {
        return Err(Error::new("page-large"));
    }
    let settings = PixmapSettings {
        x_scale: SCALE,
        y_scale: SCALE,
        bg_color: WHITE,
    };
    // Every face is inside the report, so that nothing of this computer is asked for one.
    let drawn = render(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &settings,
    );
    drawn
        .into_png()
        .map_err(|error| Error::new("unexpected").with("detail", error))
}
