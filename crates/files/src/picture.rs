//! Pictures that people upload: decoded within limits and encoded anew, so that metadata (where a phone was)
//! and anything hidden in the file stay behind.

use bytes::Bytes;
use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use std::io::Cursor;
use thiserror::Error;
use tokio::sync::Semaphore;

/// The widths pages offer to browsers, in pixels.
const WIDTHS: [u32; 3] = [480, 960, 1600];
/// Larger pictures than this in either direction are refused before they are decoded.
const MOST_PIXELS: u32 = 12_000;
/// Most pixels in all: more than any telephone takes by itself, and no more than a second or two of work.
const MOST_AREA: u64 = 50_000_000;
/// Memory a picture may take while decoded.
const MOST_BYTES: u64 = 400 * 1024 * 1024;
/// At most this many uploads wait for their turn, each with its file in memory.
const WAITING_MOST: usize = 8;
const JPEG_QUALITY: u8 = 80;

/// A picture in one width.
#[derive(Debug)]
pub struct Rendition {
    /// Its file name: `w960.jpg`.
    pub name: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// The encoded bytes.
    pub bytes: Vec<u8>,
}

/// Why a picture was not taken.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum PictureError {
    /// Not JPEG, PNG, WebP or GIF.
    #[error("not a picture we know")]
    Unknown,
    /// Too many pixels.
    #[error("too large a picture")]
    TooLarge,
    /// It begins like a picture and breaks off.
    #[error("a damaged picture")]
    Damaged,
    /// Too many others are being rendered or wait for it.
    #[error("too many pictures at once")]
    Busy,
}

/// One picture at a time: a decoded picture may take hundreds of megabytes and a core for seconds.
static TURN: Semaphore = Semaphore::const_new(1);
static QUEUE: Semaphore = Semaphore::const_new(WAITING_MOST);

/// As [`render`], off the async threads, when its turn comes.
///
/// # Errors
/// As [`render`], and [`PictureError::Busy`] when too many wait already.
pub async fn render_in_turn(bytes: Bytes) -> Result<Vec<Rendition>, PictureError> {
    let place = QUEUE.try_acquire().map_err(|_| PictureError::Busy)?;
    let turn = TURN.acquire().await.map_err(|_| PictureError::Busy)?;
    let done = tokio::task::spawn_blocking(move || {
        // Held by the work itself: who hangs up does not make room for a second picture beside it.
        let _held = (place, turn);
        render(&bytes)
    });
    // A decoder that gives up on a file in its own way has found it damaged.
    done.await.unwrap_or(Err(PictureError::Damaged))
}

/// Decodes `bytes` and encodes the renditions, narrowest first; at least one. Slow: call it off the async threads.
///
/// # Errors
/// [`PictureError`] says why the picture was not taken.
pub fn render(bytes: &[u8]) -> Result<Vec<Rendition>, PictureError> {
    let mut reader =
        ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| PictureError::Unknown)?;
    let format = reader.format().ok_or(PictureError::Unknown)?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_PIXELS);
    limits.max_image_height = Some(MOST_PIXELS);
    limits.max_alloc = Some(MOST_BYTES);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(refusal)?;
    // The header is read by now and nothing else: a small file can promise more than anybody has memory for.
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_AREA {
        return Err(PictureError::TooLarge);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(refusal)?;
    picture.apply_orientation(orientation);
    // Drawings stay sharp as PNG; photographs are far smaller as JPEG.
    let as_png = has_transparency(&picture)
        && matches!(format, ImageFormat::Png | ImageFormat::WebP | ImageFormat::Gif);
    let widths: Vec<u32> = widths(picture.width()).collect();
    // The whole picture is scaled once, to the widest; the others are made of that.
    if let Some(widest) = widths.last().copied().filter(|widest| *widest < picture.width()) {
        picture = scaled(&picture, widest);
    }
    widths.into_iter().map(|width| rendition(&picture, width, as_png)).collect()
}

