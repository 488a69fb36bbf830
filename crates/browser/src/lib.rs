//! The real binary driven by a real browser, for the journeys in `tests/` and for the pictures of the README.
//!
//! An [`Office`] is a running demo and a running driver; each person in it gets a [`Window`].

mod axe;
mod demo;
mod driver;
mod window;

pub use axe::axe_script;
pub use demo::Demo;
pub use driver::Driver;
pub use window::{Look, Scope, Window};

use anyhow::Result;

/// A running agency, and the means to open browsers on it. Dropped, everything ends and nothing stays.
#[derive(Debug)]
pub struct Office {
    driver: Driver,
    demo: Demo,
}

impl Office {
    /// Why there can be no office on this machine, in words; `None` where there can.
    #[must_use]
    pub fn missing() -> Option<String> {
        Demo::missing().or_else(Driver::missing)
    }

    /// Starts the demo and the driver on free ports.
    ///
    /// # Errors
    /// When either does not come up.
    pub fn open() -> Result<Self> {
        Ok(Self { demo: Demo::start()?, driver: Driver::start()? })
    }

    /// The same with newspapers that print so many times faster.
    ///
    /// # Errors
    /// When either does not come up.
    pub fn open_at_pace(pace: u32) -> Result<Self> {
        Ok(Self { demo: Demo::start_at_pace(pace)?, driver: Driver::start()? })
    }

    /// The same at another instant than the demo's own morning.
    ///
    /// # Errors
    /// When either does not come up.
    pub fn open_at(instant: &str) -> Result<Self> {
        Ok(Self { demo: Demo::start_at(instant)?, driver: Driver::start()? })
    }

    /// The agency's address, without a slash at the end.
    #[must_use]
    pub fn address(&self) -> &str {
        self.demo.address()
    }

    /// Opens a browser nobody is signed in to.
    ///
    /// # Errors
    /// When the browser does not start.
    pub async fn window(&self, look: Look) -> Result<Window> {
        Window::open(self.driver.address(), self.address(), look).await
    }
}
