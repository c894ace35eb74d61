def clock = clock(LINK)
def other = clock(INTERNAL)