/// The offered widths below the picture's own, and its own up to the widest.
fn widths(own: u32) -> impl Iterator<Item = u32> {
    let widest = own.min(*WIDTHS.last().unwrap_or(&own));
    WIDTHS.into_iter().filter(move |width| *width < widest).chain([widest])
}

fn scaled(picture: &DynamicImage, width: u32) -> DynamicImage {
    let height = u64::from(picture.height()) * u64::from(width) / u64::from(picture.width().max(1));
    let height = u32::try_from(height).unwrap_or(u32::MAX).max(1);
    picture.resize_exact(width, height, FilterType::CatmullRom)
}

fn rendition(picture: &DynamicImage, width: u32, as_png: bool) -> Result<Rendition, PictureError> {
    let smaller = (width != picture.width()).then(|| scaled(picture, width));
    let scaled = smaller.as_ref().unwrap_or(picture);
    let mut out = Vec::new();
    let (ending, encoded) = if as_png {
        ("png", scaled.write_to(&mut Cursor::new(&mut out), ImageFormat::Png))
    } else {
        ("jpg", scaled.to_rgb8().write_with_encoder(JpegEncoder::new_with_quality(&mut out, JPEG_QUALITY)))
    };
    encoded.map_err(|_| PictureError::Damaged)?;
    Ok(Rendition { name: format!("w{width}.{ending}"), width, height: scaled.height(), bytes: out })
}

/// Encodes bare RGB pixels as JPEG: for pictures that are drawn, not uploaded.
///
/// # Errors
/// [`PictureError::Damaged`] when there are not width × height × 3 bytes.
pub fn encode_rgb(pixels: Vec<u8>, width: u32, height: u32) -> Result<Vec<u8>, PictureError> {
    let picture = image::RgbImage::from_raw(width, height, pixels).ok_or(PictureError::Damaged)?;
    let mut out = Vec::new();
    picture
        .write_with_encoder(JpegEncoder::new_with_quality(&mut out, JPEG_QUALITY))
        .map_err(|_| PictureError::Damaged)?;
    Ok(out)
}

/// Whether any pixel lets something shine through. Looks at the pixels where they are: a second copy of a large
/// picture would double what it takes.
fn has_transparency(picture: &DynamicImage) -> bool {
    use DynamicImage as D;
    match picture {
        D::ImageLumaA8(pixels) => {
            pixels.pixels().any(|pixel| matches!(pixel.0, [_, alpha] if alpha < u8::MAX))
        }
        D::ImageRgba8(pixels) => {
            pixels.pixels().any(|pixel| matches!(pixel.0, [_, _, _, alpha] if alpha < u8::MAX))
        }
        D::ImageLumaA16(pixels) => {
            pixels.pixels().any(|pixel| matches!(pixel.0, [_, alpha] if alpha < u16::MAX))
        }
        D::ImageRgba16(pixels) => {
            pixels.pixels().any(|pixel| matches!(pixel.0, [_, _, _, alpha] if alpha < u16::MAX))
        }
        D::ImageRgba32F(pixels) => {
            pixels.pixels().any(|pixel| matches!(pixel.0, [_, _, _, alpha] if alpha < 1.0))
        }
        _ => false,
    }
}

