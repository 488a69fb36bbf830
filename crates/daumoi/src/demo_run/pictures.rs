//! Pictures of the demo: drawn from their scene when somebody first looks, kept from then on.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use bytes::Bytes;
use demo::Scene;
use files::FileStore;
use kernel::Failure;
use newsroom::Size;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

/// Width and height of each size.
const SIZES: [(u32, u32); 3] = [(480, 320), (960, 640), (1440, 960)];

/// Which scene belongs to which picture.
#[derive(Clone)]
pub(crate) struct Drawings {
    files: FileStore,
    scenes: Arc<Mutex<HashMap<String, Scene>>>,
}

impl Drawings {
    pub(crate) fn new(files: FileStore) -> Self {
        Self { files, scenes: Arc::default() }
    }

    /// Keeps the scene's words as the original; answers its hash and the sizes it will be drawn in.
    pub(crate) async fn promise(&self, scene: &Scene) -> Result<(String, Vec<Size>), Failure> {
        let sha = self.files.keep(Bytes::from(format!("{scene:?}"))).await?;
        if let Ok(mut scenes) = self.scenes.lock() {
            scenes.insert(sha.clone(), *scene);
        }
        let sizes = SIZES
            .into_iter()
            .map(|(width, height)| Size { name: format!("w{width}.jpg"), width, height })
            .collect();
        Ok((sha, sizes))
    }

    async fn draw(&self, sha: &str, name: &str) -> Result<(), Failure> {
        let scene = self.scenes.lock().ok().and_then(|scenes| scenes.get(sha).copied());
        let size = SIZES.into_iter().find(|(width, _)| name == format!("w{width}.jpg"));
        let (Some(scene), Some((width, height))) = (scene, size) else { return Ok(()) };
        if self.files.has(sha, name).await {
            return Ok(());
        }
        let jpeg = tokio::task::spawn_blocking(move || {
            files::encode_rgb(demo::draw::draw_rgb(&scene, width, height), width, height)
        })
        .await
        .map_err(|e| Failure::Broken(Box::new(e)))?
        .map_err(|e| Failure::Broken(Box::new(e)))?;
        self.files.keep_as(sha, name, Bytes::from(jpeg)).await
    }
}

/// The layer that draws a picture just before it is first sent.
pub(crate) async fn draw_when_asked(
    State(drawings): State<Drawings>,
    request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path();
    let for_press = || path.strip_prefix("/bao-chi/anh/")?.split_once('/').map(|(_asset, rest)| rest);
    let wanted = path
        .strip_prefix("/anh/")
        .or_else(|| path.strip_prefix("/desk/newsroom/pictures/"))
        .or_else(for_press)
        .and_then(|rest| rest.split_once('/'))
        .map(|(sha, name)| (sha.to_owned(), name.to_owned()));
    if let Some((sha, name)) = wanted
        && let Err(error) = drawings.draw(&sha, &name).await
    {
        tracing::warn!(%error, "a picture of the demo could not be drawn");
    }
    next.run(request).await
}
