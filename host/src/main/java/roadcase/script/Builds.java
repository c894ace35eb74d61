package roadcase.script;

import java.lang.annotation.*;

/** A word that builds the rig: said while a script is read, refused inside reactions. On a type: all its methods. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Builds {
    /** Whether it may be said at the prompt all the same, where it builds nothing. */
    boolean butAtThePrompt() default false;
}
