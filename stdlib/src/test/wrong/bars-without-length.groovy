def time = clock(INTERNAL).barsOf(1.bar)
