"""Finding anything by what somebody types: names in every language, pinyin, initials, one error. No Qt."""
