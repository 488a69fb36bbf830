//! Chance that always falls the same way: a small generator seeded by the scene.

/// A number from a text, the same on every machine (FNV-1a).
#[must_use]
pub fn mix(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
