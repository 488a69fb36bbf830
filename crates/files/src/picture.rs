//! Pictures that people upload: decoded within limits and encoded anew, so that metadata (where a phone was)
//! and anything hidden in the file stay behind.

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use std::io::Cursor;
use thiserror::Error;

/// The widths pages offer to browsers, in pixels.
const WIDTHS: [u32; 3] = [480, 960, 1600];
/// Larger pictures than this in either direction are refused before they are decoded.
const MOST_PIXELS: u32 = 12_000;
/// Memory a picture may take while decoded.
const MOST_BYTES: u64 = 400 * 1024 * 1024;
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
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(refusal)?;
    picture.apply_orientation(orientation);
    // Drawings stay sharp as PNG; photographs are far smaller as JPEG.
    let transparent = picture.color().has_alpha() && has_transparency(&picture);
    let as_png = transparent && matches!(format, ImageFormat::Png | ImageFormat::WebP | ImageFormat::Gif);
    widths(picture.width()).map(|width| rendition(&picture, width, as_png)).collect()
}

/// The offered widths below the picture's own, and its own up to the widest.
fn widths(own: u32) -> impl Iterator<Item = u32> {
    let widest = own.min(*WIDTHS.last().unwrap_or(&own));
    WIDTHS.into_iter().filter(move |width| *width < widest).chain([widest])
}

fn rendition(picture: &DynamicImage, width: u32, as_png: bool) -> Result<Rendition, PictureError> {
    let height =
        u32::try_from(u64::from(picture.height()) * u64::from(width) / u64::from(picture.width().max(1)))
            .unwrap_or(1)
            .max(1);
    let scaled = if width == picture.width() {
        picture.clone()
    } else {
        picture.resize_exact(width, height, FilterType::CatmullRom)
    };
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

fn has_transparency(picture: &DynamicImage) -> bool {
    picture.to_rgba8().pixels().any(|pixel| matches!(pixel.0, [_, _, _, alpha] if alpha < 255))
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
}