fn refusal(error: image::ImageError) -> PictureError {
    match error {
        image::ImageError::Limits(_) => PictureError::TooLarge,
        image::ImageError::Unsupported(_) => PictureError::Unknown,
        _ => PictureError::Damaged,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut out = Vec::new();
        DynamicImage::new_rgb8(width, height).write_to(&mut Cursor::new(&mut out), ImageFormat::Png).unwrap();
        out
    }

    #[test]
    fn a_wide_picture_gets_three_widths_and_a_narrow_one_its_own() {
        let wide = render(&png(2000, 1000)).unwrap();
        assert_eq!(
            wide.iter().map(|r| (r.width, r.height)).collect::<Vec<_>>(),
            [(480, 240), (960, 480), (1600, 800)]
        );
        assert_eq!(wide.first().unwrap().name, "w480.jpg");
        assert_eq!(render(&png(300, 200)).unwrap().len(), 1);
        assert_eq!(render(&png(960, 10)).unwrap().len(), 2);
        assert_eq!(render(&png(1, 1)).unwrap().len(), 1);
    }

    #[test]
    fn what_is_not_a_picture_is_refused_with_a_reason() {
        assert_eq!(render(b"").unwrap_err(), PictureError::Unknown);
        assert_eq!(render(b"<svg onload=alert(1)>").unwrap_err(), PictureError::Unknown);
        assert_eq!(render(b"%PDF-1.7").unwrap_err(), PictureError::Unknown);
        let mut cut = png(400, 400);
        cut.truncate(60);
        assert_eq!(render(&cut).unwrap_err(), PictureError::Damaged);
    }

    #[test]
    fn a_picture_of_too_many_pixels_is_refused_before_it_is_decoded() {
        // A PNG header that promises 60,000 × 60,000 pixels.
        let mut bomb = png(10, 10);
        bomb[16..24].copy_from_slice(&[0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60]);
        assert!(matches!(render(&bomb).unwrap_err(), PictureError::TooLarge | PictureError::Damaged));
    }

    #[test]
    fn a_picture_of_many_pixels_in_a_small_file_is_refused_by_its_header() {
        // Each side is within bounds; together they are 90 megapixels, of one colour and so in few bytes. The data
        // after the header is cut off: who refuses by the header never gets that far.
        let mut wide = png(10, 10);
        wide[16..24].copy_from_slice(&[0, 0, 0x23, 0x28, 0, 0, 0x27, 0x10]);
        let checked = crc(&wide[12..29]);
        wide[29..33].copy_from_slice(&checked.to_be_bytes());
        assert_eq!(render(&wide).unwrap_err(), PictureError::TooLarge);
        // 49 megapixels are not too many; that the rest is missing is another matter.
        wide[16..24].copy_from_slice(&[0, 0, 0x1B, 0x58, 0, 0, 0x1B, 0x58]);
        let checked = crc(&wide[12..29]);
        wide[29..33].copy_from_slice(&checked.to_be_bytes());
        assert_eq!(render(&wide).unwrap_err(), PictureError::Damaged);
    }

    /// CRC-32 as PNG's chunks carry it.
    fn crc(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(u32::MAX, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xEDB8_8320 * (crc & 1)))
        })
    }

    #[test]
    fn what_shines_through_stays_png_and_what_does_not_becomes_jpeg() {
        let file = |alpha: u8| {
            let mut picture = image::RgbaImage::from_pixel(500, 20, image::Rgba([9, 9, 9, 255]));
            picture.put_pixel(499, 19, image::Rgba([9, 9, 9, alpha]));
            let mut out = Vec::new();
            DynamicImage::from(picture).write_to(&mut Cursor::new(&mut out), ImageFormat::Png).unwrap();
            out
        };
        let names = |bytes: &[u8]| render(bytes).unwrap().into_iter().map(|r| r.name).collect::<Vec<_>>();
        assert_eq!(names(&file(254)), ["w480.png", "w500.png"]);
        assert_eq!(names(&file(255)), ["w480.jpg", "w500.jpg"]);
    }

    #[tokio::test]
    async fn pictures_take_turns_and_the_queue_has_an_end() {
        let held = TURN.acquire().await.unwrap();
        let file = Bytes::from(png(10, 10));
        let mut waiting: Vec<_> = (0..WAITING_MOST).map(|_| Box::pin(render_in_turn(file.clone()))).collect();
        for one in &mut waiting {
            let soon = std::future::poll_fn(|cx| std::task::Poll::Ready(one.as_mut().poll(cx).is_ready()));
            assert!(!soon.await, "nobody is rendered beside another");
        }
        assert_eq!(render_in_turn(file.clone()).await.unwrap_err(), PictureError::Busy);
        drop(held);
        for one in waiting {
            assert!(one.await.is_ok());
        }
        assert!(render_in_turn(file).await.is_ok());
    }
}
