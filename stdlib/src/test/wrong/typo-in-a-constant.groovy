def link = clock(LNIK)
