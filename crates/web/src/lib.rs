//! What every page needs: who asks, forms, failures as pages, locale, assets, design system parts.
