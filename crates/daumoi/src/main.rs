//! Đầu Mối.
fn main() {}
