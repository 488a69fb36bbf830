//! What happens at the desk before anything is public.
