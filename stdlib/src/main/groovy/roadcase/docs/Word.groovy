package roadcase.docs

import java.lang.annotation.Documented
import java.lang.annotation.ElementType
import java.lang.annotation.Retention
import java.lang.annotation.RetentionPolicy
import java.lang.annotation.Target

/**
 * The documentation of a word, on the method that a script calls, or on the type whose constants it names; the first of
 * its forms speaks for all of them.
 *
 * <p>The word table, {@code roadcase words} and the page for assistants are made of these, so nothing else need be
 * written. An example may use {@code keys}, {@code synth}, {@code mix}, {@code daw} and {@code link} without naming
 * them first: their lines are put in front.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target([ElementType.METHOD, ElementType.TYPE])
@interface Word {
    /** How it is written, each form: {@code onChannel(3) · onChannel(1..4)}. */
    String says()

    /** One sentence in musicians' words. */
    String meaning()

    /** A whole small script that passes the check. */
    String example()

    /** Where it may be said, if not where all words of its type may be. */
    String livesIn() default ''

    /** What it gives, if that is not the type of its result. */
    String gives() default ''
}
