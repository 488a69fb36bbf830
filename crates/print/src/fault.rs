//! Why a paper could not be printed.

use std::path::PathBuf;

/// Why a paper could not be printed. The first two are for whoever wrote the paper or set the program up, the others for
/// whoever keeps the program.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The paper is longer than is printed at once; nothing was tried.
    #[error("the paper is too long to print: {has} {what}, and the most is {most}")]
    TooLong {
        /// What there is too much of.
        what: Measure,
        /// How many the paper has; of pages, about.
        has: usize,
        /// How many it may have.
        most: usize,
    },
    /// The folder of faces cannot be read, or holds no face for letters of Vietnamese.
    #[error("the folder of fonts {folder}: {why}")]
    Fonts {
        /// The folder.
        folder: PathBuf,
        /// What is the matter with it.
        why: String,
    },
    /// The paper cannot be kept as PDF/A: a letter has no face, or the day is missing.
    #[error("the paper cannot be made as PDF/A: {0}")]
    NotArchival(String),
    /// The typesetter refused the page. Nothing a paper can hold causes that.
    #[error("the typesetter refused the paper: {0}")]
    Typesetter(String),
    /// The typesetter broke down. Nothing of the paper was made, and the next one can be.
    #[error("the typesetter broke down: {0}")]
    Broken(String),
}

/// What is counted before a paper is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Pages, reckoned from letters and rows.
    Pages,
    /// Letters.
    Letters,
    /// Cells of tables.
    Cells,
    /// Stretches of text of one look, line feeds and tabs.
    Stretches,
}

impl std::fmt::Display for Measure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Measure::Pages => "pages",
            Measure::Letters => "letters",
            Measure::Cells => "cells of tables",
            Measure::Stretches => "stretches of text",
        })
    }
}
