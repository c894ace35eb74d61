def slow = clock(LINK, 90.bpm)
def fast = clock(LINK, 140.bpm)
