"""The law and a community's own rules: what was in force on a day, how days are counted, how votes are judged."""
