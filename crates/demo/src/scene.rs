//! What a picture shows, in words a story's front matter can hold.

use serde::Deserialize;

/// A picture to draw: the same values always give the same picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub struct Scene {
    /// What is seen.
    #[serde(rename = "scene")]
    pub kind: SceneKind,
    /// Time of day and weather.
    #[serde(default)]
    pub light: Light,
    /// Season, which colours fields and trees.
    #[serde(default)]
    pub season: Season,
    /// Varies shapes and places.
    #[serde(default)]
    pub seed: u32,
}

impl Scene {
    /// A name for the picture's file, without its ending: `market-dawn-spring-3`.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{:?}-{:?}-{:?}-{}", self.kind, self.light, self.season, self.seed).to_lowercase()
    }
}

/// What is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SceneKind {
    /// Rice terraces on a slope.
    Terraces,
    /// Karst peaks and a river plain.
    Karst,
    /// A hamlet of stilt houses.
    StiltHouses,
    /// A river with a bridge.
    Bridge,
    /// A school and its yard.
    SchoolYard,
    /// A commune office with a banner.
    CommuneOffice,
    /// A health station.
    Clinic,
    /// A market with stalls.
    Market,
    /// A road blocked by a landslide.
    Landslide,
    /// A mountain road in use or under repair.
    Road,
    /// A dam and its lake.
    Reservoir,
    /// Forest on hills.
    Forest,
    /// A meeting in a hall.
    MeetingHall,
    /// A loudspeaker pole above a hamlet.
    Loudspeaker,
    /// A festival ground.
    Festival,
    /// People at computers.
    Computers,
    /// Rain and a swollen stream.
    FloodRain,
    /// A new settlement with equal houses.
    Resettlement,
    /// Tea or fruit rows on round hills.
    TeaHills,
    /// A border gate with a road and a barrier.
    BorderGate,
    /// A water tank with taps in a village.
    WaterTank,
    /// A flat field with harvesters.
    Harvest,
    /// An evening class under a lamp.
    EveningClass,
    /// Buffaloes by a shed.
    Buffaloes,
    /// A reading room, shelves of books.
    Library,
    /// A power line over hills.
    PowerLine,
}

impl SceneKind {
    /// Every kind, for contact sheets and tests.
    pub const ALL: [Self; 26] = [
        Self::Terraces,
        Self::Karst,
        Self::StiltHouses,
        Self::Bridge,
        Self::SchoolYard,
        Self::CommuneOffice,
        Self::Clinic,
        Self::Market,
        Self::Landslide,
        Self::Road,
        Self::Reservoir,
        Self::Forest,
        Self::MeetingHall,
        Self::Loudspeaker,
        Self::Festival,
        Self::Computers,
        Self::FloodRain,
        Self::Resettlement,
        Self::TeaHills,
        Self::BorderGate,
        Self::WaterTank,
        Self::Harvest,
        Self::EveningClass,
        Self::Buffaloes,
        Self::Library,
        Self::PowerLine,
    ];
}

/// Time of day and weather.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Light {
    /// Early light, pink and gold.
    Dawn,
    /// Clear day.
    #[default]
    Day,
    /// Low sun, orange.
    Dusk,
    /// Blue night with lamps.
    Night,
    /// White mist in the valleys.
    Mist,
    /// Grey rain.
    Rain,
}

impl Light {
    /// Every light.
    pub const ALL: [Self; 6] = [Self::Dawn, Self::Day, Self::Dusk, Self::Night, Self::Mist, Self::Rain];
}

/// Season.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Season {
    /// Fresh green, peach and plum blossom.
    Spring,
    /// Deep green, water in the fields.
    #[default]
    Summer,
    /// Ripe gold.
    Autumn,
    /// Brown and bare.
    Winter,
}
