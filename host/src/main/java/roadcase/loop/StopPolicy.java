package roadcase.loop;

/** Where the output is left when a loop ends: where it is, or where it was when the loop began. */
public enum StopPolicy { LEAVE, RESTORE }
