//! One person's browser: what they see, press and type. Every step waits until the page is ready for it.

use anyhow::{Context, Result, anyhow, bail};
use serde_json::{Value, json};
use std::path::Path;
use std::time::{Duration, Instant};
use thirtyfour::prelude::*;
use thirtyfour::{ChromiumLikeCapabilities, TypingData};

/// How long a page may take to get where a person expects it.
const PATIENCE: Duration = Duration::from_secs(60);
const GLANCE: Duration = Duration::from_millis(80);

/// As root and without a network, as Chromium runs on a build machine.
const FLAGS: [&str; 11] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--lang=vi",
];

/// The checker's rules by the standard they come from.
const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// What of a page the accessibility checker looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// All of it.
    Everything,
    /// All but colours, which do not change with the language and take longest.
    WordsAndShape,
    /// Only colours, which change with day and night.
    Colours,
}

/// On what a person looks at the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// 1280 × 900.
    Screen,
    /// A telephone, 390 × 844, touched.
    Phone,
    /// A screen on which no script runs.
    NoScript,
}

/// Whether an element went or was covered between being seen and being used, so that nothing was done to it.
fn has_moved(error: &WebDriverError) -> bool {
    use thirtyfour::error::WebDriverErrorInner as Why;
    matches!(
        error.as_inner(),
        Why::StaleElementReference(_) | Why::ElementClickIntercepted(_) | Why::ElementNotInteractable(_)
    )
}

/// A browser of one person.
#[derive(Debug, Clone)]
pub struct Window {
    driver: WebDriver,
    address: String,
}

impl Window {
    pub(crate) async fn open(driver: &str, address: &str, look: Look) -> Result<Self> {
        let mut wish = DesiredCapabilities::chrome();
        for flag in FLAGS {
            wish.add_arg(flag)?;
        }
        wish.add_arg("--window-size=1280,900")?;
        if look == Look::NoScript {
            wish.add_arg("--blink-settings=scriptEnabled=false")?;
        }
        // On a busy machine it may not come up in the time its driver gives it; it gets a second one.
        let driver = match WebDriver::new(driver, wish.clone()).await {
            Ok(driver) => driver,
            Err(_) => WebDriver::new(driver, wish).await.context("Chromium does not start")?,
        };
        let window = Self { driver, address: address.to_owned() };
        match look {
            Look::Phone => window.size(390, 844).await?,
            Look::Screen => window.size(1280, 900).await?,
            Look::NoScript => {}
        }
        Ok(window)
    }

    /// Closes the browser. Windows not closed end with their office.
    ///
    /// # Errors
    /// When the browser is already gone.
    pub async fn close(self) -> Result<()> {
        Ok(self.driver.quit().await?)
    }

    /// The session itself, for what has no word here.
    #[must_use]
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    // ---- how it looks ----

