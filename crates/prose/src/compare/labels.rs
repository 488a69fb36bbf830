//! The words around a comparison, in the reader's language.

use crate::HtmlOptions;

/// How to write a comparison as HTML. All words are the caller's.
#[derive(Clone, Copy)]
pub struct CompareOptions<'a> {
    /// Said by screen readers before what is new: “thêm:”.
    pub added: &'a str,
    /// Said by screen readers before what is gone: “bỏ:”.
    pub removed: &'a str,
    /// Shown where only the form changed (a heading's level, alignment, a list's kind): “đổi cách trình bày”.
    pub form_changed: &'a str,
    /// Shown where one picture took the place of another: “đổi ảnh”.
    pub picture_changed: &'a str,
    /// Name of a picture's alternative text: “Mô tả ảnh”.
    pub alt: &'a str,
    /// Name of a picture's caption: “Chú thích”.
    pub caption: &'a str,
    /// Name of a picture's credit: “Tác giả ảnh”.
    pub credit: &'a str,
    /// The words on a folded run of so many unchanged blocks: “12 đoạn không đổi”.
    pub unchanged: &'a dyn Fn(usize) -> String,
    /// Runs of at least so many unchanged blocks are folded; 0 folds nothing.
    pub fold_from: usize,
    /// How the blocks themselves are written.
    pub html: HtmlOptions<'a>,
}
