//! Unpacks a body as it comes in, and stops at the limit of what comes out: a bomb never gets to unfold.

use crate::error::FetchError;
use brotli::DecompressorWriter;
use bytes::Bytes;
use flate2::write::{MultiGzDecoder, ZlibDecoder};
use std::io::{self, Write};

/// What we say we can unpack.
pub(crate) const ACCEPTED: &str = "gzip, br, deflate";

/// Takes bytes that are not more than the limit.
struct Capped {
    bytes: Vec<u8>,
    limit: usize,
    over: bool,
}

impl Write for Capped {
    fn write(&mut self, some: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + some.len() > self.limit {
            self.over = true;
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.bytes.extend_from_slice(some);
        Ok(some.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A body on its way from packed to plain.
pub(crate) struct Unpacking(Form);

enum Form {
    Plain(Capped),
    Gzip(MultiGzDecoder<Capped>),
    Deflate(ZlibDecoder<Capped>),
    Brotli(Box<DecompressorWriter<Capped>>),
}

impl Unpacking {
    /// Begins to unpack what is packed in this way.
    ///
    /// # Errors
    /// [`FetchError::BadAnswer`] for a way that was not asked for, or several on top of each other.
    pub(crate) fn new(encoding: &str, limit: usize) -> Result<Self, FetchError> {
        let capped = Capped { bytes: Vec::new(), limit, over: false };
        Ok(Self(match encoding.trim().to_ascii_lowercase().as_str() {
            "" | "identity" => Form::Plain(capped),
            "gzip" | "x-gzip" => Form::Gzip(MultiGzDecoder::new(capped)),
            "deflate" => Form::Deflate(ZlibDecoder::new(capped)),
            "br" => Form::Brotli(Box::new(DecompressorWriter::new(capped, 8 * 1024))),
            _ => return Err(FetchError::BadAnswer),
        }))
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    /// [`FetchError::TooLarge`], [`FetchError::BadAnswer`].
    pub(crate) fn push(&mut self, bytes: &[u8]) -> Result<(), FetchError> {
        let done = match &mut self.0 {
            Form::Plain(it) => it.write_all(bytes),
            Form::Gzip(it) => it.write_all(bytes),
            Form::Deflate(it) => it.write_all(bytes),
            Form::Brotli(it) => it.write_all(bytes),
        };
        done.map_err(|_| self.fault())
    }

    /// Gives what was unpacked.
    ///
    /// # Errors
    /// As [`Unpacking::push`]; also when the end is missing.
    pub(crate) fn finish(mut self) -> Result<Bytes, FetchError> {
        let done = match &mut self.0 {
            Form::Plain(_) => Ok(()),
            // An empty body is empty however it says to be packed.
            Form::Gzip(it) if it.get_ref().bytes.is_empty() => it.flush(),
            Form::Gzip(it) => it.try_finish(),
            Form::Deflate(it) => it.try_finish(),
            Form::Brotli(it) => it.close(),
        };
        done.map_err(|_| self.fault())?;
        Ok(std::mem::take(&mut self.capped().bytes).into())
    }

    fn fault(&mut self) -> FetchError {
        let capped = self.capped();
        if capped.over { FetchError::TooLarge { limit: capped.limit } } else { FetchError::BadAnswer }
    }

    fn capped(&mut self) -> &mut Capped {
        match &mut self.0 {
            Form::Plain(it) => it,
            Form::Gzip(it) => it.get_mut(),
            Form::Deflate(it) => it.get_mut(),
            Form::Brotli(it) => it.get_mut(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packed(way: &str, text: &[u8]) -> Vec<u8> {
        let level = flate2::Compression::best();
        match way {
            "gzip" => {
                let mut it = flate2::write::GzEncoder::new(Vec::new(), level);
                it.write_all(text).unwrap();
                it.finish().unwrap()
            }
            "deflate" => {
                let mut it = flate2::write::ZlibEncoder::new(Vec::new(), level);
                it.write_all(text).unwrap();
                it.finish().unwrap()
            }
            "br" => {
                let mut out = Vec::new();
                let mut it = brotli::CompressorWriter::new(&mut out, 4096, 5, 20);
                it.write_all(text).unwrap();
                drop(it);
                out
            }
            _ => text.to_vec(),
        }
    }

    fn unpack(way: &str, bytes: &[u8], piece: usize, limit: usize) -> Result<Bytes, FetchError> {
        let mut it = Unpacking::new(way, limit)?;
        bytes.chunks(piece).try_for_each(|some| it.push(some))?;
        it.finish()
    }

    const WAYS: [&str; 4] = ["identity", "gzip", "deflate", "br"];

    #[test]
    fn what_was_packed_comes_out_in_pieces_of_any_size() {
        let text = "Mưa lớn ở Hà Giang. ".repeat(500).into_bytes();
        for way in WAYS {
            for piece in [1, 7, 100_000] {
                let out = unpack(way, &packed(way, &text), piece, text.len());
                assert_eq!(out.as_deref(), Ok(&text[..]), "{way}");
            }
            assert_eq!(
                unpack(way, &packed(way, &text), 100, text.len() - 1),
                Err(FetchError::TooLarge { limit: text.len() - 1 })
            );
        }
    }

    #[test]
    fn a_bomb_stops_at_the_limit() {
        let bomb = vec![0; 8 << 20];
        for way in ["gzip", "deflate", "br"] {
            let packed = packed(way, &bomb);
            assert!(packed.len() < 30_000);
            let mut it = Unpacking::new(way, 1 << 20).unwrap();
            let refused = packed.chunks(8192).find_map(|some| it.push(some).err());
            assert_eq!(refused, Some(FetchError::TooLarge { limit: 1 << 20 }), "{way}");
            assert!(it.capped().bytes.capacity() <= 4 << 20, "{way}");
        }
    }

    #[test]
    fn what_breaks_off_or_was_never_packed_is_not_taken() {
        let text = "Mưa lớn ở Hà Giang. ".repeat(500).into_bytes();
        for way in ["gzip", "deflate", "br"] {
            let packed = packed(way, &text);
            assert_eq!(
                unpack(way, &packed[..packed.len() / 2], 50, 1 << 20),
                Err(FetchError::BadAnswer),
                "{way}"
            );
            assert_eq!(
                unpack(way, b"<html>not packed</html>", 50, 1 << 20),
                Err(FetchError::BadAnswer),
                "{way}"
            );
        }
        assert_eq!(unpack("gzip, br", b"", 1, 1), Err(FetchError::BadAnswer));
        assert_eq!(unpack("zstd", b"", 1, 1), Err(FetchError::BadAnswer));
    }
}
