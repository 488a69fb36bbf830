//! Why a file could not be made.

/// Why a file could not be made. It tells of the library that writes it, never of the content: content is made to fit.
#[derive(Debug, thiserror::Error)]
pub enum Failed {
    /// The archive of a `.docx`.
    #[error("the archive of the document: {0}")]
    Archive(#[from] zip::result::ZipError),
    /// The document of a `.docx`.
    #[error("the document: {0}")]
    Document(String),
    /// The bytes of a part.
    #[error("the bytes of the document: {0}")]
    Bytes(#[from] std::io::Error),
    /// A `.xlsx`.
    #[error("the workbook: {0}")]
    Book(#[from] rust_xlsxwriter::XlsxError),
}
