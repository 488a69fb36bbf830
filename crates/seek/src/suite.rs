//! What every engine must pass before people search with it.
