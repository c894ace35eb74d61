def link = clock(LINK, 120)