    /// Makes the page this wide and high; a narrow one is a telephone.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn size(&self, width: u32, height: u32) -> Result<()> {
        let phone = width < 600;
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone});
        self.tools("Emulation.setDeviceMetricsOverride", size).await
    }

    /// Light or dark, as the person's system says.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn dark(&self, dark: bool) -> Result<()> {
        let scheme = if dark { "dark" } else { "light" };
        let wish = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        self.tools("Emulation.setEmulatedMedia", wish).await
    }

    async fn tools(&self, command: &str, wish: Value) -> Result<()> {
        self.driver.cdp().send_raw(command, wish).await?;
        Ok(())
    }

    /// A picture of what is in view.
    ///
    /// # Errors
    /// When it cannot be taken or written.
    pub async fn picture(&self, path: &Path) -> Result<()> {
        std::fs::write(path, self.driver.screenshot_as_png().await?)?;
        Ok(())
    }

    // ---- going ----

    /// Opens an address of the agency.
    ///
    /// # Errors
    /// When the page does not load.
    pub async fn go(&self, path: &str) -> Result<()> {
        Ok(self.driver.goto(format!("{}{path}", self.address)).await?)
    }

    /// The path one stands on, with its query.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn path(&self) -> Result<String> {
        let url = self.driver.current_url().await?.to_string();
        Ok(url.strip_prefix(self.address.as_str()).unwrap_or(&url).to_owned())
    }

    /// Signs in at the desk with e-mail and password, as everyone does.
    ///
    /// # Errors
    /// When the desk does not open.
    pub async fn sign_in(&self, login: &str, password: &str) -> Result<()> {
        self.go("/desk/login").await?;
        self.fill("#login", login).await?;
        self.fill("#password", password).await?;
        self.press("Đăng nhập").await?;
        self.see("nav#rail, .bar-end .menu").await.map(drop)
    }

    /// Takes a person's place from the demo's list of log-ins.
    ///
    /// # Errors
    /// When there is no such person or the desk does not open.
    pub async fn become_person(&self, name: &str) -> Result<()> {
        self.go("/demo").await?;
        let xpath = format!("//li[.//strong[normalize-space()=\"{name}\"]]//button");
        self.on(By::XPath(xpath), name, async |element| element.click().await).await?;
        self.see(".bar-end .menu").await.map(drop)
    }

    // ---- seeing ----

    /// Waits for the first element in view that fits the selector.
    ///
    /// # Errors
    /// When it does not come; says where one stood and what was to be read there.
    pub async fn see(&self, css: &str) -> Result<WebElement> {
        match self.driver.query(By::Css(css)).wait(PATIENCE, GLANCE).and_displayed().first().await {
            Ok(element) => Ok(element),
            Err(_) => Err(self.lost(css).await),
        }
    }

    /// Does something to the first element in view that fits; again where the page turned or moved under the hand.
    async fn on(
        &self,
        by: By,
        what: &str,
        deed: impl AsyncFn(&WebElement) -> WebDriverResult<()>,
    ) -> Result<()> {
        let end = Instant::now() + PATIENCE;
        let mut glances = tokio::time::interval(GLANCE);
        loop {
            glances.tick().await;
            let found = self.driver.query(by.clone()).wait(PATIENCE, GLANCE).and_displayed().first().await;
            let Ok(element) = found else { return Err(self.lost(what).await) };
            match deed(&element).await {
                Ok(()) => return Ok(()),
                Err(error) if has_moved(&error) && Instant::now() < end => {}
                Err(error) => {
                    return Err(error).with_context(|| format!("{what} is there and cannot be used"));
                }
            }
        }
    }

    /// Whether an element is on the page now.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn has(&self, css: &str) -> Result<bool> {
        Ok(!self.driver.find_all(By::Css(css)).await?.is_empty())
    }

    /// Waits until these words are to be read on the page.
    ///
    /// # Errors
    /// When they do not come.
    pub async fn reads(&self, words: &str) -> Result<()> {
        self.eventually(words, async || Ok(self.text("body").await?.contains(words))).await
    }

    /// Waits until these words are to be read in an element.
    ///
    /// # Errors
    /// When they do not come.
    pub async fn reads_in(&self, css: &str, words: &str) -> Result<()> {
        self.eventually(words, async || Ok(self.text(css).await?.contains(words))).await
    }

    /// The words of the first element that fits, as they are shown.
    ///
    /// # Errors
    /// When there is none.
    pub async fn text(&self, css: &str) -> Result<String> {
        Ok(self.driver.find(By::Css(css)).await?.text().await?)
    }

    /// Tries until it holds; what it asks may fail meanwhile, as pages come and go.
    ///
    /// # Errors
    /// When it does not hold in time.
    pub async fn eventually(&self, what: &str, holds: impl AsyncFn() -> Result<bool>) -> Result<()> {
        let end = Instant::now() + PATIENCE;
        let mut glances = tokio::time::interval(GLANCE);
        while Instant::now() < end {
            glances.tick().await;
            if holds().await.unwrap_or(false) {
                return Ok(());
            }
        }
        Err(self.lost(what).await)
    }

    /// Tries a sentence of script until it is true.
    ///
    /// # Errors
    /// When it does not become true.
    pub async fn until(&self, script: &str) -> Result<()> {
        let ask = format!("return Boolean({script})");
        self.eventually(script, async || {
            Ok(self.driver.execute(ask.as_str(), Vec::new()).await?.convert()?)
        })
        .await
    }

    async fn lost(&self, what: &str) -> anyhow::Error {
        let path = self.path().await.unwrap_or_default();
        let text = self.text("body").await.unwrap_or_default();
        anyhow!("waited in vain for {what}\n  at {path}, where one reads:\n{text}")
    }

    // ---- doing ----

    /// Presses what fits the selector.
    ///
    /// # Errors
    /// When it is not there or something lies over it.
    pub async fn click(&self, css: &str) -> Result<()> {
        self.on(By::Css(css), css, async |element| element.click().await).await
    }

    /// Presses the button (or opens the fold) that carries these words.
    ///
    /// # Errors
    /// When there is none in view.
    pub async fn press(&self, words: &str) -> Result<()> {
        let xpath = format!(
            "//button[normalize-space()=\"{words}\"] | //summary[normalize-space()=\"{words}\"] | \
             //button[starts-with(@title, \"{words}\")]"
        );
        self.on(By::XPath(xpath), words, async |element| element.click().await).await
    }

    /// Follows the link that carries these words.
    ///
    /// # Errors
    /// When there is none in view.
    pub async fn follow(&self, words: &str) -> Result<()> {
        let xpath = format!("//a[contains(normalize-space(), \"{words}\")]");
        self.on(By::XPath(xpath), words, async |element| element.click().await).await
    }

    /// Clears a field and types into it.
    ///
    /// # Errors
    /// When there is no such field in view.
    pub async fn fill(&self, css: &str, text: &str) -> Result<()> {
        self.on(By::Css(css), css, async |field| {
            field.clear().await?;
            field.send_keys(text).await
        })
        .await
    }

    /// Chooses an entry of a list by its words.
    ///
    /// # Errors
    /// When there is no such list or entry.
    pub async fn choose(&self, css: &str, words: &str) -> Result<()> {
        let list = self.see(css).await?;
        let entry = list.find(By::XPath(format!("./option[normalize-space()=\"{words}\"]"))).await;
        Ok(entry.with_context(|| format!("{css} has no entry {words}"))?.click().await?)
    }

    /// Types where the cursor stands.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn keys(&self, keys: impl Into<TypingData>) -> Result<()> {
        Ok(self.driver.action_chain().send_keys(keys).perform().await?)
    }

    /// Holds a key down while pressing another.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn chord(&self, hold: Key, press: impl Into<char>) -> Result<()> {
        let press: char = press.into();
        Ok(self
            .driver
            .action_chain()
            .key_down(hold.clone())
            .key_down(press)
            .key_up(press)
            .key_up(hold)
            .perform()
            .await?)
    }

    /// Runs a script and gives its answer.
    ///
    /// # Errors
    /// When it throws.
    pub async fn script(&self, script: &str, given: Vec<Value>) -> Result<Value> {
        Ok(self.driver.execute(script, given).await?.json().clone())
    }

    /// What an address answers to someone without a session: status and body.
    ///
    /// # Errors
    /// When nothing answers.
    pub async fn fetch(&self, path: &str) -> Result<(u64, String)> {
        let script = "const done = arguments[arguments.length - 1];
            fetch(arguments[0], {credentials: 'omit', cache: 'no-store'})
              .then(async (r) => done([r.status, await r.text()]), (e) => done([0, String(e)]));";
        let said = self.driver.execute_async(script, vec![json!(path)]).await?;
        let (status, body): (u64, String) = said.convert()?;
        if status == 0 {
            bail!("{path} does not answer: {body}");
        }
        Ok((status, body))
    }

    /// What the accessibility checker holds against this page, one line a fault; nothing is right.
    ///
    /// # Errors
    /// When the checker does not run.
    pub async fn axe(&self, checker: &str, scope: Scope) -> Result<Vec<String>> {
        self.driver.execute(format!("if (!window.axe) {{ {checker} }}"), Vec::new()).await?;
        // Colours on their way from day to night are nobody's colours.
        self.script(
            "for (const one of document.getAnimations()) try { one.finish() } catch { one.cancel() }",
            Vec::new(),
        )
        .await?;
        let run = match scope {
            Scope::Everything => json!({"runOnly": TAGS}),
            Scope::WordsAndShape => json!({"runOnly": TAGS, "rules": {"color-contrast": {"enabled": false}}}),
            Scope::Colours => json!({"runOnly": {"type": "rule", "values": ["color-contrast"]}}),
        };
        let script = "const done = arguments[arguments.length - 1];
            axe.run(document, {...arguments[0], resultTypes: ['violations']})
              .then((r) => done(r.violations.flatMap((v) => v.nodes.slice(0, 3).map((n) =>
                `${v.id}: ${n.target.join(' ')} – ${n.failureSummary.replace(/\\s+/g, ' ').slice(0, 260)}`))),
                (e) => done([`axe failed: ${e}`]));";
        Ok(self.driver.execute_async(script, vec![run]).await?.convert()?)
    }
}
