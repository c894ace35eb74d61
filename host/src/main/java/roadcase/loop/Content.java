package roadcase.loop;

/** What is heard, as far as gains may differ by it. */
public enum Content { SPEECH, MUSIC }
