//! `daumoi import page`: saved portal pages → stories and the documents they list.

use super::{in_words, open, put, say};
use crate::config::DataArgs;
use crate::house::Agency;
use bytes::Bytes;
use clap::{Args, Subcommand};
use kernel::{Actor, StoryId};
use newsroom::{Content, Place, Source, verbs};
use prose::{Block, Body, Inline, Level};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use wire::page::{BlockKind, Hint, Page};

#[derive(Debug, Subcommand)]
pub(super) enum ImportCommand {
    /// Saved portal pages, as bare text or HTML.
    #[command(after_help = "Examples:\n  daumoi import page --json page.html\n  \
        daumoi import page --unit VP --place portal/su-kien *.html")]
    Page(PageArgs),
}

#[derive(Debug, Args)]
pub(super) struct PageArgs {
    /// The files.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Only print what was found, a JSON line a file; store nothing.
    #[arg(long)]
    json: bool,
    /// The unit the stories will belong to, by name or symbol; without it the first.
    #[arg(long)]
    unit: Option<String>,
    /// Where they shall stand, as site/section.
    #[arg(long)]
    place: Vec<String>,
    /// Who brings them in, by log-in: they count as the writer. Without it the system does.
    #[arg(long = "as")]
    importer: Option<String>,
}

pub(super) async fn run(data: &DataArgs, command: ImportCommand) -> anyhow::Result<ExitCode> {
    let ImportCommand::Page(args) = command;
    let agency = if args.json { None } else { Some(open(data).await?) };
    let mut all_read = true;
    for file in &args.files {
        let outcome = match &agency {
            None => read(file).and_then(|(_, page)| {
                put(&serde_json::to_string(&page)?);
                Ok(())
            }),
            Some(agency) => store(agency, &args, file).await,
        };
        if let Err(error) = outcome {
            all_read = false;
            if args.json {
                put(&serde_json::json!({ "file": file, "error": format!("{error:#}") }).to_string());
            }
            say(&format!("{}: {error:#}", file.display()));
        }
    }
    Ok(if all_read { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn read(file: &Path) -> anyhow::Result<(Vec<u8>, Page)> {
    let hint = Hint::default();
    // The size is asked before the bytes are: a file of any size costs nothing.
    let size = std::fs::metadata(file)?.len();
    anyhow::ensure!(
        size <= hint.longest as u64,
        "the file has {size} bytes; pages of more than {} bytes are not read",
        hint.longest
    );
    let bytes = std::fs::read(file)?;
    let page = wire::page::read(&bytes, &hint)?;
    Ok((bytes, page))
}

async fn store(agency: &Agency, args: &PageArgs, file: &Path) -> anyhow::Result<()> {
    let (bytes, page) = read(file)?;
    let unit = match super::user::find_unit(agency, args.unit.as_deref()).await? {
        Some(unit) => unit,
        None => {
            let units = agency.newsroom.directory.units().await.map_err(in_words)?;
            units
                .first()
                .map(|(id, _)| *id)
                .ok_or_else(|| anyhow::anyhow!("there is no unit: run `daumoi init`"))?
        }
    };
    let actor = match &args.importer {
        None => Actor::Machine("import"),
        Some(login) => {
            let db = agency.app.db.reader();
            let id = people::login_of(db, login).await.map_err(in_words)?;
            let id = id.ok_or_else(|| anyhow::anyhow!("nobody signs in as “{login}”"))?;
            people::actor(db, id, &agency.app.zone, agency.app.db.now()).await.map_err(in_words)?
        }
    };
    let content = content(&page, places(agency, &args.place).await?)?;
    let wish = verbs::ImportWish { unit, content, original: Bytes::from(bytes) };
    let mut cx = agency.app.db.begin(actor).await.map_err(in_words)?;
    let story: StoryId = verbs::import_story(&mut cx, &agency.newsroom, wish).await.map_err(in_words)?;
    cx.finish().await.map_err(in_words)?;
    put(&serde_json::json!({ "file": file, "story": story, "title": page.title,
        "captions": page.captions, "documents": page.documents })
    .to_string());
    for note in &page.notes {
        say(&format!("{}: {}", file.display(), note.text));
    }
    Ok(())
}

async fn places(agency: &Agency, wanted: &[String]) -> anyhow::Result<Vec<Place>> {
    let sites = portal::sites(agency.app.db.reader()).await.map_err(in_words)?;
    wanted
        .iter()
        .map(|text| {
            let (site, section) = text.split_once('/').unwrap_or((text, ""));
            let site = sites.iter().find(|known| known.slug == site);
            let found = site.and_then(|site| {
                let section = site.sections.iter().find(|known| known.slug == section)?;
                Some(Place { site: site.id, section: section.id })
            });
            found.ok_or_else(|| anyhow::anyhow!("there is no place “{text}”; see `daumoi site list`"))
        })
        .collect()
}

/// What the story will say: the page's own words, without its furniture.
fn content(page: &Page, places: Vec<Place>) -> anyhow::Result<Content> {
    let byline = page.byline.as_ref().map(|byline| {
        let parts = [&byline.author, &byline.unit, &byline.agency];
        parts.into_iter().flatten().cloned().collect::<Vec<_>>().join(" – ")
    });
    Ok(Content {
        title: page.title.clone(),
        body: body(page)?,
        places,
        byline: byline.unwrap_or_default(),
        source: Source { name: page.source.clone().unwrap_or_default(), url: String::new() },
        first_appeared: page.published.as_ref().map(ToString::to_string).unwrap_or_default(),
        ..Content::empty()
    })
}

fn body(page: &Page) -> anyhow::Result<Body> {
    let mut blocks: Vec<Block> = Vec::new();
    for block in &page.blocks {
        let words = vec![Inline::plain(block.text.clone())];
        match block.kind {
            BlockKind::Heading => blocks.push(Block::Heading { level: Level::nearest(2), content: words }),
            BlockKind::Paragraph => blocks.push(Block::Paragraph { align: None, content: words }),
            // The picture is lost with the page; its words are in the report and in the archived original (S136).
            BlockKind::Caption => {}
            BlockKind::ListItem => {
                let item = vec![Block::Paragraph { align: None, content: words }];
                match blocks.last_mut() {
                    Some(Block::BulletList(items)) => items.push(item),
                    _ => blocks.push(Block::BulletList(vec![item])),
                }
            }
            BlockKind::Table => {
                for row in block.text.lines() {
                    let line = row.replace('\t', " | ");
                    blocks.push(Block::Paragraph { align: None, content: vec![Inline::plain(line)] });
                }
            }
        }
    }
    Ok(Body::from_blocks(blocks)?)
}
