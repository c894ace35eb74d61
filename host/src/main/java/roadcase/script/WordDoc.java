package roadcase.script;

/**
 * One line of the word table.
 *
 * @param word as it is looked up: {@code transpose}
 * @param signature how it is written: {@code transpose(semitones)}
 * @param meaning one sentence
 * @param livesIn where it may be said: script, flow, button …
 * @param gives what it gives, or {@code -}
 * @param example a whole script that passes the check
 */
public record WordDoc(String word, String signature, String meaning, String livesIn, String gives, String example) {}
