APPLE_CATEGORIES: dict[str, tuple[str, ...]] = {}
