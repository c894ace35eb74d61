def waltz = clock(INTERNAL).barsOf(3.beats)
def march = clock(INTERNAL).barsOf(2.beats)
