package roadcase.script;

import java.lang.annotation.*;

/** How messages name a type of the language: {@code "a time like 250.ms"}. Without it, by the type's own name. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Spoken {
    String value();
}
