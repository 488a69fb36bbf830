//! Agencies, units, posts, people and areas through time; log-in and sessions.
